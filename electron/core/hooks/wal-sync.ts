import { close, fdatasync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** Brings to disk what has been committed to the write-ahead log, without keeping the event loop waiting. */
export type WalSync = {
  /** Calls `done` with null once all that was committed before this call is on disk, or with why it is not. */
  sync(done: (error: Error | null) => void): void;
  close(): void;
};

/**
 * Opens the write-ahead log of `database` beside SQLite itself, or gives null where there is none (in memory, another
 * journal mode). In WAL mode, `synchronous=FULL` differs from `NORMAL` by exactly one sync of this file after each
 * commit (sqlite.org/pragma.html#pragma_synchronous), which is what `sync` does. SQLite holds no lock on this file, so closing
 * it here loses none; it lives for as long as the database is open.
 */
export const openWalSync = (database: DatabaseSync): WalSync | null => {
  const mode = database.prepare('PRAGMA journal_mode').get()?.['journal_mode'];
  const file = database.location();
  if (mode !== 'wal' || file === null) return null;
  let descriptor: number;
  try {
    descriptor = openSync(`${file}-wal`, 'r+');
  } catch {
    return null;
  }
  return {
    sync: (done) => fdatasync(descriptor, done),
    close: () => close(descriptor),
  };
};
