import type { DatabaseSync } from 'node:sqlite';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import { createKept } from '../database/kept.ts';
import type { Log } from '../log.ts';
import type { Report } from '../operator/line.ts';
import type { Reading } from '../reading.ts';
import {
  type Announcer,
  type AnnouncerPorts,
  type Backlog,
  backlogSchema,
  createAnnouncer,
  outageNoteSchema,
} from './announcer.ts';
import { createHeldBack } from './held-back.ts';
import type { Ledger } from './ledger.ts';
import type { Notifier } from './notifier.ts';
import { type Raising, createRaising } from './raising.ts';
import { createReplacing } from './replacing.ts';
import type { Snoozes } from './snooze.ts';
import { type NewsPorts, createTellNews } from './tell-news.ts';
import { type SnoozedPorts, createTellSnoozed } from './tell-snoozed.ts';

export type TellingPorts = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly reading: () => Reading;
  readonly log: Log;
  readonly ledger: Ledger;
  readonly notifier: Notifier;
  readonly store: Pick<ChangeStore, 'undecided' | 'change'>;
  readonly snoozes: Pick<Snoozes, 'due' | 'take'>;
  /** Whether tasks are being looked at that may all be gone, which is told together. */
  readonly isSweeping: () => boolean;
  /** What the rules look at, as it is at that moment. */
  readonly situation: AnnouncerPorts['situation'];
  /** What a notification of this change offers to do to its task. */
  readonly actionsOf: NewsPorts['actionsOf'];
  readonly isSilenced: SnoozedPorts['isSilenced'];
  readonly note: AnnouncerPorts['note'];
  readonly report: Report;
  /** Decisions are on disk: rows and counts may have changed. */
  readonly onDecided: (changeIds: readonly string[]) => void;
};

/** The announcer, fed from the history file. */
export type Telling = Pick<Announcer, 'announceOutage' | 'tell'> &
  Pick<Raising, 'idle'> & {
    /**
     * Decides every change that has no decision yet, and tells what may be told again. In a burst that may be up to a second
     * later; when it cannot be written, again after 5 s.
     */
    readonly announce: () => void;
    /** The outage is over, or not worth telling any more. */
    readonly forgetOutage: () => void;
    /** Says how many notifications of a run that was killed may not have been shown, and answers with it. */
    reportInterrupted(): number;
    /** What waits to be settled now is told together: all of it after an outage, what is old of it after an absence. */
    readonly holdBacklog: (kind: Backlog['kind']) => void;
    dispose(): void;
  };

const announceAgainAfter = 5_000;
/** As long as something is held back for the system’s do-not-disturb, it is asked this often (ms). */
export const askSystemEvery = 30_000;

/** Makes the part that tells the user about changes. */
export const createTelling = (ports: TellingPorts): Telling => {
  const { database, clock, log, ledger, store, report } = ports;
  const backlog = createKept(database, 'backlog', backlogSchema);
  const lastUnsettled = database.prepare('SELECT max(id) AS id FROM hook WHERE settled_at IS NULL');
  const firstUnsettled = database.prepare('SELECT min(id) AS id FROM hook WHERE settled_at IS NULL');
  const outageNote = createKept(database, 'outage-note', outageNoteSchema);
  const raising = createRaising(ports);
  const announcer = createAnnouncer({
    ...ports,
    raising,
    news: createTellNews({ ...ports, raising, replacing: createReplacing(database) }),
    tellSnoozed: createTellSnoozed({ ...ports, raising, change: store.change }),
    isSnoozeDue: () => ports.snoozes.due().length > 0,
    backlog,
    outageNote,
    undecided: store.undecided,
    heldBack: createHeldBack(database),
    waitsThrough: (hookId) => Number(firstUnsettled.get()?.['id'] ?? Number.POSITIVE_INFINITY) <= Number(hookId),
  });
  let isDisposed = false;
  let isResting = false;
  let cancel = (): void => undefined;
  let cancelAsking = (): void => undefined;

  const announceAfter = (delay: number): void => {
    cancel();
    cancel = clock.schedule(delay, () => {
      isResting = false;
      announce();
    });
  };
  const announce = (): void => {
    // What waits is on disk, and will be taken together.
    if (isDisposed || isResting) return;
    try {
      const rest = announcer.announce();
      isResting = rest !== null;
      if (rest !== null) announceAfter(rest);
      cancelAsking();
      if (announcer.holdsForSystem()) cancelAsking = clock.schedule(askSystemEvery, announce);
    } catch (error) {
      // The changes stay undecided on disk; the next announcement takes them up.
      log.error(`Changes could not be announced: ${String(error)}`);
      announceAfter(announceAgainAfter);
    }
  };
  return {
    announce,
    holdBacklog: (kind) => {
      try {
        const id = lastUnsettled.get()?.['id'];
        if (id === null || id === undefined) return;
        // A summary that was promised is not taken back.
        const isOutage = kind === 'outage' || backlog.read()?.kind === 'outage';
        backlog.write({ throughHookId: String(id), kind: isOutage ? 'outage' : 'absence' });
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
    announceOutage: (kind, isWaiting) => {
      try {
        announcer.announceOutage(kind, isWaiting);
      } catch (error) {
        // The window says it as well; hooks and reads go on.
        log.error(`An outage could not be announced: ${String(error)}`);
      }
    },
    tell: announcer.tell,
    forgetOutage: () => {
      try {
        outageNote.write(null);
      } catch (error) {
        log.error(`An outage that is over may still be told: ${String(error)}`);
      }
    },
    idle: raising.idle,
    dispose: () => {
      isDisposed = true;
      cancel();
      cancelAsking();
    },
  };
};
