import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../../electron/core/redbooth/limiter.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const never = new AbortController().signal;

const setUp = (rate = 1, burst = 3) => {
  const clock = createFakeClock();
  const limiter = createLimiter({ clock, rate, burst });
  const turns: string[] = [];
  const take = (name: string, signal = never): void =>
    void limiter.take(signal).then((turn) => turns.push(turn ? name : `${name} turned away`));
  return { clock, limiter, turns, take };
};

describe('the limiter', () => {
  it('lets a burst through at once and then one a second, first come first served', async () => {
    const { clock, turns, take } = setUp();
    for (const name of ['a', 'b', 'c', 'd', 'e']) take(name);
    await clock.advance(0);
    expect(turns).toEqual(['a', 'b', 'c']);
    await clock.advance(999);
    expect(turns).toHaveLength(3);
    await clock.advance(1);
    expect(turns).toEqual(['a', 'b', 'c', 'd']);
    await clock.advance(1000);
    expect(turns).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('never gives a newcomer the turn of one who waits', async () => {
    const { clock, turns, take } = setUp(1, 1);
    take('a');
    take('b');
    await clock.advance(999);
    take('c');
    await clock.advance(1);
    expect(turns).toEqual(['a', 'b']);
  });

  it('gathers no more than the burst in a long quiet time', async () => {
    const { clock, turns, take } = setUp();
    await clock.advance(3_600_000);
    for (const name of ['a', 'b', 'c', 'd']) take(name);
    await clock.advance(0);
    expect(turns).toEqual(['a', 'b', 'c']);
  });

  it.each([0.3, 1, 7, 1000])('keeps to %d a second over a long time', async (rate) => {
    const { clock, turns, take } = setUp(rate, 1);
    for (let number = 0; number < 400; number += 1) take(String(number));
    await clock.advance(100_000 / rate);
    expect(turns.length).toBeGreaterThanOrEqual(95);
    expect(turns.length).toBeLessThanOrEqual(101);
  });

  it('turns away who aborts, without costing the others a turn', async () => {
    const { clock, turns, take } = setUp(1, 1);
    const patience = new AbortController();
    take('a');
    take('b', patience.signal);
    take('c');
    patience.abort();
    await clock.advance(1000);
    expect(turns).toEqual(['a', 'b turned away', 'c']);
  });

  it('turns away who comes with an aborted signal', async () => {
    const { clock, turns, take } = setUp();
    take('a', AbortSignal.abort());
    await clock.advance(0);
    expect(turns).toEqual(['a turned away']);
  });

  it('turns everybody away once it is disposed, and leaves no timer', async () => {
    const { clock, limiter, turns, take } = setUp(1, 1);
    for (const name of ['a', 'b', 'c']) take(name);
    limiter.dispose();
    take('d');
    await clock.advance(0);
    expect(turns.toSorted()).toEqual(['a', 'b turned away', 'c turned away', 'd turned away']);
    expect(clock.waiting()).toBe(0);
  });

  it('goes on when the wall clock is set back', async () => {
    let setBack = 0;
    const fake = createFakeClock();
    const limiter = createLimiter({ clock: { ...fake, now: () => fake.now() - setBack }, rate: 1, burst: 1 });
    await limiter.take(never);
    const served: boolean[] = [];
    void limiter.take(never).then((turn) => served.push(turn));
    setBack = 86_400_000;
    await fake.advance(2000);
    expect(served).toEqual([true]);
  });
});
