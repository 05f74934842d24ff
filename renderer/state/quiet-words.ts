import { type QuietHours, weekdays } from '../../electron/contract/index.ts';
import type { PageMessages } from '../messages/en/index.ts';
import { type TimeSpeech, timeOfDay } from './time-words.ts';

type Weekday = (typeof weekdays)[number];
type QuietSpeech = { readonly messages: Pick<PageMessages, 'quiet' | 'times'>; readonly locale: string };

/** Days that follow upon each other, by their place in the week. */
const runsOf = (days: readonly Weekday[]): readonly (readonly Weekday[])[] => {
  const runs: Weekday[][] = [];
  let before = -2;
  for (const [index, day] of weekdays.entries()) {
    if (!days.includes(day)) continue;
    if (index === before + 1) runs.at(-1)?.push(day);
    else runs.push([day]);
    before = index;
  }
  return runs;
};

/** The days in words: "Every day", "Mon to Fri", "Sat and Sun", "Mon to Wed and Fri". */
export const daysWords = (days: readonly Weekday[], { quiet, times }: QuietSpeech['messages']): string => {
  if (weekdays.every((day) => days.includes(day))) return quiet.everyDay;
  const words = runsOf(days).flatMap((run) => {
    const names = run.map((day) => quiet.days[day].short);
    return names.length > 2 ? [quiet.range(names[0] ?? '', names.at(-1) ?? '')] : names;
  });
  return new Intl.ListFormat(times.dateLocale, { type: 'conjunction' }).format(words);
};

/** A time of the settings ("18:30") as the user's system writes it. */
const localTime = (time: string, { locale }: Pick<TimeSpeech, 'locale'>): string =>
  timeOfDay(new Date(`2026-01-01T${time}`).getTime(), locale);

/** A quiet time in a sentence: "Mon to Fri, 18:30 until 8:00 on the next day". */
export const quietWords = ({ days, from, to }: QuietHours, speech: QuietSpeech): string => {
  const { quiet } = speech.messages;
  const words = daysWords(days, speech.messages);
  const [begin, end] = [localTime(from, speech), localTime(to, speech)];
  if (from === to) return quiet.wholeDay(words, begin);
  return to < from ? quiet.nextDay(words, begin, end) : quiet.sameDay(words, begin, end);
};
