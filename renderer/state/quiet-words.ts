import { type QuietHours, weekdays } from '../../electron/contract/index.ts';
import { timeOfDay } from './time-words.ts';

type Weekday = (typeof weekdays)[number];

export const weekdayWords: Readonly<Record<Weekday, { readonly short: string; readonly long: string }>> = {
  mon: { short: 'Mon', long: 'Monday' },
  tue: { short: 'Tue', long: 'Tuesday' },
  wed: { short: 'Wed', long: 'Wednesday' },
  thu: { short: 'Thu', long: 'Thursday' },
  fri: { short: 'Fri', long: 'Friday' },
  sat: { short: 'Sat', long: 'Saturday' },
  sun: { short: 'Sun', long: 'Sunday' },
};

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

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** The days in words: "Every day", "Mon to Fri", "Sat and Sun", "Mon to Wed and Fri". */
export const daysWords = (days: readonly Weekday[]): string => {
  if (weekdays.every((day) => days.includes(day))) return 'Every day';
  const words = runsOf(days).flatMap((run) => {
    const names = run.map((day) => weekdayWords[day].short);
    return names.length > 2 ? [`${names[0]} to ${names.at(-1)}`] : names;
  });
  return listed(words);
};

/** A time of the settings ("18:30") as the user's system writes it. */
const localTime = (time: string, locale?: string): string =>
  timeOfDay(new Date(`2026-01-01T${time}`).getTime(), locale);

/** A quiet time in a sentence: "Mon to Fri, 18:30 until 8:00 on the next day". */
export const quietWords = ({ days, from, to }: QuietHours, locale?: string): string => {
  const [begin, end] = [localTime(from, locale), localTime(to, locale)];
  return from === to
    ? `${daysWords(days)}, from ${begin} for a whole day`
    : `${daysWords(days)}, ${begin} until ${end}${to < from ? ' on the next day' : ''}`;
};
