import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Report } from '../operator/line.ts';
import type { Ledger } from './ledger.ts';
import type { NotificationText, Notifier } from './notifier.ts';

export type RaisingPorts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly ledger: Pick<Ledger, 'ended'>;
  readonly notifier: Notifier;
  readonly report: Report;
};

/** Prints and shows what was claimed, and records what became of it. */
export type Raising = {
  /** `alsoReplaces` are those that it takes the place of besides its `replaces`. */
  readonly raise: (text: NotificationText, alsoReplaces?: readonly string[]) => void;
  /** Waits until every notification under way is shown or has failed. */
  readonly idle: () => Promise<void>;
};

/** Makes the part that puts notifications before the user. */
export const createRaising = ({ clock, log, ledger, notifier, report }: RaisingPorts): Raising => {
  const showing = new Set<Promise<void>>();

  const show = async (text: NotificationText): Promise<void> => {
    const result = await notifier.show(text);
    ledger.ended(text.id, result);
    if (result.state === 'shown') return;
    log.warn(`Notification ${text.id} was not shown: ${result.reason}`);
    const message = `A notification could not be shown (${result.reason}). The change is in the list.`;
    report({ event: 'error', code: 'notification-failed', message }, clock.now());
  };

  return {
    raise: (text, alsoReplaces = []) => {
      const { id, replaces, changeIds, title, body, url } = text;
      report({ event: 'notification', id, replaces, changeIds, title, body, url }, clock.now());
      if (alsoReplaces.length > 0) notifier.close(alsoReplaces);
      const shown = show(text)
        .catch((error: unknown) => log.error(`Notification ${id}: ${String(error)}`))
        .finally(() => showing.delete(shown));
      showing.add(shown);
    },
    idle: async () => {
      await Promise.all(showing);
    },
  };
};
