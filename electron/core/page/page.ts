import { type Dispatch, type Opened, type PageEvent, createDispatch } from '../../contract/index.ts';
import type { ChangeStore } from '../changes/store.ts';
import { actOnNotification } from '../acting/act-on-notification.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { PlainText } from '../notify/announcer.ts';
import type { NotificationAction } from '../notify/notifier.ts';
import type { LastNotificationMute } from '../notify/notification-mute.ts';
import type { Snoozes } from '../notify/snooze.ts';
import { isListed } from '../notify/rules.ts';
import { openNotification } from './change-handlers.ts';
import { type HandlerPorts, createHandlers } from './handlers.ts';
import { createOverviewPush } from './overview-push.ts';
import { preferencesOf } from './preference-handlers.ts';
import type { StorageFailure } from './storage-failure.ts';

export type PagePorts = Omit<
  HandlerPorts,
  | 'markRead'
  | 'undoRead'
  | 'markUnread'
  | 'store'
  | 'onTrayIcon'
  | 'onWelcomed'
  | 'onUnmuted'
  | 'snoozes'
  | 'publishChanges'
> & {
  readonly snoozes: Pick<Snoozes, 'snooze' | 'cancel'>;
  readonly lastNotificationMute: Pick<LastNotificationMute, 'set'>;
  readonly store: HandlerPorts['store'] & Pick<ChangeStore, 'markRead' | 'undoRead' | 'markUnread'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly storageFailure: StorageFailure;
  /** The notifications that may still be shown, and tell of nothing unread. */
  readonly readNotifications: () => readonly string[];
  /** Takes down what is still shown of these notifications. */
  readonly closeNotifications: (ids: readonly string[]) => void;
};

/** Everything between the app and its pages. */
export type Page = {
  readonly dispatch: Dispatch;
  readonly subscribe: (listener: (event: PageEvent) => void) => () => void;
  readonly publish: (event: PageEvent) => void;
  readonly publishOverview: () => void;
  /** Like `publishOverview`, for what may come a thousand times a second: several within 250 ms are told as one. */
  readonly publishOverviewSoon: () => void;
  /** Tells the rows of these changes, which are new or have changed, and the overview. */
  readonly publishChanges: (changeIds: readonly string[]) => void;
  readonly clickNotification: (id: string) => Promise<Opened>;
  readonly actOnNotification: (id: string, action: NotificationAction, text?: string) => Promise<Opened>;
  dispose(): void;
};

/** Makes the page's side of the app: its requests, and the events pushed to it. */
export const createPage = (ports: PagePorts): Page => {
  const { clock, log, store, overview, rowOf, telling, storageFailure } = ports;
  const listeners = new Set<(event: PageEvent) => void>();

  const publish = (event: PageEvent): void => {
    for (const listener of listeners) listener(event);
  };
  /** What cannot be read now is told with the next overview that can. */
  const unlessUnreadable = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (storageFailure(error) === null) throw error;
    }
  };
  const push = createOverviewPush({
    clock,
    push: () => unlessUnreadable(() => publish({ event: 'overview', overview: overview() })),
  });
  const publishOverview = (): void => {
    if (listeners.size > 0) push.now();
  };
  const publishOverviewSoon = (): void => {
    if (listeners.size > 0) push.soon();
  };
  const publishChanges = (changeIds: readonly string[]): void => {
    if (listeners.size === 0) return;
    unlessUnreadable(() => {
      for (const id of changeIds) {
        const change = store.change(id);
        if (change !== null && isListed(change.decision)) publish({ event: 'change', row: rowOf(change) });
      }
    });
    publishOverviewSoon();
  };
  const markRead = (ids: readonly string[] | null): number | null => {
    const awoken = ports.snoozes.cancel(ids ?? []);
    if (awoken.length > 0) publishChanges(awoken);
    const readAt = store.markRead(ids);
    if (readAt === null) return null;
    ports.closeNotifications(ports.readNotifications());
    publish({ event: 'changes-read', which: ids === null ? 'all' : [...ids] });
    publishOverview();
    return readAt;
  };
  const publishUnread = (ids: readonly string[]): void => {
    if (ids.length === 0) return;
    publish({ event: 'changes-unread', ids: [...ids] });
    publishOverview();
  };

  const clickNotification = async (id: string): Promise<Opened> =>
    (await openNotification({ ...ports, markRead }, id)) ?? { kind: 'nothing' };
  const handlers = createHandlers({
    ...ports,
    markRead,
    publishChanges,
    undoRead: (readAt) => publishUnread(store.undoRead(readAt)),
    markUnread: (ids) => publishUnread(store.markUnread(ids)),
    onPreferences: () => {
      publish({ event: 'preferences', preferences: preferencesOf(ports.settings.current()) });
      ports.onPreferences();
    },
    onTrayIcon: publishOverview,
    onWelcomed: publishOverview,
    onUnmuted: publishOverview,
  });

  return {
    dispatch: createDispatch(handlers, (error) => {
      const failure = storageFailure(error);
      if (failure === null)
        log.error(
          `A request of the page failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      return failure;
    }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    publish,
    publishOverview,
    publishOverviewSoon,
    publishChanges,
    clickNotification,
    actOnNotification: async (id, action, text = '') => {
      if (action === 'open') return clickNotification(id);
      const tell = (failed: PlainText): void => telling.tell(failed, () => undefined);
      await actOnNotification({ ...ports, markRead, publishOverview, tell }, id, action, text);
      return { kind: 'nothing' };
    },
    dispose: () => {
      push.dispose();
      listeners.clear();
    },
  };
};
