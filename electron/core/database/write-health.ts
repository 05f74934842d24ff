import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Report } from '../operator/line.ts';
import { noteDamage } from './broken-history.ts';
import { proveWritable } from './prove-writable.ts';
import { type StorageTrouble, storageCode, storageTrouble } from './storage-trouble.ts';

/** Whether the history can be read and written, from what became of the last reads and writes. */
export type WriteHealth = {
  /** A read or write has failed; an error that is not of the file is none of its business. */
  readonly failed: (error: unknown) => void;
  readonly written: () => void;
  /** Null while all is well. */
  readonly trouble: () => StorageTrouble | null;
  dispose(): void;
};

/** As nothing may come that is to be written, it is tried this often. */
const tryAgainAfter = 15_000;

const words: Record<StorageTrouble, string> = {
  full: 'The disk is full, so changes cannot be stored. Hooks are answered with “try again later”. Free some space.',
  busy: 'Another program holds the history file, so changes cannot be stored. Quit that program.',
  'read-only': 'The history file must not be written, so changes cannot be stored. Check its permissions and the disk.',
  unwritable: 'The history file cannot be written, so changes cannot be stored. Check the disk and its free space.',
  unreadable:
    'The history file cannot be read, so changes cannot be stored. Check the disk. The app goes on as soon as it can be read again.',
  damaged:
    'The history file is damaged, so changes cannot be stored. Quit the app and start it again: the file is kept aside, and a new one is begun.',
};

/**
 * Knows when the history file cannot be written, and says so once on `--json` and in the log: when it begins, when it is of
 * another kind, and in the log when it is over. A file that is damaged stays so until the next start, for which it is noted.
 */
export const createWriteHealth = (ports: {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly log: Log;
  readonly report: Report;
  readonly onChanged: () => void;
  /** It can be written again: what was given up meanwhile may be tried anew. */
  readonly onRecovered: () => void;
}): WriteHealth => {
  const { database, clock, log, report, onChanged, onRecovered } = ports;
  let trouble: StorageTrouble | null = null;
  let cancel = (): void => undefined;
  let isDisposed = false;

  const become = (next: StorageTrouble | null): void => {
    if (trouble === next || trouble === 'damaged') return;
    trouble = next;
    if (next === null) log.info('Changes can be stored again.');
    else
      report(
        {
          event: 'error',
          code: storageCode(next),
          message: words[next],
        },
        clock.now(),
      );
    if (next === 'damaged') attemptNote();
    onChanged();
    if (next === null) onRecovered();
  };
  const attemptNote = (): void => {
    try {
      noteDamage(database);
    } catch (error) {
      log.error(`The damage of the history could not be noted: ${String(error)}`);
    }
  };
  const tryLater = (): void => {
    cancel();
    if (!isDisposed && trouble !== null && trouble !== 'damaged') cancel = clock.schedule(tryAgainAfter, tryWriting);
  };
  const tryWriting = (): void => {
    try {
      proveWritable(database, clock.now());
      health.written();
    } catch (error) {
      health.failed(error);
    }
  };
  const health: WriteHealth = {
    failed: (error) => {
      const found = storageTrouble(error);
      if (found === null || isDisposed) return;
      become(found);
      tryLater();
    },
    written: () => {
      if (trouble === null) return;
      become(null);
      tryLater();
    },
    trouble: () => trouble,
    dispose: () => {
      isDisposed = true;
      cancel();
    },
  };
  return health;
};
