import type { ChangeRow, Overview } from '../../contract/index.ts';
import { cutAtWord } from '../../core/notify/plain-text.ts';
import { appName } from '../app-identity.ts';
import { type TrayEntry, trayMenu } from './menu.ts';
import { type TrayState, trayStateOf } from './state.ts';
import { newsOf, summaryOf } from './summary.ts';

/** Everything the tray shows. */
export type TrayView = {
  readonly state: TrayState;
  readonly toolTip: string;
  /** The count beside the icon, where a system has room for one. */
  readonly title: string;
  /** The count on the app’s own icon, where a system shows one. */
  readonly badge: number;
  readonly menu: readonly TrayEntry[];
};

/** Windows cuts longer ones in the middle of a word. */
const longestToolTip = 127;
const mostCounted = 99;

/** What the tray shows of the app’s state; `latest` are the latest changes, newest first, `now` is in ms since 1970. */
export const trayViewOf = (
  overview: Overview,
  latest: readonly ChangeRow[],
  now: number,
  locale?: string,
): TrayView => ({
  state: trayStateOf(overview),
  toolTip: cutAtWord(`${appName} · ${summaryOf(overview, now, locale)}`, longestToolTip),
  title: overview.unread === 0 ? '' : overview.unread > mostCounted ? `${mostCounted}+` : String(overview.unread),
  badge: overview.unread,
  menu: trayMenu(overview, latest, newsOf(overview, now, locale)),
});
