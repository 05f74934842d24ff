import { type OwnSound, ownSounds } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { Reading } from '../reading.ts';
import type { Settings } from '../settings/settings.ts';
import type { SystemPort } from '../system-port.ts';
import type { NotificationHealth } from './notification-health.ts';
import type { HostNotifier, NotificationText, NotificationWords, Notifier } from './notifier.ts';

export type PresentingPorts = {
  readonly notifier: HostNotifier;
  readonly settings: () => Pick<Settings, 'notificationContent' | 'notificationSound'>;
  readonly reading: () => Reading;
  readonly sounds: Pick<SystemPort['sounds'], 'canPlay'>;
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

/** The sound of the app’s that is chosen, if any. */
const ownSoundOf = (chosen: Settings['notificationSound']): OwnSound | null =>
  ownSounds.find((sound) => sound === chosen) ?? null;

/** Puts notifications before the user in the way of the settings; what is recorded and printed keeps its full words. */
export const createPresenter = ({ notifier, settings, reading, sounds, health }: PresentingPorts): Notifier => ({
  show: async (notification) => {
    const { notificationContent, notificationSound } = settings();
    const { discreet: _, ...presented } = notification;
    const { messages } = reading();
    const words = notificationContent === 'private' ? withoutNames(notification, messages) : {};
    // Settings come from other computers, too: where our sounds cannot be played, the system’s own is nearest to what is wanted.
    const sound = sounds.canPlay ? ownSoundOf(notificationSound) : null;
    const showing = await notifier.show({
      ...presented,
      ...words,
      buttonWords: messages.buttons,
      isSilent: notificationSound === 'none' || sound !== null,
      sound,
    });
    health.ended(showing);
    return showing;
  },
  close: (ids) => notifier.close(ids),
  dispose: () => notifier.dispose(),
});
