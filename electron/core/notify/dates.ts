import type { SpokenDay } from '../../messages/spoken.ts';
import { createLocalTime, daysBetween, startOf } from '../../contract/local-time.ts';
import type { Reading } from '../reading.ts';

/** Dates as sentences say them, in the language and by the clocks of whoever reads them. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format costs far more to make than to use. */
const formatOf = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
};

const timeZone = 'UTC';
const weekday = { timeZone, weekday: 'long' } as const;
const dayAndMonth = { timeZone, day: 'numeric', month: 'short' } as const;
const wholeDate = { ...dayAndMonth, year: 'numeric' } as const;

/**
 * A due date (YYYY-MM-DD, without a zone): today, tomorrow, yesterday, the weekday within the coming week, else the day
 * and month, with the year when it is another one.
 */
export const spokenDate = (dueOn: string, { messages, zone, now }: Reading): SpokenDay => {
  const today = createLocalTime(zone).dayAt(now);
  const distance = daysBetween(today, dueOn);
  const isPast = distance < 0;
  const { dates, locale } = messages;
  if (distance === 0) return { words: dates.today, isAdverb: true, isPast };
  if (distance === 1) return { words: dates.tomorrow, isAdverb: true, isPast };
  if (distance === -1) return { words: dates.yesterday, isAdverb: true, isPast };
  const isThisYear = dueOn.slice(0, 4) === today.slice(0, 4);
  const options = distance > 1 && distance < 7 ? weekday : isThisYear ? dayAndMonth : wholeDate;
  return { words: formatOf(locale, options).format(startOf(dueOn)), isAdverb: false, isPast };
};

/** The day of a moment (ms since 1970), said like a due date. */
export const spokenDay = (at: number, reading: Reading): SpokenDay =>
  spokenDate(createLocalTime(reading.zone).dayAt(at), reading);

/** A due date by itself. */
export const shortDate = (dueOn: string, reading: Reading): string => spokenDate(dueOn, reading).words;

/** The day of a moment (ms since 1970) by itself. */
export const shortDay = (at: number, reading: Reading): string => spokenDay(at, reading).words;

/** The time of day of a moment (ms since 1970). */
export const shortTime = (at: number, { messages, zone }: Reading): string =>
  formatOf(messages.locale, { timeZone: zone ?? undefined, hour: '2-digit', minute: '2-digit' }).format(at);
