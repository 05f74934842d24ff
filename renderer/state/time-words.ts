const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Making a formatter takes far longer than using it, and rows need theirs while one scrolls. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const format = (at: number, locale: string | undefined, options: Intl.DateTimeFormatOptions): string => {
  const key = JSON.stringify([locale, options]);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, formatter);
  return formatter.format(at);
};

/** A time of day as the user's system writes it: "17:20", "5:20 PM". */
export const timeOfDay = (at: number, locale?: string): string =>
  format(at, locale, { hour: 'numeric', minute: '2-digit' });

/** How long ago, short, for the end of a row: "now", "2 min", "1 h"; before today the time of day. */
export const rowTime = (at: number, now: number, locale?: string): string => {
  const age = now - at;
  if (age < minute) return 'now';
  if (age < hour) return `${Math.floor(age / minute)} min`;
  if (new Date(at).toDateString() === new Date(now).toDateString()) return `${Math.floor(age / hour)} h`;
  return timeOfDay(at, locale);
};

/** How long ago, inside a sentence: "just now", "20 s ago", "2 min ago", "3 h ago", "2 days ago". */
export const timeAgo = (at: number, now: number): string => {
  const age = Math.max(0, now - at);
  if (age < 5_000) return 'just now';
  if (age < minute) return `${Math.floor(age / 1_000)} s ago`;
  if (age < hour) return `${Math.floor(age / minute)} min ago`;
  if (age < day) return `${Math.floor(age / hour)} h ago`;
  const days = Math.floor(age / day);
  return days === 1 ? '1 day ago' : `${days} days ago`;
};

/** The whole date and time, for whoever wants to know exactly. */
export const exactTime = (at: number, locale?: string): string => {
  const date = format(at, 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${date}, ${timeOfDay(at, locale)}`;
};

const dayAndMonth = (at: number): string => format(at, 'en-GB', { day: 'numeric', month: 'short' });

const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** When something ends, after “until”: "18:20 today", "tomorrow, 18:20", "30 Nov". */
export const untilWords = (at: number, now: number, locale?: string): string => {
  if (isSameDay(at, now)) return `${timeOfDay(at, locale)} today`;
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return isSameDay(at, tomorrow.getTime()) ? `tomorrow, ${timeOfDay(at, locale)}` : dayAndMonth(at);
};

/** The same in few words, as it stands in a pill: today’s without the day. "18:20", "tomorrow, 18:20", "30 Nov". */
export const endWords = (at: number, now: number, locale?: string): string =>
  isSameDay(at, now) ? timeOfDay(at, locale) : untilWords(at, now, locale);

/** A time to the second, to be compared with other logs: "17:29:48"; before today with its day. */
export const preciseTime = (at: number, now: number, locale?: string): string => {
  const time = new Date(at).toLocaleTimeString(locale);
  return isSameDay(at, now) ? time : `${dayAndMonth(at)}, ${time}`;
};
