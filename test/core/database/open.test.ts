import { statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openDatabase, openDatabaseReadOnly } from '../../../electron/core/database/open.ts';
import { migrations } from '../../../electron/core/database/schema.ts';
import type { NewChange } from '../../../electron/core/changes/change.ts';
import { subjectsOf } from '../../../electron/core/notify/rule-subjects.ts';
import { aNewChange, anEdit } from '../../fakes/change.ts';
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

  it('from before accounts were told apart keeps what was seen, under one account', () => {
    const history = temporaryHistory();
    const old = new DatabaseSync(history.file);
    for (const step of migrations.slice(0, 2)) old.exec(step);
    old.exec(`
      INSERT INTO snapshot (task_id, project_id, task, read_at) VALUES ('7', '10', '{"dueOn":"2026-11-24"}', 5), ('8', '10', 'torn', 6);
      INSERT INTO change (task_id, kind, account, source, happened_at, recorded_at) VALUES ('7', 'updated', '{}', 'hook', 5, 5);
      INSERT INTO kept VALUES ('caught-up', '{"through":4}');
      PRAGMA user_version = 2;`);
    old.close();
    const database = history.open();
    expect(
      database.prepare('SELECT account_id, task_id, read_at, due_on FROM snapshot ORDER BY task_id').all(),
    ).toEqual([
      { account_id: 1, task_id: '7', read_at: 5, due_on: '2026-11-24' },
      { account_id: 1, task_id: '8', read_at: 6, due_on: null },
    ]);
    expect(database.prepare('SELECT account_id FROM change').all()).toEqual([{ account_id: 1 }]);
    expect(database.prepare('SELECT id, user_id FROM account').all()).toEqual([{ id: 1, user_id: null }]);
    expect(database.prepare('SELECT key FROM kept').all()).toEqual([{ key: 'caught-up/1' }]);
  });

  it('from before there was a search has every change found, and by what it is about', () => {
    const history = temporaryHistory();
    const old = new DatabaseSync(history.file);
    for (const step of migrations.slice(0, 2)) old.exec(step);
    const insert = old.prepare(
      `INSERT INTO change (task_id, kind, account, source, happened_at, recorded_at) VALUES ('7', ?, ?, 'hook', 5, 5)`,
    );
    const edits = [anEdit('due_on'), anEdit('assigned_id', { afterIsMe: true }), anEdit('name')];
    const comment = { id: '5', body: 'Ready', mentionsMe: true };
    const mine = { assigned: true, wasAssigned: false, created: false, watching: false };
    const changes: readonly NewChange[] = [
      aNewChange({ title: 'Book venue', edits }),
      aNewChange({ title: 'Book venue', comment }),
      aNewChange({ title: 'Book venue', edits: [anEdit('assigned_id')], comment: { ...comment, mentionsMe: false } }),
      aNewChange({ title: 'Book venue' }, { kind: 'first-seen' }),
      aNewChange({ title: 'Book venue' }, { kind: 'gone' }),
      aNewChange({ title: 'Book venue', relation: mine }, { kind: 'created' }),
      aNewChange({ title: 'Book venue' }, { kind: 'created' }),
      aNewChange({ title: 'Book venue', edits: [anEdit('urgent'), anEdit('status'), anEdit('status')] }),
    ];
    for (const { kind, account } of changes) insert.run(kind, JSON.stringify(account));
    insert.run('updated', 'torn');
    old.exec('PRAGMA user_version = 2');
    old.close();
    const database = history.open();
    const found = database
      .prepare(`SELECT rowid AS id FROM change_search WHERE change_search MATCH 'words : "venue"' ORDER BY rowid`)
      .all();
    expect(found).toHaveLength(changes.length);
    const subjects = database.prepare('SELECT subjects FROM change ORDER BY id').all();
    const words = subjects.map((row) => String(row['subjects']).trim().split(' ').sort());
    expect(words).toEqual([...changes.map((change) => [...subjectsOf(change)].sort()), ['other']]);
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
