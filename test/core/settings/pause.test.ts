import { describe, expect, it } from 'vitest';
import type { Pause } from '../../../electron/contract/index.ts';
import { createPauseSwitch, pauseAt } from '../../../electron/core/settings/pause.ts';
import { createSettings } from '../../../electron/core/settings/settings.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const minute = 60_000;

const setUp = (kept: Pause = { state: 'running' }) => {
  const fake = createFakeClock();
  const delays: number[] = [];
  const clock = {
    ...fake,
    schedule: (delay: number, task: () => void) => {
      delays.push(delay);
      return fake.schedule(delay, task);
    },
  };
  let file: unknown = { pause: kept };
  const settings = createSettings({ read: () => file, write: (value) => void (file = value) }, {}, {}, () => undefined);
  if (!settings.ok) throw new Error(settings.failure);
  const told: Pause['state'][] = [];
  const pause = createPauseSwitch({
    settings: settings.value,
    clock,
    onChanged: () => told.push(pause.current().state),
  });
  return { clock, delays, pause, told, file: () => file };
};

describe('a pause', () => {
  it.each([
    ['lasts until its time', { state: 'paused', until: 1_000 }, 999, 'paused'],
    ['is over at its time', { state: 'paused', until: 1_000 }, 1_000, 'running'],
    ['without a time lasts until resumed', { state: 'paused', until: null }, 9e15, 'paused'],
    ['that is none stays none', { state: 'running' }, 0, 'running'],
  ] as const)('%s', (_, pause, now, state) => {
    expect(pauseAt(pause, now).state).toBe(state);
  });
});

describe('the switch of notifications', () => {
  it('is kept, told, and ends on its own', async () => {
    const { clock, pause, told, file } = setUp();
    const until = clock.now() + 30 * minute;
    pause.set({ state: 'paused', until });
    expect(file()).toEqual({ version: 1, pause: { state: 'paused', until } });
    await clock.advance(30 * minute - 1);
    expect(told).toEqual(['paused']);
    await clock.advance(1);
    expect(told).toEqual(['paused', 'running']);
    expect(clock.waiting()).toBe(0);
  });

  it('ends a pause at the time of the last one that was set', async () => {
    const { clock, pause, told } = setUp();
    pause.set({ state: 'paused', until: clock.now() + minute });
    pause.set({ state: 'paused', until: clock.now() + 3 * minute });
    await clock.advance(2 * minute);
    expect(told).toEqual(['paused', 'paused']);
    await clock.advance(minute);
    expect(told.at(-1)).toBe('running');
  });

  it('waits for the end of a pause that was kept, once it is started', async () => {
    const until = createFakeClock().now() + minute;
    const { clock, pause, told } = setUp({ state: 'paused', until });
    expect(clock.waiting()).toBe(0);
    pause.start();
    expect(told).toEqual(['paused']);
    await clock.advance(minute);
    expect(told).toEqual(['paused', 'running']);
  });

  it('waits for nothing while there is no end to wait for', () => {
    const { clock, pause } = setUp();
    pause.start();
    pause.set({ state: 'paused', until: null });
    expect(pause.current()).toEqual({ state: 'paused', until: null });
    expect(clock.waiting()).toBe(0);
  });

  it('lasts as long as it is to, and looks at the clock once an hour, as it may be set', async () => {
    const { clock, delays, pause } = setUp();
    const days = 86_400_000;
    pause.set({ state: 'paused', until: clock.now() + 40 * days });
    await clock.advance(39 * days);
    expect(pause.current().state).toBe('paused');
    expect(clock.waiting()).toBe(1);
    await clock.advance(days);
    expect(pause.current().state).toBe('running');
    expect(Math.max(...delays)).toBeLessThanOrEqual(60 * minute);
  });

  it('waits no more once it is disposed of', async () => {
    const { clock, pause, told } = setUp();
    pause.set({ state: 'paused', until: clock.now() + minute });
    pause.dispose();
    await clock.advance(minute);
    expect(told).toEqual(['paused']);
    expect(clock.waiting()).toBe(0);
  });
});
