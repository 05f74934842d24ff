import {
  type ChangeRow,
  type Failure,
  type Opened,
  type RequestHandlers,
  type Result,
  succeed,
} from '../../contract/index.ts';
import type { Acting } from '../acting/acting.ts';
import type { Wish } from '../acting/wish.ts';
import type { Change } from '../changes/change.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Ledger } from '../notify/ledger.ts';
import type { Organizations } from '../redbooth/organizations.ts';
import { notThere } from './not-there.ts';
import type { Reading } from '../reading.ts';

export type ChangeHandlerPorts = {
  readonly reading: () => Reading;
  readonly store: Pick<ChangeStore, 'list' | 'total' | 'facets' | 'change' | 'unreadCount'>;
  readonly organizations: Pick<Organizations, 'known'>;
  readonly ledger: Pick<Ledger, 'notification'>;
  /** The row of a change as it is now. */
  readonly rowOf: (change: Change) => ChangeRow;
  readonly acting: Pick<Acting, 'act'>;
  /** Marks changes read (all when null) and tells the page; answers with what to undo it by. */
  readonly markRead: (ids: readonly string[] | null) => number | null;
  /** Undoes a reading and tells the page. */
  readonly undoRead: (readAt: number) => void;
  /** Makes changes unread and tells the page. */
  readonly markUnread: (ids: readonly string[]) => void;
  /** Opens a page if it passes the gate. */
  readonly open: (url: string) => Promise<Opened>;
};

/**
 * What clicking a notification does: opens its page, or the list with what it told, and marks its changes read. Null: there is
 * no such notification.
 */
export const openNotification = async (
  { ledger, markRead, open }: Pick<ChangeHandlerPorts, 'ledger' | 'markRead' | 'open'>,
  id: string,
): Promise<Opened | null> => {
  const notification = ledger.notification(id);
  if (notification === null) return null;
  markRead(notification.changeIds);
  if (notification.url !== null) return open(notification.url);
  return notification.changeIds.length > 0 ? { kind: 'list', notificationId: id } : { kind: 'nothing' };
};

type Answered =
  | 'changes'
  | 'facets'
  | 'read-changes'
  | 'undo-read'
  | 'unread-changes'
  | 'open-change'
  | 'open-notification'
  | 'resolve-task'
  | 'reopen-task'
  | 'comment-on-task';

/** Answers what the page asks about the list of changes. */
export const createChangeHandlers = (ports: ChangeHandlerPorts): Pick<RequestHandlers, Answered> => {
  const { store, rowOf, acting, markRead, undoRead, markUnread, open } = ports;
  const setResolved = async (
    changeId: string,
    kind: 'resolve' | 'reopen',
  ): Promise<Result<{ readonly isResolved: boolean }, Failure>> => {
    const done = await act(changeId, { kind });
    return done.ok ? succeed({ isResolved: done.value.isResolved ?? kind === 'resolve' }) : done;
  };
  const act = async (changeId: string, wish: Wish): ReturnType<Acting['act']> => {
    const done = await acting.act(changeId, wish);
    // Whoever acts on a change has read it.
    if (done.ok) markRead([changeId]);
    return done;
  };
  return {
    changes: ({ before, limit, filter }) => {
      const changes = store.list({ before, limit: limit + 1, filter });
      const rows = changes.slice(0, limit).map(rowOf);
      const next = changes.length > limit ? (rows.at(-1)?.id ?? null) : null;
      return succeed({ rows, next, total: store.total(filter) });
    },
    facets: () => {
      const { projects, people } = store.facets();
      const known = ports.organizations.known();
      const nameOf = (wanted: string | null): string | null => known.find(({ id }) => id === wanted)?.name ?? null;
      const { someone, unknownProject } = ports.reading().messages.fields;
      return succeed({
        projects: projects.map(({ organizationId, id, name, count }) => ({
          id,
          name: name ?? unknownProject,
          count,
          organization: known.length > 1 ? nameOf(organizationId) : null,
        })),
        people: people.map(({ id, name, count }) => ({ id, name: name ?? someone, count })),
      });
    },
    'read-changes': (payload) => {
      const readAt = markRead(payload.which === 'all' ? null : payload.ids);
      return succeed({ unread: store.unreadCount(), readAt });
    },
    'undo-read': ({ readAt }) => {
      undoRead(readAt);
      return succeed({ unread: store.unreadCount() });
    },
    'unread-changes': ({ ids }) => {
      markUnread(ids);
      return succeed({ unread: store.unreadCount() });
    },
    'open-change': async ({ id }) => {
      const change = store.change(id);
      if (change === null) return notThere('change', ports.reading());
      markRead([id]);
      return succeed(change.account.url === null ? { kind: 'nothing' } : await open(change.account.url));
    },
    'resolve-task': ({ changeId }) => setResolved(changeId, 'resolve'),
    'reopen-task': ({ changeId }) => setResolved(changeId, 'reopen'),
    'comment-on-task': async ({ changeId, body }) => {
      const done = await act(changeId, { kind: 'comment', body });
      return done.ok ? succeed(null) : done;
    },
    'open-notification': async ({ id }) => {
      const opened = await openNotification(ports, id);
      return opened === null ? notThere('notification', ports.reading()) : succeed(opened);
    },
  };
};
