import { describe, expect, it } from 'vitest';
import { dayLabel, groupByDay } from '../../../renderer/state/day-groups.ts';
import { sampleRow } from '../harness/sample.ts';

// Local times: the tests run in UTC, the rules hold in any zone.
const now = new Date(2026, 10, 25, 9, 0).getTime();
const at = (year: number, month: number, day: number, hour = 12): number =>
  new Date(year, month - 1, day, hour).getTime();

describe('the heading of a day', () => {
  it.each([
    ['Today', at(2026, 11, 25, 0)],
    ['Yesterday', at(2026, 11, 24, 23)],
    ['Yesterday', at(2026, 11, 24, 0)],
    ['Monday', at(2026, 11, 23)],
    ['Thursday', at(2026, 11, 19)],
    ['18 November', at(2026, 11, 18)],
    ['1 January', at(2026, 1, 1)],
    ['31 December 2025', at(2025, 12, 31)],
  ])('is %s', (label, time) => expect(dayLabel(time, now)).toBe(label));
});

describe('grouping by day', () => {
  const groups = (...times: number[]): string[] =>
    groupByDay(
      times.map((time, index) => sampleRow({ id: String(100 - index), at: time })),
      now,
    ).map(({ label, rows }) => `${label}: ${rows.map(({ id }) => id).join(' ')}`);

  it('keeps the order and makes one group for each day', () => {
    expect(groups(at(2026, 11, 25, 8), at(2026, 11, 25, 1), at(2026, 11, 24), at(2026, 11, 18))).toEqual([
      'Today: 100 99',
      'Yesterday: 98',
      '18 November: 97',
    ]);
  });

  it('takes what a fast clock dates after now as today', () => {
    expect(groups(at(2026, 11, 26), at(2026, 11, 25, 8))).toEqual(['Today: 100 99']);
  });

  it('has no groups without rows', () => expect(groups()).toEqual([]));
});
