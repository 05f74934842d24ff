import type { Overview } from '../../contract/index.ts';
import { hostMessages } from '../../messages/host-messages.ts';
import { needsPerson } from './state.ts';

/** A moment as people say it: the time, with the day when it is not today. */
const describeMoment = (at: number, now: number, locale: string): string => {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const style: Intl.DateTimeFormatOptions = isToday
    ? { timeStyle: 'short' }
    : { weekday: 'short', hour: 'numeric', minute: '2-digit' };
  return new Intl.DateTimeFormat(locale, style).format(at);
};

const localeOfSystem = (): string => new Intl.DateTimeFormat().resolvedOptions().locale;

/**
 * What of the user’s is waiting, and whether it is told. `systemLocale` decides how times are written where its language is
 * the app’s.
 */
export const newsOf = ({ pause, unread, language }: Overview, now: number, systemLocale = localeOfSystem()): string => {
  const { tray: words, locale } = hostMessages(language);
  const news = unread === 0 ? words.noNews : words.news(unread);
  if (pause.state === 'running') return news;
  const format = systemLocale.split('-')[0] === language ? systemLocale : locale;
  const paused = pause.until === null ? words.paused : words.pausedUntil(describeMoment(pause.until, now, format));
  return unread === 0 ? paused : `${paused} · ${news}`;
};

/** What keeps changes from reaching the user, the most urgent first. */
const troubles = ({ account, reachability, notices }: Overview): readonly string[] => [
  ...notices.filter(needsPerson).map(({ title }) => title),
  ...(account.state !== 'signed-in' && !notices.some(({ id }) => id === 'signed-out') ? [account.sentence] : []),
  ...(reachability.state === 'offline' ? [reachability.sentence] : []),
  ...notices.filter(({ id }) => id === 'api-failing').map(({ title }) => title),
];

/** The state of the app in words: what the icon tells, for those who cannot tell it from the icon. */
export const summaryOf = (overview: Overview, now: number, locale?: string): string => {
  const trouble = troubles(overview);
  const isQuiet = overview.unread === 0 && overview.pause.state === 'running';
  return (isQuiet && trouble.length > 0 ? trouble : [...trouble, newsOf(overview, now, locale)]).join(' · ');
};
