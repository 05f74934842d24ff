import { statSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openDatabase, openDatabaseReadOnly } from '../../../electron/core/database/open.ts';
import { migrations } from '../../../electron/core/database/schema.ts';
import { transaction } from '../../../electron/core/database/transaction.ts';
import { temporaryDatabase, temporaryHistory } from '../../fakes/history.ts';

const pragma = (database: DatabaseSync, name: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];

describe('the history file', () => {
  it('is for its user alone, in WAL, and synced at every commit', () => {
    const history = temporaryHistory();
    const database = history.open();
    expect(pragma(database, 'journal_mode')).toBe('wal');
    expect(pragma(database, 'synchronous')).toBe(2);
    expect(pragma(database, 'foreign_keys')).toBe(1);
    if (process.platform !== 'win32') expect(statSync(history.file).mode & 0o777).toBe(0o600);
  });

  it('keeps what is in it when it is opened again', () => {
    const history = temporaryHistory();
    const first = history.open();
    first.exec(`INSERT INTO kept VALUES ('a', '1')`);
    first.close();
    const second = history.open();
    expect(second.prepare('SELECT value FROM kept').get()).toEqual({ value: '1' });
    expect(pragma(second, 'user_version')).toBe(migrations.length);
  });

  it('of a newer app is left alone', () => {
    const history = temporaryHistory();
    const database = history.open();
    database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    database.close();
    expect(() => openDatabase(history.file)).toThrow(`format ${migrations.length + 1}`);
  });

  it('that is no database is not overwritten', () => {
    const history = temporaryHistory();
    writeFileSync(history.file, 'not a database at all, but a letter to somebody');
    expect(() => openDatabase(history.file)).toThrow();
    expect(statSync(history.file).size).toBe(47);
  });

  it('can be read beside a running app, and not written', () => {
    const history = temporaryHistory();
    history.open().exec(`INSERT INTO kept VALUES ('a', '1')`);
    const reader = openDatabaseReadOnly(history.file);
    expect(reader.prepare('SELECT value FROM kept').get()).toEqual({ value: '1' });
    expect(() => reader.exec('DELETE FROM kept')).toThrow();
    reader.close();
  });
});

describe('a transaction', () => {
  it('gives back what its work does, and is on disk', () => {
    const database = temporaryDatabase();
    const changes = transaction(database, () => database.prepare(`INSERT INTO kept VALUES ('a', '1')`).run().changes);
    expect(changes).toBe(1);
    expect(database.isTransaction).toBe(false);
  });

  it('leaves nothing behind when its work throws', () => {
    const database = temporaryDatabase();
    expect(() =>
      transaction(database, () => {
        database.exec(`INSERT INTO kept VALUES ('a', '1')`);
        throw new Error('no more');
      }),
    ).toThrow('no more');
    expect(database.prepare('SELECT count(*) AS count FROM kept').get()).toEqual({ count: 0 });
    expect(database.isTransaction).toBe(false);
  });
});
