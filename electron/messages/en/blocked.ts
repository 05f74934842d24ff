/** Why the system does not show notifications, and what to do. */
export const blocked = {
  unsupported:
    'This desktop has no service for notifications. Start or install one, then send a test notification. Until then, every change is in the list.',
  notShown:
    'The system took the last ones and did not show them. Allow notifications for Redbooth Notifier in its settings, then send a test notification. Until then, every change is in the list.',
  switchedOff:
    'They are switched off in the system’s settings. Switch them on for Redbooth Notifier, then send a test notification. Until then, every change is in the list.',
  refused:
    'The system refused the last ones. Look at its settings for notifications, then send a test notification. Until then, every change is in the list.',
};
