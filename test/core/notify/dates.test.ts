import { describe, expect, it } from 'vitest';
import { shortDate, shortDay } from '../../../electron/core/notify/dates.ts';
import { readingAt } from '../../fakes/reading.ts';

// A Monday.
const now = Date.UTC(2026, 10, 23, 9, 0, 0);

describe('a due date', () => {
  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-25', 'Wednesday'],
    ['2026-11-29', 'Sunday'],
    ['2026-11-30', '30 Nov'],
    ['2026-11-21', '21 Nov'],
    ['2026-12-03', '3 Dec'],
    ['2027-01-01', '1 Jan 2027'],
    ['2025-12-24', '24 Dec 2025'],
  ])('%s is “%s”', (dueOn, words) => {
    expect(shortDate(dueOn, readingAt(now))).toBe(words);
  });

  it('is today from midnight to midnight', () => {
    expect(shortDate('2026-11-23', readingAt(Date.UTC(2026, 10, 23, 0, 0, 0)))).toBe('today');
    expect(shortDate('2026-11-23', readingAt(Date.UTC(2026, 10, 23, 23, 59, 59)))).toBe('today');
  });

  it('is tomorrow over the end of a year', () => {
    expect(shortDate('2027-01-01', readingAt(Date.UTC(2026, 11, 31, 12, 0, 0)))).toBe('tomorrow');
  });

  it.each([
    ['Pacific/Kiritimati', '2026-11-24', 'today'],
    ['Pacific/Pago_Pago', '2026-11-23', 'tomorrow'],
  ])('in %s, %s is “%s” as the day is another one there', (zone, dueOn, words) => {
    const evening = Date.UTC(2026, 10, 23, 10, 30);
    expect(shortDate(dueOn, readingAt(evening, zone))).toBe(words);
    expect(shortDay(evening, readingAt(evening, zone))).toBe('today');
  });
});
