import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Held while a host runs on a data directory. The operating system lets go of it even when the process is killed. */
export type Lock = { release(): void };

/** Takes the lock of a data directory, or null when another process holds it. */
export const takeLock = (dataDirectory: string): Lock | null => {
  // An exclusive transaction of SQLite is a file lock that works alike on every system, without an addon of our own.
  const file = join(dataDirectory, 'running.lock');
  const database = new DatabaseSync(file);
  try {
    chmodSync(file, 0o600);
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null;
    throw error;
  }
};
