import type { Overview } from '../../contract/index.ts';
import { isUrlChanged } from './state.ts';

/** A moment as people say it: the time, with the day when it is not today. */
const describeMoment = (at: number, now: number, locale: string | undefined): string => {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const style: Intl.DateTimeFormatOptions = isToday
    ? { timeStyle: 'short' }
    : { weekday: 'short', hour: 'numeric', minute: '2-digit' };
  return new Intl.DateTimeFormat(locale, style).format(at);
};

/**
 * The state of the app in words, the most urgent first: what the icon tells, for those who cannot tell it from the icon.
 * Without a `locale` times are written as the system writes them.
 */
export const summaryOf = (overview: Overview, now: number, locale?: string): string => {
  const { account, reachability, notices, pause, unread } = overview;
  const parts: string[] = [];
  if (account.state !== 'signed-in') parts.push(account.sentence);
  if (reachability.state === 'offline' || reachability.state === 'name-lost') parts.push(reachability.sentence);
  for (const { title } of notices.filter(isUrlChanged)) parts.push(title);
  if (pause.state === 'paused') {
    parts.push(pause.until === null ? 'Paused' : `Paused until ${describeMoment(pause.until, now, locale)}`);
  }
  if (unread > 0) parts.push(`${unread} unread ${unread === 1 ? 'change' : 'changes'}`);
  return parts.length === 0 ? 'No unread changes' : parts.join(' · ');
};
