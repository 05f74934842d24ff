import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageEvent } from '../../electron/contract/index.ts';

type PageNotification = Extract<PageEvent, { event: 'notification' }>['notification'];

type NotificationPermissionState = 'granted' | 'denied' | 'default' | 'unsupported';

export type PageNotifications = {
  readonly permission: ReadonlySignal<NotificationPermissionState>;
  /** Asks the user; only from a click. */
  ask(): Promise<void>;
  readonly show: (notification: PageNotification) => void;
  /** Takes down those of whose changes none is unread any more. */
  readonly read: (which: 'all' | readonly string[]) => void;
};

/** Notifications of the browser, for the host that has none of its own. */
export const createPageNotifications = (clicked: (id: string) => void): PageNotifications => {
  const isSupported = 'Notification' in window;
  const permission = signal<NotificationPermissionState>(isSupported ? Notification.permission : 'unsupported');
  // Held until closed: a notification that is collected loses its click.
  const shown = new Map<string, { readonly notification: Notification; readonly unread: Set<string> }>();

  return {
    permission,
    ask: async () => {
      if (isSupported) permission.value = await Notification.requestPermission();
    },
    show: ({ id, replaces, title, body, isSilent, changeIds }) => {
      if (!isSupported || Notification.permission !== 'granted') return;
      const replaced = replaces === null ? undefined : shown.get(replaces);
      replaced?.notification.close();
      try {
        // What takes the place of another has been heard already.
        const notification = new Notification(title, { body, tag: id, silent: isSilent || replaced !== undefined });
        shown.set(id, { notification, unread: new Set([...(replaced?.unread ?? []), ...changeIds]) });
        notification.addEventListener('close', () => shown.delete(id));
        notification.addEventListener('click', () => {
          window.focus();
          notification.close();
          clicked(id);
        });
      } catch {
        // Some browsers raise notifications only from a service worker; the row in the list is there all the same.
        permission.value = 'unsupported';
      }
    },
    read: (which) => {
      for (const { notification, unread } of shown.values()) {
        // One that tells of no change is left to the user.
        if (unread.size === 0) continue;
        if (which === 'all') unread.clear();
        else for (const id of which) unread.delete(id);
        if (unread.size === 0) notification.close();
      }
    },
  };
};
