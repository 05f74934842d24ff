import { describe, expect, it } from 'vitest';
import { type MonthPlan, playMonth } from './play.ts';
import { judgeMonth } from './verdict.ts';
import { otherWay, otherWays } from './ways.ts';

/** A few days of the month that `npm run month` plays whole. */
const short = { days: 4, actions: 250 } as const;

const problemsOf = async (plan: Pick<MonthPlan, 'seed' | 'quirks'>): Promise<readonly string[]> => {
  const played = await playMonth({ ...short, ...plan });
  expect(played.changes.length).toBeGreaterThan(100);
  return judgeMonth(played);
};

describe('the account of a month, with four of ten hooks lost, one of ten doubled, none in order, and two sleeps', () => {
  it.each([1, 2, 3])('is true (seed %d)', async (seed) => {
    expect(await problemsOf({ seed })).toEqual([]);
  });

  it.each(otherWays)('is true where Redbooth is not as assumed: %o', async (quirks) => {
    expect(await problemsOf({ seed: 4, quirks })).toEqual([]);
  });

  it('is true where nothing is as assumed', async () => {
    expect(await problemsOf({ seed: 5, quirks: otherWay })).toEqual([]);
  });
});
