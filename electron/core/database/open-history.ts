import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { brokenName, companions, forgetDamage, isDamageNoted, setHistoryAside } from './broken-history.ts';
import { type HistorySetUp, noSetUp, readSetUp, writeSetUp } from './history-set-up.ts';
import { createKept } from './kept.ts';
import { openDatabase, openDatabaseReadOnly } from './open.ts';
import { proveWritable } from './prove-writable.ts';
import { storageTrouble } from './storage-trouble.ts';
import { transaction } from './transaction.ts';

const newHistorySchema = v.object({
  /** The name of the broken file, in the data directory. */
  keptAs: v.string(),
  /** Whether hooks still come by the same addresses. */
  isAddressKept: v.boolean(),
});

/** That the history was damaged, and a new one was begun in its place. */
export type NewHistory = v.InferOutput<typeof newHistorySchema>;

/** The same for as long as the user has not dismissed it. */
export const keptNewHistory = (database: DatabaseSync) => createKept(database, 'new-history', newHistorySchema);

export type OpenedHistory = {
  readonly database: DatabaseSync;
  /** Not null when the file was damaged, so that a new one was begun just now. */
  readonly begun: NewHistory | null;
};

/** A file up to this size is looked through at every start, which takes some 25 ms; a larger one after a crash or when damage was met. */
const lookThroughBytes = 4 * 1024 * 1024;

/**
 * Opens the history file of a data directory that is ours. One that is damaged is kept aside as `<file>.broken-<now>` with
 * what of its set-up can be read carried over into a new one; a kill in between leaves nothing half done. Throws what SQLite
 * throws for every other trouble: a newer format, no room, no permission.
 */
export const openHistory = (file: string, now: number): OpenedHistory => {
  finishReplacing(file, now);
  const database = openUndamaged(file, now);
  if (database !== null) return { database, begun: null };
  const begun = replaceHistory(file, now);
  return { database: openDatabase(file), begun };
};

/** Whoever closes the history last leaves no log of commits. */
const wasKilled = (file: string): boolean => existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;

/** Null: the file is damaged. */
const openUndamaged = (file: string, now: number): DatabaseSync | null => {
  const size = existsSync(file) ? statSync(file).size : null;
  // SQLite takes an empty file for a new one. Ours is empty for the first moment of its life only.
  if (size === 0) return null;
  const isSuspect = wasKilled(file) || isDamageNoted(file);
  let database: DatabaseSync | null = null;
  try {
    database = openDatabase(file);
    if (size === null || isSound(database, isSuspect || size <= lookThroughBytes)) {
      proveWritable(database, now);
      forgetDamage(file);
      return database;
    }
    database.close();
    return null;
  } catch (error) {
    database?.close();
    if (storageTrouble(error) === 'damaged') return null;
    throw error;
  }
};

const verdictSchema = v.object({ quick_check: v.string() });
const setUpTables = ['kept', 'hook_url', 'replaced_secret', 'account', 'mute'];

/** Throws, or answers false, when something in the file is not as SQLite left it. */
const isSound = (database: DatabaseSync, isLookedThrough: boolean): boolean => {
  const verdict = (scope: string): string =>
    v.parse(verdictSchema, database.prepare(`PRAGMA quick_check(${scope})`).get()).quick_check;
  if (!isLookedThrough) {
    // What the start reads first.
    database.prepare('SELECT count(*) FROM hook WHERE settled_at IS NULL').get();
    database.prepare('SELECT count(*) FROM change WHERE decision IS NULL').get();
    return setUpTables.every((table) => verdict(table) === 'ok');
  }
  if (verdict('1') === 'ok') return true;
  // Nothing is lost with the index alone: it can be made again.
  rebuildSearch(database);
  return verdict('1') === 'ok';
};

const rebuildSearch = (database: DatabaseSync): void =>
  transaction(database, () =>
    database.exec(`
      INSERT INTO change_search (change_search) VALUES ('delete-all');
      INSERT INTO change_search (rowid, words, marks) SELECT id, words, marks FROM change_index ORDER BY id;`),
  );

/** What can still be read of the set-up. */
const rescue = (file: string): HistorySetUp => {
  try {
    const broken = openDatabaseReadOnly(file);
    try {
      return readSetUp(broken);
    } finally {
      broken.close();
    }
  } catch {
    return noSetUp;
  }
};

/** The next history, on its way to take the place of the damaged one. */
const next = (file: string): string => `${file}.new`;

/** Begins a new history beside the damaged one, then puts it in its place. */
const replaceHistory = (file: string, now: number): NewHistory => {
  const setUp = rescue(file);
  for (const ending of ['', ...companions]) rmSync(`${next(file)}${ending}`, { force: true });
  const begun = { keptAs: brokenName(file, now), isAddressKept: setUp.isAddressComplete };
  const database = openDatabase(next(file));
  try {
    writeSetUp(database, setUp);
    keptNewHistory(database).write(begun);
  } finally {
    // Closing brings everything into the one file.
    database.close();
  }
  takePlace(file, now);
  return begun;
};

const takePlace = (file: string, now: number): void => {
  setHistoryAside(file, now);
  renameSync(next(file), file);
};

/** A kill has come between the damaged history and the new one, which is whole. */
const finishReplacing = (file: string, now: number): void => {
  if (!existsSync(file) && existsSync(next(file))) takePlace(file, now);
};
