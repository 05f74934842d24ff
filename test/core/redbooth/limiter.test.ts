import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../../electron/core/redbooth/limiter.ts';
import { type Priority, priorities } from '../../../electron/core/redbooth/turn-queue.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const never = new AbortController().signal;

const turnedDown = (name: string, left: number): string => `${name} told to come back in ${left} ms`;

const setUp = (rate = 1, burst = 3) => {
  const clock = createFakeClock();
  const limiter = createLimiter({ clock, rate, burst });
  const turns: string[] = [];
  const take = (name: string, signal = never, priority: Priority = 'hook'): void =>
    void limiter
      .take(signal, priority)
      .then((turn) =>
        turns.push(
          turn.kind === 'turn' ? name : turn.kind === 'closed' ? `${name} turned away` : turnedDown(name, turn.left),
        ),
      );
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
    await limiter.take(never, 'hook');
    const served: string[] = [];
    void limiter.take(never, 'hook').then((turn) => served.push(turn.kind));
    setBack = 86_400_000;
    await fake.advance(2000);
    expect(served).toEqual(['turn']);
  });

  it('lets at most the burst and the rate through in any span of time, whoever asks and whenever', async () => {
    const rate = 1;
    const burst = 10;
    const wish = fc.record({
      after: fc.integer({ min: 0, max: 4_000 }),
      calls: fc.integer({ min: 1, max: 15 }),
      priority: fc.constantFrom(...priorities),
      rest: fc.option(fc.integer({ min: 1, max: 15_000 }), { freq: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 12 }), async (wishes) => {
        const clock = createFakeClock();
        const limiter = createLimiter({ clock, rate, burst });
        const times: number[] = [];
        let calls = 0;
        for (const { after, calls: number, priority, rest } of wishes) {
          await clock.advance(after);
          calls += number;
          for (let call = 0; call < number; call += 1)
            void limiter.take(never, priority).then(() => times.push(clock.now()));
          if (rest !== null) limiter.rest(rest);
        }
        await clock.advance(600_000);
        expect(times).toHaveLength(calls);
        for (const [first, from] of times.entries())
          for (const [last, to] of times.entries())
            if (last >= first)
              expect(last - first + 1).toBeLessThanOrEqual(burst + ((to - from) / 1000) * rate + 0.001);
      }),
      { numRuns: 25, seed: 5 },
    );
  });
});

describe('the order of turns', () => {
  it('is by urgency, and first come first served among equals', async () => {
    const { clock, turns, take } = setUp(1, 1);
    take('first');
    take('catch-up', never, 'background');
    take('task 1', never, 'hook');
    take('task 2', never, 'hook');
    take('comment', never, 'user');
    await clock.advance(4000);
    expect(turns).toEqual(['first', 'comment', 'task 1', 'task 2', 'catch-up']);
  });

  it('still gives one in five to who is least urgent', async () => {
    const { clock, turns, take } = setUp(1, 1);
    take('first');
    take('sweep', never, 'background');
    take('catch-up', never, 'background');
    for (let number = 1; number <= 8; number += 1) take(`task ${number}`);
    await clock.advance(10_000);
    expect(turns.indexOf('sweep')).toBe(5);
    expect(turns.indexOf('catch-up')).toBe(10);
  });
});

describe('a rest', () => {
  it('is for everybody, and ends without a burst', async () => {
    const { clock, limiter, turns, take } = setUp(1, 10);
    limiter.rest(5000);
    for (const name of ['a', 'b', 'c']) take(name);
    await clock.advance(4999);
    expect(turns).toEqual([]);
    await clock.advance(1);
    expect(turns).toEqual(['a']);
    await clock.advance(2000);
    expect(turns).toEqual(['a', 'b', 'c']);
  });

  it('holds those who waited already for the next turn', async () => {
    const { clock, limiter, turns, take } = setUp(1, 1);
    take('a');
    take('b');
    limiter.rest(10_000);
    await clock.advance(9_999);
    expect(turns).toEqual(['a']);
    await clock.advance(1);
    expect(turns).toEqual(['a', 'b']);
  });

  it('is not cut short by a shorter one', async () => {
    const { clock, limiter, turns, take } = setUp();
    limiter.rest(10_000);
    limiter.rest(1_000);
    take('a');
    await clock.advance(9_999);
    expect(turns).toEqual([]);
    await clock.advance(1);
    expect(turns).toEqual(['a']);
  });

  it('of more than 20 s is waited for by nobody: not by who waits already, nor by who comes later', async () => {
    const { clock, limiter, turns, take } = setUp(1, 1);
    take('a');
    take('b');
    await clock.advance(0);
    limiter.rest(120_000);
    await clock.advance(30_000);
    take('c');
    await clock.advance(0);
    expect(turns).toEqual(['a', turnedDown('b', 120_000), turnedDown('c', 90_000)]);
    expect(clock.waiting()).toBe(0);
  });

  it('gets no longer when the wall clock is set back', async () => {
    let setBack = 0;
    const fake = createFakeClock();
    const limiter = createLimiter({ clock: { ...fake, now: () => fake.now() - setBack }, rate: 1, burst: 1 });
    limiter.rest(5_000);
    setBack = 86_400_000;
    const served: string[] = [];
    void limiter.take(never, 'hook').then((turn) => served.push(turn.kind));
    await fake.advance(5_000);
    expect(served).toEqual(['turn']);
  });
});
