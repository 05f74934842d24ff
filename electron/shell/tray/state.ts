import type { Overview } from '../../contract/index.ts';

/** What the tray icon tells at a glance, the most urgent first: offline, paused, unread, idle. */
export type TrayState = 'idle' | 'unread' | 'paused' | 'offline';

/** Whether changes cannot reach the user until something, or someone, sets it right. */
export const isOffline = ({ reachability, account, notices }: Overview): boolean =>
  account.state !== 'signed-in' ||
  reachability.state === 'offline' ||
  reachability.state === 'name-lost' ||
  notices.some(isUrlChanged);

/** Reachable again, but under an address that nobody has given to Redbooth yet. */
export const isUrlChanged = ({ id }: Overview['notices'][number]): boolean => id === 'hook-url-changed';

export const trayStateOf = (overview: Overview): TrayState => {
  if (isOffline(overview)) return 'offline';
  if (overview.pause.state === 'paused') return 'paused';
  return overview.unread > 0 ? 'unread' : 'idle';
};
