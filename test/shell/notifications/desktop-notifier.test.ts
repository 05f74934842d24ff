import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { NotificationText } from '../../../electron/core/notify/notifier.ts';
import {
  type NativeNotification,
  createDesktopNotifier,
} from '../../../electron/shell/notifications/desktop-notifier.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createMemoryLog } from '../memory-log.ts';

const text = (id: string, replaces: string | null = null): NotificationText => ({
  id,
  replaces,
  title: `Title ${id}`,
  body: 'a < b',
  url: null,
  changeIds: [id],
});

const open = ({ isSupported = true, failsToShow = false } = {}) => {
  const clock = createFakeClock();
  const clicks: string[] = [];
  const natives: { title: string; body: string; isClosed: boolean; events: EventEmitter }[] = [];
  const notifier = createDesktopNotifier({
    isSupported: () => isSupported,
    createNotification: ({ title, body }): NativeNotification => {
      const events = new EventEmitter();
      const native = { title, body, isClosed: false, events };
      natives.push(native);
      return {
        on: (event: string, listener: (...given: never[]) => void) =>
          events.on(event, (...given: unknown[]) => void Reflect.apply(listener, undefined, given)),
        show: () => {
          if (failsToShow) throw new Error('no daemon');
        },
        close: () => {
          native.isClosed = true;
          events.emit('close', {});
        },
      };
    },
    onClick: (id) => clicks.push(id),
    icon: null,
    platform: 'linux',
    clock,
    log: createMemoryLog(),
  });
  const emit = (index: number, event: string, ...given: unknown[]): void =>
    void natives[index]?.events.emit(event, ...given);
  return { clock, clicks, natives, notifier, emit };
};

describe('a notification', () => {
  it('is shown with its title as it is and its body kept from being read as markup', async () => {
    const { notifier, natives, emit } = open();
    const showing = notifier.show(text('1'));
    expect(natives).toMatchObject([{ title: 'Title 1', body: 'a &lt; b' }]);
    emit(0, 'show');
    expect(await showing).toEqual({ state: 'shown' });
  });

  it('fails with the system’s reason', async () => {
    const { notifier, emit } = open();
    const showing = notifier.show(text('1'));
    emit(0, 'failed', {}, 'not allowed');
    expect(await showing).toEqual({ state: 'failed', reason: 'not allowed' });
  });

  it('fails after 10 s without a word of the system, and leaves no timer behind', async () => {
    const { notifier, clock } = open();
    const showing = notifier.show(text('1'));
    await clock.advance(10_000);
    expect(await showing).toEqual({ state: 'failed', reason: 'timeout' });
    expect(clock.waiting()).toBe(0);
  });

  it('fails where the system has none', async () => {
    const { notifier, natives } = open({ isSupported: false });
    expect(await notifier.show(text('1'))).toEqual({ state: 'failed', reason: 'unsupported' });
    expect(natives).toEqual([]);
  });

  it('that cannot even be handed over has failed', async () => {
    const { notifier } = open({ failsToShow: true });
    expect(await notifier.show(text('1'))).toEqual({ state: 'failed', reason: 'no daemon' });
  });

  it('takes the place of the one it replaces', () => {
    const { notifier, natives } = open();
    void notifier.show(text('1'));
    void notifier.show(text('2'));
    void notifier.show(text('3', '1'));
    expect(natives.map(({ isClosed }) => isClosed)).toEqual([true, false, false]);
  });

  it('tells a click by its id, and is taken down', () => {
    const { notifier, natives, clicks, emit } = open();
    void notifier.show(text('1'));
    void notifier.show(text('2'));
    emit(1, 'click');
    expect(clicks).toEqual(['2']);
    expect(natives.map(({ isClosed }) => isClosed)).toEqual([false, true]);
  });

  it('can still be clicked when the system shows it late', async () => {
    const { notifier, clock, clicks, emit } = open();
    void notifier.show(text('1'));
    await clock.advance(10_000);
    emit(0, 'click');
    expect(clicks).toEqual(['1']);
  });
});

describe('dispose', () => {
  it('settles what waits and takes down what is still on screen', async () => {
    const { notifier, natives, clock, emit } = open();
    const first = notifier.show(text('1'));
    emit(0, 'show');
    const second = notifier.show(text('2'));
    notifier.dispose();
    expect(await first).toEqual({ state: 'shown' });
    expect(await second).toEqual({ state: 'failed', reason: 'stopped' });
    expect(natives.every(({ isClosed }) => isClosed)).toBe(true);
    expect(clock.waiting()).toBe(0);
  });

  it.each([
    ['the user dismissed', false, {}],
    ['went to the system’s list by itself', true, { reason: 'timedOut' }],
  ])('has hold of a notification that %s: %s', (_name, isHeld, details) => {
    const { notifier, natives, emit } = open();
    void notifier.show(text('1'));
    emit(0, 'show');
    emit(0, 'close', details);
    notifier.dispose();
    expect(natives[0]?.isClosed).toBe(isHeld);
  });
});
