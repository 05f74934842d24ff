import type { DatabaseSync } from 'node:sqlite';
import { transaction } from './transaction.ts';

/** Tables that are the app's set-up, not the history of what somebody saw. */
const setUpTables: ReadonlySet<string> = new Set(['kept', 'hook_url', 'replaced_secret', 'page_link']);
/** Of what is kept by key, that which belongs to the history. */
const historyKeys = ['outage', 'outage-note', 'backlog'];
/** The same, one for each account: `caught-up/1`. */
const accountKeys = ['caught-up', 'swept', 'due-round'];

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
      // One by one, a hundred thousand changes would take half a minute to be taken out of the index.
      const triggers = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
      for (const { name } of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
      for (const table of tables) database.exec(`DELETE FROM "${table}"`);
      database.exec(`INSERT INTO change_search (change_search) VALUES ('delete-all')`);
      for (const { sql } of triggers) database.exec(String(sql));
      for (const key of historyKeys) database.prepare('DELETE FROM kept WHERE key = ?').run(key);
      for (const key of accountKeys) database.prepare(`DELETE FROM kept WHERE key GLOB ?`).run(`${key}/*`);
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
