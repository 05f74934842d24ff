import type { OwnSound } from '../../contract/index.ts';

/** What a notification offers to do, besides being clicked: its task's status written, a comment left, its task muted for a day, its page opened. */
export type NotificationAction = 'resolve' | 'reopen' | 'comment' | 'mute' | 'open';

/** The words of a notification: plain text, already cut to length. */
export type NotificationWords = { readonly title: string; readonly body: string };

/** A notification as the user reads it. */
export type NotificationText = NotificationWords & {
  readonly id: string;
  /** The notification that this one takes the place of on screen, if any. */
  readonly replaces: string | null;
  /** The page that a click opens; null opens the window instead. */
  readonly url: string | null;
  readonly changeIds: readonly string[];
  /** Empty for one that is not about one task, or whose task nothing can be done to. Hosts without buttons leave them out. */
  readonly actions: readonly NotificationAction[];
  /**
   * Said instead while the content is private: without a name or anybody’s words. Left out where the
   * words themselves have none, and where “a task changed” will do.
   */
  readonly discreet?: NotificationWords | undefined;
};

/** A notification as it is put before the user: with the words for its content setting, and whether it makes a sound. */
export type PresentedNotification = Omit<NotificationText, 'discreet'> & {
  /** Whether the system is to make no sound of its own. */
  readonly isSilent: boolean;
  /** The sound of the app’s to play with it instead; null for none. */
  readonly sound: OwnSound | null;
  /** What its buttons say, and the field for a comment. */
  readonly buttonWords: Readonly<Record<NotificationAction, string>>;
};

/** What became of a notification: proof that it was shown, or why it was not. */
export type Showing = { readonly state: 'shown' } | { readonly state: 'failed'; readonly reason: string };

type Raises<Notification> = {
  show(notification: Notification): Promise<Showing>;
  /** Takes down what is still shown of these; the others are passed over. */
  close(ids: readonly string[]): void;
  dispose(): void;
};

/**
 * What a host brings to raise notifications: the operating system's on the desktop, the page's on the headless host. `show`
 * settles within 10 s and never rejects. Clicks and actions are given to the callbacks it was made with.
 */
export type HostNotifier = Raises<PresentedNotification>;

/** Raises notifications as the settings want them to be. */
export type Notifier = Raises<NotificationText>;
