import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { Reading } from '../reading.ts';
import type { Ledger } from '../notify/ledger.ts';
import type { NotificationAction, NotificationText } from '../notify/notifier.ts';
import type { Mutes } from '../notify/mutes.ts';
import type { LastNotificationMute } from '../notify/notification-mute.ts';
import { quoted } from '../notify/plain-text.ts';
import type { Acting } from './acting.ts';
import type { Wish } from './wish.ts';

export type NotificationActingPorts = {
  readonly clock: Pick<Clock, 'now'>;
  readonly reading: () => Reading;
  readonly ledger: Pick<Ledger, 'notification'>;
  readonly store: Pick<ChangeStore, 'change'>;
  readonly acting: Pick<Acting, 'act'>;
  readonly mutes: Pick<Mutes, 'mute' | 'unreadOf'>;
  readonly lastNotificationMute: Pick<LastNotificationMute, 'set'>;
  /** Marks changes read; gives by what to undo that, null when all were read. */
  readonly markRead: (ids: readonly string[]) => number | null;
  /** Tells the page how things stand. */
  readonly publishOverview: () => void;
  /** Raises a notification of its own. */
  readonly tell: (text: Pick<NotificationText, 'title' | 'body' | 'url' | 'discreet'>) => void;
};

const day = 24 * 3_600_000;

const wishOf = (action: Wish['kind'], text: string): Wish =>
  action === 'comment' ? { kind: 'comment', body: text } : { kind: action };

/**
 * What a button of a notification does: it is done to the task, or the task is muted for a day, and the changes it told are read. A failure is told by a
 * notification of its own, as nobody is looking at the window, and the changes stay unread. Nothing is done where there is
 * no such notification, or nothing was typed.
 */
export const actOnNotification = async (
  ports: NotificationActingPorts,
  id: string,
  action: Exclude<NotificationAction, 'open'>,
  text: string,
): Promise<void> => {
  const { ledger, store, acting, markRead, tell } = ports;
  const notification = ledger.notification(id);
  const newest = notification?.changeIds.at(-1);
  if (notification === null || newest === undefined || (action === 'comment' && text.trim() === '')) return;
  if (action === 'mute') return muteTask(ports, newest, notification.changeIds);
  const done = await acting.act(newest, wishOf(action, text.trim()));
  if (done.ok) return void markRead(notification.changeIds);
  const { failed } = ports.reading().messages.taskActions;
  const task = quoted(store.change(newest)?.account.title ?? '');
  const { message: body } = done.failure;
  const discreet = { title: failed(action, null), body };
  tell({ title: failed(action, task), body, url: notification.url, discreet });
};

const muteTask = (
  { clock, store, mutes, lastNotificationMute, markRead, publishOverview }: NotificationActingPorts,
  changeId: string,
  toldIds: readonly string[],
): void => {
  const change = store.change(changeId);
  const muted = change === null ? null : mutes.mute(change, 'task', clock.now() + day);
  if (muted === null) return;
  const { id, accountId } = muted;
  const readAt = markRead([...new Set([...toldIds, ...mutes.unreadOf(muted)])]);
  lastNotificationMute.set({ id, accountId, changeId, readAt });
  publishOverview();
};
