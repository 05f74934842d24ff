import type { HostMessages } from '../../messages/en/index.ts';
import type { Reading } from '../reading.ts';
import type { Settings } from '../settings/settings.ts';
import type { NotificationHealth } from './notification-health.ts';
import type { HostNotifier, NotificationText, NotificationWords, Notifier } from './notifier.ts';

export type PresentingPorts = {
  readonly notifier: HostNotifier;
  readonly settings: () => Pick<Settings, 'notificationContent' | 'notificationSound'>;
  readonly reading: () => Reading;
  readonly health: Pick<NotificationHealth, 'ended'>;
};

/** What is said of so many tasks that changed, for everybody to read who sees the screen. */
export const discreetWords = (tasks: number, { summaries }: HostMessages): NotificationWords => ({
  title: summaries.discreetTasks(tasks),
  body: summaries.discreetBody,
});

/** The words of a notification without names or anybody’s words. */
const withoutNames = (
  { title, body, url, changeIds, discreet }: NotificationText,
  messages: HostMessages,
): NotificationWords => {
  if (discreet !== undefined) return discreet;
  // One that tells of no change is about the app itself.
  if (changeIds.length === 0) return { title, body };
  // What leads to a page is about that one task.
  return discreetWords(url === null ? changeIds.length : 1, messages);
};

/** Puts notifications before the user in the way of the settings; what is recorded and printed keeps its full words. */
export const createPresenter = ({ notifier, settings, reading, health }: PresentingPorts): Notifier => ({
  show: async (notification) => {
    const { notificationContent, notificationSound } = settings();
    const { discreet: _, ...presented } = notification;
    const { messages } = reading();
    const words = notificationContent === 'private' ? withoutNames(notification, messages) : {};
    const showing = await notifier.show({
      ...presented,
      ...words,
      buttonWords: messages.buttons,
      isSilent: notificationSound === 'none',
    });
    health.ended(showing);
    return showing;
  },
  close: (ids) => notifier.close(ids),
  dispose: () => notifier.dispose(),
});
