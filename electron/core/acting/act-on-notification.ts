import type { ChangeStore } from '../changes/store.ts';
import type { Ledger } from '../notify/ledger.ts';
import type { NotificationAction, NotificationText } from '../notify/notifier.ts';
import { quoted } from '../notify/plain-text.ts';
import type { Acting } from './acting.ts';
import type { Wish } from './wish.ts';

export type NotificationActingPorts = {
  readonly ledger: Pick<Ledger, 'notification'>;
  readonly store: Pick<ChangeStore, 'change'>;
  readonly acting: Pick<Acting, 'act'>;
  readonly markRead: (ids: readonly string[]) => void;
  /** Raises a notification of its own. */
  readonly tell: (text: Pick<NotificationText, 'title' | 'body' | 'url' | 'discreet'>) => void;
};

const doings: Record<Exclude<NotificationAction, 'open'>, string> = {
  resolve: 'Resolving',
  reopen: 'Reopening',
  comment: 'Commenting on',
};

const wishOf = (action: Exclude<NotificationAction, 'open'>, text: string): Wish =>
  action === 'comment' ? { kind: 'comment', body: text } : { kind: action };

/**
 * What a button of a notification does: it is done to the task, and the changes it told are read. A failure is told by a
 * notification of its own, as nobody is looking at the window, and the changes stay unread. Nothing is done where there is
 * no such notification, or nothing was typed.
 */
export const actOnNotification = async (
  { ledger, store, acting, markRead, tell }: NotificationActingPorts,
  id: string,
  action: Exclude<NotificationAction, 'open'>,
  text: string,
): Promise<void> => {
  const notification = ledger.notification(id);
  const newest = notification?.changeIds.at(-1);
  if (notification === null || newest === undefined || (action === 'comment' && text.trim() === '')) return;
  const done = await acting.act(newest, wishOf(action, text.trim()));
  if (done.ok) return markRead(notification.changeIds);
  const task = quoted(store.change(newest)?.account.title ?? '');
  const { message: body } = done.failure;
  const discreet = { title: `${doings[action]} a task failed`, body };
  tell({ title: `${doings[action]} ${task} failed`, body, url: notification.url, discreet });
};
