import { describe, expect, it } from 'vitest';
import type { QuietHours } from '../../../electron/contract/rules.ts';
import { createQuietWatch } from '../../../electron/core/notify/quiet-watch.ts';
import { type FakeClock, createFakeClock } from '../../fakes/clock.ts';

const hour = 3_600_000;
const at = (text: string): number => Date.parse(text);
const nights: QuietHours = { days: ['mon', 'tue'], from: '22:00', to: '07:00' };

const watchFrom = (start: string, quietHours: readonly QuietHours[] = [nights]) => {
  const timers = createFakeClock(at(start));
  let slept = 0;
  const clock: FakeClock = { ...timers, now: () => timers.now() + slept };
  const settings = { quietHours: [...quietHours], timeZone: 'UTC' };
  const told: (string | null)[] = [];
  const watch = createQuietWatch({
    settings: () => settings,
    clock,
    onChanged: () => {
      const quiet = watch.current();
      told.push(quiet === null ? null : new Date(quiet.until ?? 0).toISOString());
    },
  });
  watch.check();
  /** Time passes, and no timer notices. */
  const jump = (milliseconds: number): void => {
    slept += milliseconds;
  };
  return { clock, jump, settings, told, watch };
};

// 2026-11-23 is a Monday.
describe('quiet hours', () => {
  it('are told as they begin and as they end', async () => {
    const { clock, told } = watchFrom('2026-11-23T21:00Z');
    await clock.advance(hour - 1);
    expect(told).toEqual([]);
    await clock.advance(1);
    expect(told).toEqual(['2026-11-24T07:00:00.000Z']);
    await clock.advance(9 * hour);
    expect(told).toEqual(['2026-11-24T07:00:00.000Z', null]);
  });

  it('in force at the start are told at once', () => {
    expect(watchFrom('2026-11-23T23:00Z').told).toEqual(['2026-11-24T07:00:00.000Z']);
  });

  it('that are set are told at once, and so are those that are taken back', () => {
    const { settings, told, watch } = watchFrom('2026-11-23T23:00Z', []);
    settings.quietHours = [nights];
    watch.check();
    settings.quietHours = [{ ...nights, to: '06:00' }];
    watch.check();
    settings.quietHours = [];
    watch.check();
    expect(told).toEqual(['2026-11-24T07:00:00.000Z', '2026-11-24T06:00:00.000Z', null]);
  });

  it('have no end where no minute is left out', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
    const { watch } = watchFrom('2026-11-23T23:00Z', [{ days: [...days], from: '08:00', to: '08:00' }]);
    expect(watch.current()).toEqual({ until: null });
  });

  it('that ended while the machine slept are over once it is awake', () => {
    const { jump, told, watch } = watchFrom('2026-11-23T23:00Z');
    jump(10 * hour);
    watch.check();
    expect(told).toEqual(['2026-11-24T07:00:00.000Z', null]);
  });

  it('cost no timer while there are none, nor after the end', () => {
    expect(watchFrom('2026-11-23T23:00Z', []).clock.waiting()).toBe(0);
    const { clock, watch } = watchFrom('2026-11-23T23:00Z');
    expect(clock.waiting()).toBe(1);
    watch.dispose();
    expect(clock.waiting()).toBe(0);
  });
});
