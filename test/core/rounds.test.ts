import { describe, expect, it } from 'vitest';
import { createRounds } from '../../electron/core/rounds.ts';
import { createFakeClock } from '../fakes/clock.ts';

const quarter = 900_000;

const startRounds = (interval = quarter) => {
  const clock = createFakeClock();
  const ends: ((isDone: boolean) => void)[] = [];
  let runs = 0;
  let isSlow = false;
  let isFailing = false;
  const rounds = createRounds({
    clock,
    interval,
    run: () => {
      runs += 1;
      return isSlow ? new Promise((resolve) => ends.push(resolve)) : Promise.resolve(!isFailing);
    },
  });
  return {
    clock,
    rounds,
    runs: () => runs,
    slow: () => {
      isSlow = true;
    },
    fail: (isFailingNow: boolean) => {
      isFailing = isFailingNow;
    },
    end: async () => {
      ends.shift()?.(true);
      await clock.advance(0);
    },
  };
};

describe('the catch-up runs', () => {
  it('at start, and then at every interval', async () => {
    const { clock, rounds, runs } = startRounds();
    rounds.start();
    expect(runs()).toBe(1);
    await clock.advance(quarter - 1);
    expect(runs()).toBe(1);
    await clock.advance(1);
    expect(runs()).toBe(2);
    await clock.advance(3 * quarter);
    expect(runs()).toBe(5);
  });

  it('on no schedule with an interval of 0', async () => {
    const { clock, rounds, runs } = startRounds(0);
    rounds.start();
    await clock.advance(100 * quarter);
    expect(runs()).toBe(1);
  });

  it('after wake, and counts the interval from there', async () => {
    const { clock, rounds, runs } = startRounds();
    rounds.start();
    await clock.advance(quarter / 2);
    rounds.now();
    expect(runs()).toBe(2);
    await clock.advance(quarter - 1);
    expect(runs()).toBe(2);
    await clock.advance(1);
    expect(runs()).toBe(3);
  });

  it('when the tunnel comes up, at first and after trouble, and not at every proof that it is there', async () => {
    const { clock, rounds, runs } = startRounds();
    rounds.start();
    await clock.advance(0);
    rounds.disconnected();
    rounds.connected();
    await clock.advance(0);
    rounds.connected();
    expect(runs()).toBe(2);
    rounds.disconnected();
    rounds.disconnected();
    expect(runs()).toBe(2);
    rounds.connected();
    expect(runs()).toBe(3);
  });

  it('again after a minute when it did not come to its end', async () => {
    const { clock, rounds, runs, fail } = startRounds();
    fail(true);
    rounds.start();
    await clock.advance(60_000);
    expect(runs()).toBe(2);
    fail(false);
    await clock.advance(60_000);
    expect(runs()).toBe(3);
    await clock.advance(60_000);
    expect(runs()).toBe(3);
  });

  it('once more, and never twice at once, for all moments that come while it runs', async () => {
    const { rounds, runs, slow, end } = startRounds();
    slow();
    rounds.start();
    rounds.now();
    rounds.now();
    expect(runs()).toBe(1);
    await end();
    expect(runs()).toBe(2);
    await end();
    expect(runs()).toBe(2);
  });

  it('no more once disposed of', async () => {
    const { clock, rounds, runs, slow, end } = startRounds();
    slow();
    rounds.start();
    rounds.now();
    rounds.dispose();
    await end();
    rounds.now();
    await clock.advance(10 * quarter);
    expect(runs()).toBe(1);
    expect(clock.waiting()).toBe(0);
  });
});
