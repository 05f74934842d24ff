import { describe, expect, it } from 'vitest';
import { createRounds } from '../../electron/core/rounds.ts';
import { createFakeClock } from '../fakes/clock.ts';

const quarter = 900_000;

const startRounds = (chosen = quarter) => {
  let interval = chosen;
  const clock = createFakeClock();
  const ends: ((isDone: boolean) => void)[] = [];
  let runs = 0;
  let isSlow = false;
  let isFailing = false;
  const rounds = createRounds({
    clock,
    interval: () => interval,
    run: () => {
      runs += 1;
      return isSlow ? new Promise((resolve) => ends.push(resolve)) : Promise.resolve(!isFailing);
    },
  });
  return {
    clock,
    rounds,
    runs: () => runs,
    choose: (next: number) => {
      interval = next;
      rounds.intervalChanged();
    },
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

  it('when a proof that the tunnel is up comes late, as the machine slept', async () => {
    const { clock, rounds, runs } = startRounds(0);
    rounds.start();
    await clock.advance(0);
    rounds.connected();
    for (let proofs = 0; proofs < 10; proofs += 1) {
      await clock.advance(45_000);
      rounds.connected();
    }
    expect(runs()).toBe(2);
    await clock.advance(4 * 60_000);
    rounds.connected();
    expect(runs()).toBe(3);
  });

  it.for([
    ['shorter: from the last round on', 60_000, 60_000],
    ['shorter than has gone by already: at once', quarter / 4, 0],
    ['longer: later', 2 * quarter, quarter + quarter / 2],
  ] as const)('when the interval gets %s', async ([, next, left]) => {
    const { clock, rounds, runs, choose } = startRounds();
    rounds.start();
    await clock.advance(next < quarter / 4 ? 0 : quarter / 2);
    choose(next);
    await clock.advance(Math.max(0, left - 1));
    expect(runs()).toBe(left === 0 ? 2 : 1);
    await clock.advance(1);
    expect(runs()).toBe(2);
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
