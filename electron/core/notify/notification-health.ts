import type { Showing } from './notifier.ts';

/** Whether the system shows what it is given. */
export type NotificationHealth = {
  readonly ended: (showing: Showing) => void;
  /** Why the last ones were not shown, in the system’s words or ours; null while they are. */
  readonly blocked: () => string | null;
};

/** One may fail for a reason of its own. */
const failuresInARow = 2;

/** Watches what becomes of notifications; `onChanged` is told when they stop being shown, and when they are shown again. */
export const createNotificationHealth = (onChanged: () => void): NotificationHealth => {
  let failures = 0;
  let reason: string | null = null;
  const set = (next: string | null): void => {
    if (next === reason) return;
    reason = next;
    onChanged();
  };
  return {
    ended: (showing) => {
      // It was given up by the app, not by the system.
      if (showing.state === 'failed' && showing.reason === 'stopped') return;
      failures = showing.state === 'failed' ? failures + 1 : 0;
      set(showing.state === 'failed' && failures >= failuresInARow ? showing.reason : null);
    },
    blocked: () => reason,
  };
};
