/** A notification as the user reads it: plain text, already cut to length. */
export type NotificationText = {
  readonly id: string;
  /** The notification that this one takes the place of on screen, if any. */
  readonly replaces: string | null;
  readonly title: string;
  readonly body: string;
  /** The page that a click opens; null opens the window instead. */
  readonly url: string | null;
  readonly changeIds: readonly string[];
};

/** What became of a notification: proof that it was shown, or why it was not. */
export type Showing = { readonly state: 'shown' } | { readonly state: 'failed'; readonly reason: string };

/**
 * Raises notifications: the operating system's on the desktop, the page's on the headless host. `show` settles within
 * 10 s and never rejects. Clicks are given to the callback the notifier was made with.
 */
export type Notifier = {
  show(notification: NotificationText): Promise<Showing>;
  dispose(): void;
};
