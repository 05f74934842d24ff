import { expect, it } from 'vitest';
import { createCatchUpPace } from '../../../electron/core/redbooth/catch-up-pace.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const minute = 60_000;

const startPace = (base = 15 * minute) => {
  const clock = createFakeClock();
  let shorter = 0;
  let isRelying = true;
  const pace = createCatchUpPace({
    clock,
    base: () => base,
    relyOnHooks: () => isRelying,
    onShorter: () => {
      shorter += 1;
    },
  });
  const round = async (): Promise<number> => {
    await clock.advance(pace.interval());
    pace.roundBegins();
    return pace.interval() / minute;
  };
  return { clock, pace, round, shorter: () => shorter, rely: (isOn: boolean) => void (isRelying = isOn) };
};

it('is doubled by every round before which hooks brought all there was, up to an hour', async () => {
  const { pace, round } = startPace();
  const intervals: number[] = [];
  for (let rounds = 0; rounds < 4; rounds += 1) {
    pace.hookArrived();
    intervals.push(await round());
  }
  expect(intervals).toEqual([30, 60, 60, 60]);
});

it('stays as it is while nothing happens at all: that proves nothing', async () => {
  const { pace, round } = startPace();
  expect(await round()).toBe(15);
  pace.hookArrived();
  expect(await round()).toBe(30);
  expect(await round()).toBe(30);
});

it('is the chosen one again as soon as a single change comes without its hook', async () => {
  const { pace, round, shorter } = startPace();
  pace.hookArrived();
  await round();
  pace.hookMissed();
  expect(pace.interval()).toBe(15 * minute);
  expect(shorter()).toBe(1);
  pace.hookArrived();
  expect(await round()).toBe(15);
});

it('is the chosen one again when the tunnel is in doubt, and while there are no hooks to rely on', async () => {
  const { pace, round, rely } = startPace();
  pace.hookArrived();
  await round();
  rely(false);
  expect(pace.interval()).toBe(15 * minute);
  rely(true);
  expect(pace.interval()).toBe(30 * minute);
  pace.doubt();
  expect(pace.interval()).toBe(15 * minute);
});

it('is not judged by rounds that follow each other at once', () => {
  const { pace } = startPace();
  for (let rounds = 0; rounds < 5; rounds += 1) {
    pace.hookArrived();
    pace.roundBegins();
  }
  expect(pace.interval()).toBe(15 * minute);
});

it.for([
  [0, 0],
  [120, 120],
] as const)('leaves an interval of %d minutes alone', async ([chosen, stays]) => {
  const { clock, pace } = startPace(chosen * minute);
  for (let rounds = 0; rounds < 3; rounds += 1) {
    pace.hookArrived();
    await clock.advance(120 * minute);
    pace.roundBegins();
  }
  expect(pace.interval()).toBe(stays * minute);
});
