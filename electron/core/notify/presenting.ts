import type { Settings } from '../settings/settings.ts';
import type { NotificationHealth } from './notification-health.ts';
import type { HostNotifier, NotificationText, NotificationWords, Notifier } from './notifier.ts';

export type PresentingPorts = {
  readonly notifier: HostNotifier;
  readonly settings: () => Pick<Settings, 'notificationContent' | 'notificationSound'>;
  readonly health: Pick<NotificationHealth, 'ended'>;
};

/** What is said of so many tasks that changed, for everybody to read who sees the screen. */
export const discreetWords = (tasks: number): NotificationWords => ({
  title: tasks === 1 ? 'A task changed' : `${tasks} tasks changed`,
  body: 'Click to see what changed',
});

/** The words of a notification without names or anybody’s words. */
const withoutNames = ({ title, body, url, changeIds, discreet }: NotificationText): NotificationWords => {
  if (discreet !== undefined) return discreet;
  // One that tells of no change is about the app itself.
  if (changeIds.length === 0) return { title, body };
  // What leads to a page is about that one task.
  return discreetWords(url === null ? changeIds.length : 1);
};

/** Puts notifications before the user in the way of the settings; what is recorded and printed keeps its full words. */
export const createPresenter = ({ notifier, settings, health }: PresentingPorts): Notifier => ({
  show: async (notification) => {
    const { notificationContent, notificationSound } = settings();
    const { discreet: _, ...presented } = notification;
    const words = notificationContent === 'private' ? withoutNames(notification) : {};
    const showing = await notifier.show({ ...presented, ...words, isSilent: notificationSound === 'none' });
    health.ended(showing);
    return showing;
  },
  close: (ids) => notifier.close(ids),
  dispose: () => notifier.dispose(),
});
