import { createLocalTime, daysBetween, startOf } from '../local-time.ts';

/** Dates as sentences say them. `now` is ms since 1970; `zone` is a time zone (IANA), null for the machine's own. */

/**
 * A due date (YYYY-MM-DD, without a zone): today, tomorrow, yesterday, the weekday within the coming week, else the day
 * and month, with the year when it is another one.
 */
export const shortDate = (dueOn: string, now: number, zone: string | null = null): string => {
  const today = createLocalTime(zone).dayAt(now);
  const distance = daysBetween(today, dueOn);
  if (distance === 0) return 'today';
  if (distance === 1) return 'tomorrow';
  if (distance === -1) return 'yesterday';
  const write = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(startOf(dueOn));
  if (distance > 1 && distance < 7) return write({ weekday: 'long' });
  if (dueOn.slice(0, 4) === today.slice(0, 4)) return write({ day: 'numeric', month: 'short' });
  return write({ day: 'numeric', month: 'short', year: 'numeric' });
};

/** The day of a moment (ms since 1970), written like a due date. */
export const shortDay = (at: number, now: number, zone: string | null = null): string =>
  shortDate(createLocalTime(zone).dayAt(at), now, zone);
