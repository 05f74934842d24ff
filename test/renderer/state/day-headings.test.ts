import { describe, expect, it } from 'vitest';
import { english } from '../../../renderer/messages/en/index.ts';
import { spanish } from '../../../renderer/messages/es/index.ts';
import { dayLabel, headingAbove } from '../../../renderer/state/day-headings.ts';

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
  ])('is %s', (label, time) => expect(dayLabel(time, now, english.times)).toBe(label));

  it.each([
    ['Hoy', at(2026, 11, 25)],
    ['Ayer', at(2026, 11, 24)],
    ['Lunes', at(2026, 11, 23)],
    ['18 de noviembre', at(2026, 11, 18)],
    ['31 de diciembre de 2025', at(2025, 12, 31)],
  ])('is “%s” in Spanish', (label, time) => expect(dayLabel(time, now, spanish.times)).toBe(label));
});

describe('the heading above a row', () => {
  /** The headings of a list, newest first. */
  const headings = (...times: number[]): (string | null)[] =>
    times.map((time, index) => headingAbove(time, times[index - 1] ?? null, now, english.times));

  it('stands above the first row of each day only', () => {
    expect(headings(at(2026, 11, 25, 8), at(2026, 11, 25, 1), at(2026, 11, 24), at(2026, 11, 18))).toEqual([
      'Today',
      null,
      'Yesterday',
      '18 November',
    ]);
  });

  it('takes what a fast clock dates after now as today', () => {
    expect(headings(at(2026, 11, 26), at(2026, 11, 25, 8))).toEqual(['Today', null]);
  });
});
