import type { NotificationAction } from '../../core/notify/notifier.ts';

/** What the system’s notifications can hold besides words. */
export type ButtonSupport = { readonly hasButtons: boolean; readonly hasReply: boolean };

/** The buttons of one notification, in order, and whether it takes a typed comment. */
export type Buttons = {
  readonly actions: readonly Exclude<NotificationAction, 'comment'>[];
  readonly hasReply: boolean;
};

/** Since when Electron shows buttons: macOS always, Windows from 42 on, Linux from 45 on, which has no field to type into (its typings). */
const buttonsSince: Partial<Record<NodeJS.Platform, number>> = { darwin: 0, win32: 42, linux: 45 };

/** What can be shown by this version of Electron, e.g. `45.4.1`. */
export const buttonSupport = (platform: NodeJS.Platform, electronVersion: string): ButtonSupport => {
  const since = buttonsSince[platform];
  const hasButtons = since !== undefined && Number.parseInt(electronVersion, 10) >= since;
  return { hasButtons, hasReply: hasButtons && platform !== 'linux' };
};

/** The buttons for what a notification offers. Linux brings one of its own for opening (“View”), which a click does, too. */
export const buttonsFor = (
  offered: readonly NotificationAction[],
  { hasButtons, hasReply }: ButtonSupport,
  platform: NodeJS.Platform,
): Buttons => ({
  actions: hasButtons
    ? offered.flatMap((action) => (action === 'comment' || (action === 'open' && platform === 'linux') ? [] : [action]))
    : [],
  hasReply: hasReply && offered.includes('comment'),
});
