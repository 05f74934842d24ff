import type { PageEvent } from '../contract/index.ts';
import type { HostNotifier } from '../core/notify/notifier.ts';

/**
 * The notifier of the headless host. There the `--json` line and the list are the notification, so it always counts as
 * shown; a connected page raises it in the browser on top. `send` gives an event to one page, false when there is none.
 */
export const createPageNotifier = ({ send }: { send: (event: PageEvent) => boolean }): HostNotifier => ({
  show: async ({ id, replaces, title, body, isSilent, changeIds }) => {
    const notification = { id, replaces, title, body, isSilent, changeIds: [...changeIds] };
    send({ event: 'notification', notification });
    return { state: 'shown' };
  },
  // A page closes its own as it hears what was read.
  close: () => undefined,
  dispose: () => undefined,
});
