import type { PageMessages } from '../messages/en/index.ts';
import { capitalised } from './capitalised.ts';

type Times = PageMessages['times'];

const dayMilliseconds = 86_400_000;

/** Days from `at` to `now` by the local calendar; clocks may change in between, so hours do not count. */
const daysAgo = (at: Date, now: Date): number =>
  Math.round(
    (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) -
      Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())) /
      dayMilliseconds,
  );

/** The heading of a day: Today, Yesterday, the weekday within a week, else the date (with its year unless this one). */
export const dayLabel = (at: number, now: number, times: Times): string => {
  const date = new Date(at);
  const today = new Date(now);
  const days = daysAgo(date, today);
  if (days <= 0) return times.today;
  if (days === 1) return times.yesterday;
  if (days < 7) return capitalised(date.toLocaleDateString(times.dateLocale, { weekday: 'long' }));
  const sameYear = date.getFullYear() === today.getFullYear();
  return date.toLocaleDateString(times.dateLocale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
};

/** What a clock ahead of ours dates after now belongs to today as well. */
const dayOf = (at: number, now: number): string => new Date(Math.min(at, now)).toDateString();

/** The heading above a row, where it is the first of its day; the row before it in the list is newer. */
export const headingAbove = (at: number, before: number | null, now: number, times: Times): string | null =>
  before !== null && dayOf(before, now) === dayOf(at, now) ? null : dayLabel(Math.min(at, now), now, times);

/** From when (inclusive) until when (exclusive) the day of `at` is, by the local calendar, in ms. */
export const dayBounds = (at: number): { start: number; end: number } => {
  const date = new Date(at);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  return { start: new Date(year, month, day).getTime(), end: new Date(year, month, day + 1).getTime() };
};
