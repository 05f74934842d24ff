import type { App } from '../../core/app-port.ts';
import type { Log } from '../../core/log.ts';
import type { NotificationAction } from '../../core/notify/notifier.ts';

export type NotificationAnswerPorts = {
  readonly app: Pick<App, 'clickNotification' | 'actOnNotification'>;
  readonly showWindow: () => void;
  /** Shows the window with nothing but what that notification told. */
  readonly showTold: (notificationId: string) => void;
  readonly log: Log;
};

/** What the app does when the user answers one of its notifications. */
export type NotificationAnswers = {
  /** Null: the app knows nothing of it, and shows its window. */
  click(id: string | null): Promise<void>;
  press(id: string, action: NotificationAction, text: string): Promise<void>;
};

/** Makes the answers; they never reject. */
export const createNotificationAnswers = ({
  app,
  showWindow,
  showTold,
  log,
}: NotificationAnswerPorts): NotificationAnswers => {
  const click = async (id: string | null): Promise<void> => {
    if (id === null) return showWindow();
    try {
      const opened = await app.clickNotification(id);
      if (opened.kind === 'list') showTold(opened.notificationId);
      else if (opened.kind !== 'opened') showWindow();
    } catch (error) {
      log.error(`A click on a notification failed: ${String(error)}`);
      showWindow();
    }
  };
  return {
    click,
    press: async (id, action, text) => {
      if (action === 'open') return click(id);
      try {
        await app.actOnNotification(id, action, text);
      } catch (error) {
        log.error(`A button of a notification failed: ${String(error)}`);
      }
    },
  };
};
