import type { EarlierNotification, LateClicks } from './desktop-notifier.ts';
import type { ToastActivation } from './toast.ts';

/** The static part of Electron’s `Notification`, which has each of these on one system only, from version 42 on. */
export type NotificationClass = {
  readonly getHistory?: () => Promise<readonly EarlierNotification[]>;
  readonly handleActivation?: (activated: (activation: ToastActivation) => void) => void;
};

/** How clicks that come late reach the app on this system, where this version of Electron hands them over. */
export const chooseLateClicks = (native: NotificationClass, platform: NodeJS.Platform): LateClicks => {
  const history = platform === 'darwin' ? native.getHistory : undefined;
  const handleActivation = platform === 'win32' ? native.handleActivation : undefined;
  return {
    outliveApp: history !== undefined || handleActivation !== undefined,
    history: async () => (history === undefined ? [] : history.call(native)),
    onActivation: (activated) => handleActivation?.call(native, activated),
  };
};
