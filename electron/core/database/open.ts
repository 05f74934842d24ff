import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { migrations } from './schema.ts';
import { transaction } from './transaction.ts';

/** Opens the history file (creating it, mode 0600) and brings it up to date. Throws what SQLite throws. */
export const openDatabase = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file);
  try {
    if (file !== ':memory:') chmodSync(file, 0o600);
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000; PRAGMA trusted_schema = OFF;',
    );
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** The history file for reading only, beside a running app. */
export const openDatabaseReadOnly = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('PRAGMA busy_timeout = 2000');
  return database;
};

const migrate = (database: DatabaseSync): void => {
  const taken = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (taken > migrations.length)
    throw new Error(`the history was written by a newer version of the app (format ${taken})`);
  for (const [index, step] of migrations.entries()) {
    if (index < taken) continue;
    transaction(database, () => {
      database.exec(step);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
};
