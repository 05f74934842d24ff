import type { DatabaseSync } from 'node:sqlite';

/** Writes the time into the history file, to see whether it can be written. Throws what SQLite throws. */
export const proveWritable = (database: DatabaseSync, now: number): void => {
  database
    .prepare(
      `INSERT INTO kept (key, value) VALUES ('last-write', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    )
    .run(String(now));
};
