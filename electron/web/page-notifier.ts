import type { PageEvent } from '../contract/index.ts';
import type { Notifier } from '../core/notify/notifier.ts';

/**
 * The notifier of the headless host. There the `--json` line and the list are the notification, so it always counts as
 * shown; a connected page raises it in the browser on top. `send` gives an event to one page, false when there is none.
 */
export const createPageNotifier = ({ send }: { send: (event: PageEvent) => boolean }): Notifier => ({
  show: async ({ id, replaces, title, body }) => {
    send({ event: 'notification', notification: { id, replaces, title, body } });
    return { state: 'shown' };
  },
  dispose: () => undefined,
});
