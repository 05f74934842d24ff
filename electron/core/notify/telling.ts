import type { DatabaseSync } from 'node:sqlite';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import { createKept } from '../database/kept.ts';
import type { Log } from '../log.ts';
import type { Report } from '../operator/line.ts';
import { type Announcer, backlogSchema, createAnnouncer } from './announcer.ts';
import type { Ledger } from './ledger.ts';
import type { Notifier } from './notifier.ts';

export type TellingPorts = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly log: Log;
  readonly ledger: Ledger;
  readonly notifier: Notifier;
  readonly store: Pick<ChangeStore, 'undecided'>;
  readonly isPaused: () => boolean;
  readonly report: Report;
  /** Decisions are on disk: rows and counts may have changed. */
  readonly onDecided: (changeIds: readonly string[]) => void;
};

/** The announcer, fed from the history file. */
export type Telling = Pick<Announcer, 'announceOutage' | 'tell' | 'idle'> & {
  /** Decides every change that has no decision yet; when that cannot be written, again after 5 s. */
  readonly announce: () => void;
  /** Says how many notifications of a run that was killed may not have been shown, and answers with it. */
  reportInterrupted(): number;
  /** What waits to be settled now is told in one summary. */
  readonly holdBacklog: () => void;
  dispose(): void;
};

const announceAgainAfter = 5_000;

/** Makes the part that tells the user about changes. */
export const createTelling = (ports: TellingPorts): Telling => {
  const { database, clock, log, ledger, store, report } = ports;
  const backlog = createKept(database, 'backlog', backlogSchema);
  const lastUnsettled = database.prepare('SELECT max(id) AS id FROM hook WHERE settled_at IS NULL');
  const firstUnsettled = database.prepare('SELECT min(id) AS id FROM hook WHERE settled_at IS NULL');
  const announcer = createAnnouncer({
    ...ports,
    backlog,
    undecided: store.undecided,
    waitsThrough: (hookId) => Number(firstUnsettled.get()?.['id'] ?? Number.POSITIVE_INFINITY) <= Number(hookId),
  });
  let isDisposed = false;

  const announce = (): void => {
    if (isDisposed) return;
    try {
      announcer.announce();
    } catch (error) {
      // The changes stay undecided on disk; the next announcement takes them up.
      log.error(`Changes could not be announced: ${String(error)}`);
      clock.schedule(announceAgainAfter, announce);
    }
  };
  return {
    announce,
    holdBacklog: () => {
      try {
        const id = lastUnsettled.get()?.['id'];
        if (id !== null && id !== undefined) backlog.write({ throughHookId: String(id) });
      } catch (error) {
        // Then they are told one by one.
        log.error(`A summary could not be planned: ${String(error)}`);
      }
    },
    reportInterrupted: () => {
      const count = ledger.interruptClaims();
      if (count > 0) {
        const message = `${count} ${count === 1 ? 'notification' : 'notifications'} may not have been shown when the app was stopped; the changes are unread in the list.`;
        report({ event: 'error', code: 'notifications-interrupted', message }, clock.now());
      }
      return count;
    },
    announceOutage: announcer.announceOutage,
    tell: announcer.tell,
    idle: announcer.idle,
    dispose: () => {
      isDisposed = true;
    },
  };
};
