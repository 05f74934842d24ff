import type { Notice, Overview } from '../../contract/index.ts';

/** What the tray icon tells at a glance, the most urgent first: error, offline, paused, unread, idle. */
export type TrayState = 'idle' | 'unread' | 'paused' | 'offline' | 'error';

/** Whether a person has to do something before changes reach the user as they should. */
export const needsPerson = ({ id, tone }: Notice): boolean => tone === 'bad' || id === 'signed-out';

/** Whether changes do not reach the user for now, which sets itself right. */
const isOffline = ({ reachability, account, notices }: Overview): boolean =>
  account.state !== 'signed-in' ||
  reachability.state === 'offline' ||
  reachability.state === 'name-lost' ||
  notices.some(({ id }) => id === 'api-failing');

export const trayStateOf = (overview: Overview): TrayState => {
  if (overview.notices.some(needsPerson)) return 'error';
  if (isOffline(overview)) return 'offline';
  if (overview.pause.state === 'paused') return 'paused';
  return overview.unread > 0 ? 'unread' : 'idle';
};
