import type { Overview } from '../../contract/index.ts';
import { needsPerson } from './state.ts';

/** A moment as people say it: the time, with the day when it is not today. */
const describeMoment = (at: number, now: number, locale: string | undefined): string => {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const style: Intl.DateTimeFormatOptions = isToday
    ? { timeStyle: 'short' }
    : { weekday: 'short', hour: 'numeric', minute: '2-digit' };
  return new Intl.DateTimeFormat(locale, style).format(at);
};

/** What of the user’s is waiting, and whether it is told. Without a `locale` times are written as the system writes them. */
export const newsOf = ({ pause, unread }: Overview, now: number, locale?: string): string => {
  const news = unread === 0 ? 'No unread changes' : `${unread} unread ${unread === 1 ? 'change' : 'changes'}`;
  if (pause.state === 'running') return news;
  const paused = pause.until === null ? 'Paused' : `Paused until ${describeMoment(pause.until, now, locale)}`;
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
