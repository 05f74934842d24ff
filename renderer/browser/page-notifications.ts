import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageEvent } from '../../electron/contract/index.ts';

type PageNotification = Extract<PageEvent, { event: 'notification' }>['notification'];

type NotificationPermissionState = 'granted' | 'denied' | 'default' | 'unsupported';

export type PageNotifications = {
  readonly permission: ReadonlySignal<NotificationPermissionState>;
  /** Asks the user; only from a click. */
  ask(): Promise<void>;
  readonly show: (notification: PageNotification) => void;
};

/** Notifications of the browser, for the host that has none of its own. */
export const createPageNotifications = (clicked: (id: string) => void): PageNotifications => {
  const isSupported = 'Notification' in window;
  const permission = signal<NotificationPermissionState>(isSupported ? Notification.permission : 'unsupported');
  // Held until closed: a notification that is collected loses its click.
  const shown = new Map<string, Notification>();

  return {
    permission,
    ask: async () => {
      if (isSupported) permission.value = await Notification.requestPermission();
    },
    show: ({ id, replaces, title, body }) => {
      if (!isSupported || Notification.permission !== 'granted') return;
      if (replaces !== null) shown.get(replaces)?.close();
      try {
        const notification = new Notification(title, { body, tag: id });
        shown.set(id, notification);
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
  };
};
