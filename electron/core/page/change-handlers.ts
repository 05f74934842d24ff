import { type Opened, type RequestHandlers, succeed } from '../../contract/index.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { Ledger } from '../notify/ledger.ts';
import { notThere } from './not-there.ts';
import { rowOf } from './rows.ts';

export type ChangeHandlerPorts = {
  readonly clock: Clock;
  readonly store: Pick<ChangeStore, 'list' | 'change' | 'unreadCount'>;
  readonly ledger: Pick<Ledger, 'notification'>;
  /** Marks changes read (all when null) and tells the page. */
  readonly markRead: (ids: readonly string[] | null) => void;
  /** Opens a page if it passes the gate. */
  readonly open: (url: string) => Promise<Opened>;
};

/** What clicking a notification does: opens its page and marks its changes read. Null: there is no such notification. */
export const openNotification = async (
  { ledger, markRead, open }: Pick<ChangeHandlerPorts, 'ledger' | 'markRead' | 'open'>,
  id: string,
): Promise<Opened | null> => {
  const notification = ledger.notification(id);
  if (notification === null) return null;
  markRead(notification.changeIds);
  return notification.url === null ? { kind: 'nothing' } : open(notification.url);
};

type Answered = 'changes' | 'read-changes' | 'open-change' | 'open-notification';

/** Answers what the page asks about the list of changes. */
export const createChangeHandlers = (ports: ChangeHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { clock, store, markRead, open } = ports;
  return {
    changes: ({ before, limit, show }) => {
      const changes = store.list({ before, limit: limit + 1, unreadOnly: show === 'unread' });
      const rows = changes.slice(0, limit).map((change) => rowOf(change, clock.now()));
      return succeed({ rows, next: changes.length > limit ? (rows.at(-1)?.id ?? null) : null });
    },
    'read-changes': (payload) => {
      markRead(payload.which === 'all' ? null : payload.ids);
      return succeed({ unread: store.unreadCount() });
    },
    'open-change': async ({ id }) => {
      const change = store.change(id);
      if (change === null) return notThere('change');
      markRead([id]);
      return succeed(change.account.url === null ? { kind: 'nothing' } : await open(change.account.url));
    },
    'open-notification': async ({ id }) => {
      const opened = await openNotification(ports, id);
      return opened === null ? notThere('notification') : succeed(opened);
    },
  };
};
