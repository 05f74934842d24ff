import { createPlural } from '../../../electron/contract/index.ts';

const plural = createPlural('en');

/** Times and days in words. Times of day come as the user’s system writes them. */
export const times = {
  /** By whose custom dates are written. */
  dateLocale: 'en-GB',
  now: 'now',
  minutes: (count: number): string => `${count} min`,
  hours: (count: number): string => `${count} h`,
  justNow: 'just now',
  secondsAgo: (count: number): string => `${count} s ago`,
  minutesAgo: (count: number): string => `${count} min ago`,
  hoursAgo: (count: number): string => `${count} h ago`,
  daysAgo: (count: number): string => plural(count, { one: `${count} day ago`, other: `${count} days ago` }),
  /** A date with the time on it. */
  dateAndTime: (date: string, time: string): string => `${date}, ${time}`,
  today: 'Today',
  yesterday: 'Yesterday',
  todayAt: (time: string): string => `Today, ${time}`,
  tomorrowAt: (time: string): string => `Tomorrow, ${time}`,
  /** When something ends, as it stands after “until”. */
  end: {
    at: (time: string): string => time,
    today: (time: string): string => `${time} today`,
    tomorrow: (time: string): string => `tomorrow, ${time}`,
    on: (date: string): string => date,
  },
};
