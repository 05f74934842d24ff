/** Dates as sentences say them. `now` is ms since 1970; days are the machine's own. */

const dayOf = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;

/**
 * A due date (YYYY-MM-DD, without a zone): today, tomorrow, yesterday, the weekday within the coming week, else the day
 * and month, with the year when it is another one.
 */
export const shortDate = (dueOn: string, now: number): string => {
  const [year = 0, month = 1, day = 1] = dueOn.split('-').map(Number);
  const today = new Date(now);
  const distance = Date.UTC(year, month - 1, day) / 86_400_000 - dayOf(today);
  if (distance === 0) return 'today';
  if (distance === 1) return 'tomorrow';
  if (distance === -1) return 'yesterday';
  const date = new Date(Date.UTC(year, month - 1, day));
  const write = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(date);
  if (distance > 1 && distance < 7) return write({ weekday: 'long' });
  if (year === today.getFullYear()) return write({ day: 'numeric', month: 'short' });
  return write({ day: 'numeric', month: 'short', year: 'numeric' });
};

/** The day of a moment (ms since 1970), written like a due date. */
export const shortDay = (at: number, now: number): string => {
  const date = new Date(at);
  const digits = (value: number): string => String(value).padStart(2, '0');
  return shortDate(`${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`, now);
};
