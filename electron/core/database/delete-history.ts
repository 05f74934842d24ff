import type { DatabaseSync } from 'node:sqlite';
import { transaction } from './transaction.ts';

/** Tables that are the app's set-up, not the history of what somebody saw. */
const setUpTables: ReadonlySet<string> = new Set(['kept', 'hook_url', 'page_link']);
/** Of what is kept by key, that which belongs to the history. */
const historyKeys = ['caught-up', 'outage', 'backlog'];

/**
 * Deletes the history: hooks, changes, notifications, snapshots, names. What is left is the set-up: hook URLs, ports, the
 * tunnel's name. Ids are not used again. The content is overwritten, and the file shrinks. Throws what SQLite throws;
 * then nothing is deleted.
 */
export const deleteHistory = (database: DatabaseSync): void => {
  const tables = database
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !setUpTables.has(name));
  database.exec('PRAGMA secure_delete = ON');
  try {
    transaction(database, () => {
      database.exec('PRAGMA defer_foreign_keys = ON');
      for (const table of tables) database.exec(`DELETE FROM "${table}"`);
      for (const key of historyKeys) database.prepare('DELETE FROM kept WHERE key = ?').run(key);
    });
    shrink(database);
  } finally {
    database.exec('PRAGMA secure_delete = OFF');
  }
};

const shrink = (database: DatabaseSync): void => {
  try {
    database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // Somebody else is reading the file (an export). It stays larger than it need be, with nothing left in it.
  }
};
