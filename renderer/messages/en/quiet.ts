import type { weekdays } from '../../../electron/contract/index.ts';

type DayWords = { readonly short: string; readonly long: string };

const days: Readonly<Record<(typeof weekdays)[number], DayWords>> = {
  mon: { short: 'Mon', long: 'Monday' },
  tue: { short: 'Tue', long: 'Tuesday' },
  wed: { short: 'Wed', long: 'Wednesday' },
  thu: { short: 'Thu', long: 'Thursday' },
  fri: { short: 'Fri', long: 'Friday' },
  sat: { short: 'Sat', long: 'Saturday' },
  sun: { short: 'Sun', long: 'Sunday' },
};

/** A quiet time in a sentence. */
export const quiet = {
  days,
  everyDay: 'Every day',
  /** From a day to a later one. */
  range: (first: string, last: string): string => `${first} to ${last}`,
  sameDay: (days: string, from: string, to: string): string => `${days}, ${from} until ${to}`,
  nextDay: (days: string, from: string, to: string): string => `${days}, ${from} until ${to} on the next day`,
  wholeDay: (days: string, from: string): string => `${days}, from ${from} for a whole day`,
};
