import type { PageMessages } from '../messages/en/index.ts';
import { capitalised } from './capitalised.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** For whom times are put into words: dates are written the language’s way, times of day the locale’s. */
export type TimeSpeech = { readonly messages: Pick<PageMessages, 'times'>; readonly locale: string };

/** Making a formatter takes far longer than using it, and rows need theirs while one scrolls. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const format = (at: number, locale: string, options: Intl.DateTimeFormatOptions): string => {
  const key = JSON.stringify([locale, options]);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, formatter);
  return formatter.format(at);
};

/** A time of day as the user's system writes it: "17:20", "5:20 PM". */
export const timeOfDay = (at: number, locale: string): string =>
  format(at, locale, { hour: 'numeric', minute: '2-digit' });

/** How long ago, short, for the end of a row: "now", "2 min", "1 h"; before today the time of day. */
export const rowTime = (at: number, now: number, { messages: { times }, locale }: TimeSpeech): string => {
  const age = now - at;
  if (age < minute) return times.now;
  if (age < hour) return times.minutes(Math.floor(age / minute));
  if (new Date(at).toDateString() === new Date(now).toDateString()) return times.hours(Math.floor(age / hour));
  return timeOfDay(at, locale);
};

/** How long ago, inside a sentence: "just now", "20 s ago", "2 min ago", "3 h ago", "2 days ago". */
export const timeAgo = (at: number, now: number, { messages: { times } }: Pick<TimeSpeech, 'messages'>): string => {
  const age = Math.max(0, now - at);
  if (age < 5_000) return times.justNow;
  if (age < minute) return times.secondsAgo(Math.floor(age / 1_000));
  if (age < hour) return times.minutesAgo(Math.floor(age / minute));
  if (age < day) return times.hoursAgo(Math.floor(age / hour));
  return times.daysAgo(Math.floor(age / day));
};

/** The whole date and time, for whoever wants to know exactly. */
export const exactTime = (at: number, { messages: { times }, locale }: TimeSpeech): string => {
  const date = format(at, times.dateLocale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return capitalised(times.dateAndTime(date, timeOfDay(at, locale)));
};

const dayAndMonth = (at: number, { messages }: TimeSpeech): string =>
  format(at, messages.times.dateLocale, { day: 'numeric', month: 'short' });

const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** When something ends, as it stands after “until”: "18:20 today", "tomorrow, 18:20", "30 Nov". */
export const untilWords = (at: number, now: number, speech: TimeSpeech): string => {
  const { end } = speech.messages.times;
  const time = timeOfDay(at, speech.locale);
  if (isSameDay(at, now)) return end.today(time);
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return isSameDay(at, tomorrow.getTime()) ? end.tomorrow(time) : end.on(dayAndMonth(at, speech));
};

/** The same in few words, as it stands in a pill: today’s without the day. "18:20", "tomorrow, 18:20", "30 Nov". */
export const endWords = (at: number, now: number, speech: TimeSpeech): string =>
  isSameDay(at, now) ? speech.messages.times.end.at(timeOfDay(at, speech.locale)) : untilWords(at, now, speech);

/** A time to the second, to be compared with other logs: "17:29:48"; before today with its day. */
export const preciseTime = (at: number, now: number, speech: TimeSpeech): string => {
  const time = format(at, speech.locale, { timeStyle: 'medium' });
  return isSameDay(at, now) ? time : speech.messages.times.dateAndTime(dayAndMonth(at, speech), time);
};
