import type { Overview } from '../../contract/index.ts';

/** A moment as people say it: the time, with the day when it is not today. */
const describeMoment = (at: number, now: number): string => {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(undefined, {
    hour: 'numeric',
    minute: '2-digit',
    ...(!isToday && { weekday: 'short' }),
  }).format(at);
};

/** The state of the app in words, the most urgent first: what the icon tells, for those who cannot tell it from the icon. */
export const summaryOf = ({ account, reachability, pause, unread }: Overview, now: number): string => {
  const parts: string[] = [];
  if (account.state !== 'signed-in') parts.push(account.sentence);
  if (reachability.state === 'offline' || reachability.state === 'name-lost') parts.push(reachability.sentence);
  if (pause.state === 'paused') {
    parts.push(pause.until === null ? 'Paused' : `Paused until ${describeMoment(pause.until, now)}`);
  }
  if (unread > 0) parts.push(`${unread} unread ${unread === 1 ? 'change' : 'changes'}`);
  return parts.length === 0 ? 'No unread changes' : parts.join(' · ');
};
