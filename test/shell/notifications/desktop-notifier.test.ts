import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { PresentedNotification } from '../../../electron/core/notify/notifier.ts';
import {
  type EarlierNotification,
  createDesktopNotifier,
} from '../../../electron/shell/notifications/desktop-notifier.ts';
import { ownerOf, writeNativeId } from '../../../electron/shell/notifications/native-id.ts';
import type { NativeNotification, NativeOptions } from '../../../electron/shell/notifications/native-notification.ts';
import type { ToastActivation } from '../../../electron/shell/notifications/toast.ts';
import { buttonSupport } from '../../../electron/shell/notifications/buttons.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createMemoryLog } from '../memory-log.ts';
import { english } from '../../../electron/messages/en/index.ts';

const owner = ownerOf('/data');

const text = (id: string, replaces: string | null = null): PresentedNotification => ({
  id,
  replaces,
  title: `Title ${id}`,
  body: 'a < b',
  url: null,
  changeIds: [id],
  actions: [],
  isSilent: false,
  sound: null,
  buttonWords: english.buttons,
});

type Options = {
  readonly isSupported?: boolean;
  readonly failsToShow?: boolean;
  readonly platform?: NodeJS.Platform;
  readonly outliveApp?: boolean;
  /** The ids of what earlier runs have shown. */
  readonly earlier?: readonly string[];
};

type Native = { options: NativeOptions | null; isClosed: boolean; events: EventEmitter };

const open = ({
  isSupported = true,
  failsToShow = false,
  platform = 'linux',
  outliveApp = false,
  earlier = [],
}: Options = {}) => {
  const clock = createFakeClock();
  const clicks: (string | null)[] = [];
  const actions: (readonly [string, string, string])[] = [];
  const natives: Native[] = [];
  const played: string[] = [];
  let activate = (_activation: ToastActivation): void => undefined;
  const createNative = (options: NativeOptions | null): NativeNotification => {
    const events = new EventEmitter();
    const native: Native = { options, isClosed: false, events };
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
  };
  const notifier = createDesktopNotifier({
    isSupported: () => isSupported,
    buttons: buttonSupport(platform, '45.4.1'),
    lateClicks: {
      outliveApp,
      history: async () => earlier.map((id): EarlierNotification => ({ ...createNative(null), id })),
      onActivation: (activated) => (activate = activated),
    },
    owner,
    createNotification: createNative,
    onClick: (id) => clicks.push(id),
    onAction: (...given) => actions.push(given),
    playSound: (sound) => played.push(sound),
    icon: null,
    platform,
    clock,
    log: createMemoryLog(),
  });
  const emit = (index: number, event: string, ...given: unknown[]): void =>
    void natives[index]?.events.emit(event, ...given);
  return {
    clock,
    clicks,
    actions,
    natives,
    played,
    notifier,
    emit,
    activate: (given: ToastActivation) => activate(given),
  };
};

describe('a notification', () => {
  it('is shown with its title as it is and its body kept from being read as markup', async () => {
    const { notifier, natives, emit } = open();
    const showing = notifier.show(text('1'));
    expect(natives).toMatchObject([{ options: { title: 'Title 1', body: 'a &lt; b' } }]);
    emit(0, 'show');
    expect(await showing).toEqual({ state: 'shown' });
  });

  it('fails with the system’s reason', async () => {
    const { notifier, emit } = open();
    const showing = notifier.show(text('1'));
    emit(0, 'failed', {}, 'not allowed');
    expect(await showing).toEqual({ state: 'failed', reason: 'not allowed' });
  });

  it('fails after 5 s without a word of the system, and leaves no timer behind', async () => {
    const { notifier, clock } = open();
    const showing = notifier.show(text('1'));
    await clock.advance(5_000);
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
    await clock.advance(5_000);
    emit(0, 'click');
    expect(clicks).toEqual(['1']);
  });
});

describe('buttons', () => {
  const offering = (id: string): PresentedNotification => ({
    ...text(id),
    actions: ['resolve', 'comment', 'mute', 'open'],
  });

  it('are shown with a field for a comment where the system has both', () => {
    const { notifier, natives } = open({ platform: 'darwin' });
    void notifier.show(offering('1'));
    expect(natives[0]?.options).toMatchObject({
      actions: [
        { type: 'button', text: 'Mark resolved' },
        { type: 'button', text: 'Mute for a day' },
        { type: 'button', text: 'Open' },
      ],
      hasReply: true,
    });
  });

  it('are left out of a notification that offers nothing', () => {
    const { notifier, natives } = open({ platform: 'darwin' });
    void notifier.show(text('1'));
    expect(natives[0]?.options).toEqual({
      id: writeNativeId(owner, { id: '1', actions: [] }),
      title: 'Title 1',
      body: 'a < b',
      silent: false,
      urgency: 'normal',
    });
  });

  it.each([
    ['today’s Electron', [{ actionIndex: 2 }, undefined]],
    ['an older Electron', [{}, 2]],
  ])('tell which one was pressed, by its place, in the way of %s', (_name, given) => {
    const { notifier, natives, actions, emit } = open({ platform: 'darwin' });
    void notifier.show(offering('1'));
    emit(0, 'action', ...given);
    expect(actions).toEqual([['1', 'open', '']]);
    expect(natives[0]?.isClosed).toBe(true);
  });

  it('of no known place do nothing', () => {
    const { notifier, actions, emit } = open({ platform: 'darwin' });
    void notifier.show(offering('1'));
    emit(0, 'action', { actionIndex: 7 }, 7);
    expect(actions).toEqual([]);
  });

  it('count once, though Windows may tell of one press twice', () => {
    const { notifier, actions, clicks, emit } = open({ platform: 'win32' });
    void notifier.show(offering('1'));
    emit(0, 'reply', { reply: 'On it' }, 'On it');
    emit(0, 'reply', { reply: 'On it' }, 'On it');
    emit(0, 'click');
    expect(actions).toEqual([['1', 'comment', 'On it']]);
    expect(clicks).toEqual([]);
  });

  it('still count when the notification has gone to the system’s list', () => {
    const { notifier, actions, emit } = open({ platform: 'win32' });
    void notifier.show(offering('1'));
    emit(0, 'show');
    emit(0, 'close', { reason: 'timedOut' });
    emit(0, 'action', { actionIndex: 0 }, 0);
    expect(actions).toEqual([['1', 'resolve', '']]);
  });
});

describe('sound', () => {
  it.each<[string, boolean, boolean]>([
    ['wants it', false, false],
    ['wants none', true, true],
  ])('is left out when the user %s: %s', (_name, isSilent, silent) => {
    const { notifier, natives } = open();
    void notifier.show({ ...text('1'), isSilent });
    expect(natives[0]?.options?.silent).toBe(silent);
  });

  it('is not made again by what takes the place of another on the screen', () => {
    const { notifier, natives } = open();
    void notifier.show(text('1'));
    void notifier.show(text('2', '1'));
    expect(natives.map(({ options }) => options?.silent)).toEqual([false, true]);
  });

  it('is made again when what it replaces was dismissed', () => {
    const { notifier, natives, emit } = open();
    void notifier.show(text('1'));
    emit(0, 'close', { reason: 'userCanceled' });
    void notifier.show(text('2', '1'));
    expect(natives[1]?.options?.silent).toBe(false);
  });

  const chiming = (id: string, replaces: string | null = null): PresentedNotification => ({
    ...text(id, replaces),
    isSilent: true,
    sound: 'chime',
  });

  it('of the app’s is played once the notification is seen, and the system is silent', () => {
    const { notifier, natives, played, emit } = open();
    void notifier.show(chiming('1'));
    expect(played).toEqual([]);
    emit(0, 'show');
    emit(0, 'show');
    expect(played).toEqual(['chime']);
    expect(natives[0]?.options).toMatchObject({ silent: true });
    expect(natives[0]?.options).not.toHaveProperty('sound');
  });

  it('of the app’s is not played for what the system refuses', () => {
    const { notifier, played, emit } = open();
    void notifier.show(chiming('1'));
    emit(0, 'failed', {}, 'not allowed');
    expect(played).toEqual([]);
  });

  it('of the app’s is played once in 2 s, and not for what takes the place of another', async () => {
    const { notifier, clock, played, emit } = open();
    const raise = (index: number, notification: PresentedNotification): void => {
      void notifier.show(notification);
      emit(index, 'show');
    };
    raise(0, chiming('1'));
    raise(1, chiming('2'));
    await clock.advance(1_999);
    raise(2, chiming('3'));
    expect(played).toEqual(['chime']);
    await clock.advance(1);
    raise(3, chiming('4', '3'));
    expect(played).toEqual(['chime']);
    raise(4, chiming('5'));
    expect(played).toEqual(['chime', 'chime']);
  });

  it('of the app’s is left to macOS, which keeps to its do-not-disturb', () => {
    const { notifier, natives, played, emit } = open({ platform: 'darwin' });
    void notifier.show(chiming('1'));
    emit(0, 'show');
    expect(natives[0]?.options).toMatchObject({ silent: false, sound: 'chime.wav' });
    expect(played).toEqual([]);
    void notifier.show(chiming('2'));
    expect(natives[1]?.options).toMatchObject({ silent: true });
  });
});

describe('close', () => {
  it('takes down those that are shown, and passes over the others', () => {
    const { notifier, natives } = open();
    for (const id of ['1', '2', '3']) void notifier.show(text(id));
    notifier.close(['1', '3', '77']);
    expect(natives.map(({ isClosed }) => isClosed)).toEqual([true, false, true]);
  });

  it('takes what has gone to the system’s list away from there', () => {
    const { notifier, natives, emit } = open({ platform: 'win32' });
    void notifier.show(text('1'));
    emit(0, 'close', { reason: 'timedOut' });
    notifier.close(['1']);
    expect(natives[0]?.isClosed).toBe(true);
  });
});

describe('what an earlier run has shown', () => {
  const earlier = writeNativeId(owner, { id: '7', actions: ['resolve', 'open'] });

  it('is still clicked, on macOS', async () => {
    const { notifier, clicks, natives, emit } = open({ platform: 'darwin', earlier: [earlier] });
    await notifier.takeUp();
    emit(0, 'click');
    expect(clicks).toEqual(['7']);
    expect(natives[0]?.isClosed).toBe(true);
  });

  it('still has its buttons, which say nothing of what they do', async () => {
    const { notifier, actions, emit } = open({ platform: 'darwin', earlier: [earlier] });
    await notifier.takeUp();
    emit(0, 'action', { actionIndex: 0 });
    expect(actions).toEqual([['7', 'resolve', '']]);
  });

  it('is taken down once it is read', async () => {
    const { notifier, natives } = open({ platform: 'darwin', earlier: [earlier] });
    await notifier.takeUp();
    notifier.close(['7']);
    expect(natives[0]?.isClosed).toBe(true);
  });

  it('is left alone when another data directory is behind it', async () => {
    const { notifier, natives, emit, clicks } = open({
      platform: 'darwin',
      earlier: [writeNativeId(ownerOf('/elsewhere'), { id: '7', actions: [] })],
    });
    await notifier.takeUp();
    emit(0, 'click');
    notifier.close(['7']);
    expect(clicks).toEqual([]);
    expect(natives[0]?.isClosed).toBe(false);
  });

  it.each<[string, Partial<ToastActivation>, readonly (string | null)[], readonly unknown[]]>([
    ['clicked', { type: 'click' }, ['7'], []],
    ['pressed', { type: 'action', actionIndex: 1 }, [], [['7', 'open', '']]],
    ['pressed where there is no button', { type: 'action', actionIndex: 9 }, [], []],
    ['replied to', { type: 'reply', reply: 'On it' }, [], [['7', 'comment', 'On it']]],
    ['clicked, and is somebody else’s', { type: 'click', arguments: 'type=click&tag=0badcafe-7-' }, [null], []],
    ['clicked, and says nothing', { type: 'click', arguments: '' }, [null], []],
  ])('on Windows, when it is %s', async (_name, activation, clicked, pressed) => {
    const { notifier, clicks, actions, activate } = open({ platform: 'win32' });
    await notifier.takeUp();
    activate({ type: 'click', arguments: `type=click&tag=${earlier}`, ...activation });
    expect(clicks).toEqual(clicked);
    expect(actions).toEqual(pressed);
  });

  it('counts once, though Windows tells of one click by the toast and by the app', async () => {
    const { notifier, clicks, emit, activate } = open({ platform: 'win32' });
    await notifier.takeUp();
    for (const id of ['1', '2']) void notifier.show(text(id));
    const toast = (id: string): ToastActivation => ({
      type: 'click',
      arguments: `type=click&tag=${writeNativeId(owner, { id, actions: [] })}`,
    });
    emit(0, 'click');
    activate(toast('1'));
    activate(toast('2'));
    emit(1, 'click');
    expect(clicks).toEqual(['1', '2']);
  });

  it('and what started the app is clicked by its id', () => {
    const { notifier, clicks } = open({ platform: 'darwin' });
    notifier.clicked(earlier);
    notifier.clicked('gibberish');
    expect(clicks).toEqual(['7', null]);
  });
});

describe('dispose', () => {
  it('leaves on the screen what can be clicked without the app', () => {
    const { notifier, natives, emit } = open({ platform: 'win32', outliveApp: true });
    void notifier.show(text('1'));
    emit(0, 'show');
    notifier.dispose();
    expect(natives[0]?.isClosed).toBe(false);
  });

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
