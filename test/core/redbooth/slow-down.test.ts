import { describe, expect, it } from 'vitest';
import { createSlowDown } from '../../../electron/core/redbooth/slow-down.ts';

describe('slowing down', () => {
  it('doubles the rest with each refusal in a row, from 5 s to two minutes', () => {
    const slowDown = createSlowDown();
    const rests = Array.from({ length: 7 }, () => slowDown.refused(slowDown.mark(), null));
    expect(rests).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000]);
  });

  it('is back to normal after an answer', () => {
    const slowDown = createSlowDown();
    slowDown.refused(slowDown.mark(), null);
    slowDown.refused(slowDown.mark(), null);
    slowDown.answered(slowDown.mark());
    expect(slowDown.refused(slowDown.mark(), null)).toBe(5_000);
  });

  it('takes refusals of requests that were under way together as one', () => {
    const slowDown = createSlowDown();
    const mark = slowDown.mark();
    expect([1, 2, 3].map(() => slowDown.refused(mark, null))).toEqual([5_000, 5_000, 5_000]);
    expect(slowDown.refused(slowDown.mark(), null)).toBe(10_000);
  });

  it('is not over with an answer to what was sent before the rest', () => {
    const slowDown = createSlowDown();
    const mark = slowDown.mark();
    slowDown.refused(mark, null);
    slowDown.answered(mark);
    expect(slowDown.refused(slowDown.mark(), null)).toBe(10_000);
  });

  it.each([
    [30_000, 30_000],
    [0, 1_000],
  ])('rests for what the server asks for (%d ms), but not for less than a second', (asked, rest) => {
    const slowDown = createSlowDown();
    expect(slowDown.refused(slowDown.mark(), asked)).toBe(rest);
  });
});
