import { expect, it } from 'vitest';
import { createAttemptLimit } from '../../electron/web/attempt-limit.ts';
import { createFakeClock } from '../fakes/clock.ts';

it('allows as many failures as it was given, then asks to wait for the rest of the window', async () => {
  const clock = createFakeClock();
  const limit = createAttemptLimit({ clock, most: 2, window: 60_000 });
  limit.failed();
  expect(limit.wait()).toBe(0);
  await clock.advance(10_000);
  limit.failed();
  expect(limit.wait()).toBe(50_000);
});

it('starts afresh when the window is over', async () => {
  const clock = createFakeClock();
  const limit = createAttemptLimit({ clock, most: 1, window: 60_000 });
  limit.failed();
  await clock.advance(60_000);
  expect(limit.wait()).toBe(0);
  limit.failed();
  expect(limit.wait()).toBe(60_000);
});

it('locks nobody out when the clock is set back', () => {
  let now = 1_000_000;
  const limit = createAttemptLimit({
    clock: { now: () => now, schedule: () => () => undefined },
    most: 1,
    window: 60_000,
  });
  limit.failed();
  now = 0;
  expect(limit.wait()).toBe(0);
});
