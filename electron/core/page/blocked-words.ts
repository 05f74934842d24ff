/** Why notifications are not shown, and what to do, for the reasons that there are words for. */
const known: readonly { readonly reason: RegExp; readonly words: string }[] = [
  {
    reason: /^unsupported$/,
    words: 'This desktop has no service for notifications. Start or install one, then send a test notification.',
  },
  {
    reason: /^timeout$/,
    words:
      'The system took the last ones and did not show them. Allow notifications for Redbooth Notifier in its settings, then send a test notification.',
  },
  {
    // Windows: “Settings prevent the notification from being delivered.”
    reason: /settings prevent/i,
    words:
      'They are switched off in the system’s settings. Switch them on for Redbooth Notifier, then send a test notification.',
  },
];

const otherwise =
  'The system refused the last ones. Look at its settings for notifications, then send a test notification.';

/** What a person reads of the reason for which the system does not show notifications. */
export const blockedWords = (reason: string): string =>
  `${known.find((each) => each.reason.test(reason))?.words ?? otherwise} Until then, every change is in the list.`;
