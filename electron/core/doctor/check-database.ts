import { statSync } from 'node:fs';
import { type StorageTrouble, storageTrouble } from '../database/storage-trouble.ts';
import { openDatabaseReadOnly } from '../database/open.ts';
import { type CheckWords, type Finding, type RunCheck, broken, notApplicable, ok } from './finding.ts';
import { systemCode } from '../system-error.ts';

const megabyte = 1e6;
/** Reading through a file holds everything else up; this much takes about a tenth of a second. */
const mostToRead = 24 * megabyte;

/**
 * Whether the history file is sound (`PRAGMA quick_check`), through a connection of its own that cannot write. `known`:
 * what the running app met when it last wrote; null when all was well, or no app is asked.
 */
export const checkDatabase =
  (words: CheckWords['database'], file: string, known: StorageTrouble | null): RunCheck =>
  () => {
    if (known !== null) return broken(wordsFor(words, known), file);
    const size = sizeOf(file);
    if (size === null) return notApplicable(words.none, file);
    return look(words, file, size);
  };

const look = (words: CheckWords['database'], file: string, size: number): Finding => {
  const megabytes = (size / megabyte).toFixed(1);
  try {
    const database = openDatabaseReadOnly(file);
    try {
      if (size > mostToRead) {
        database.prepare('SELECT count(*) FROM sqlite_schema').get();
        return ok(words.large(megabytes), file);
      }
      const found = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
      return found === 'ok' ? ok(words.ok(megabytes), file) : broken(words.damaged, file);
    } finally {
      database.close();
    }
  } catch (error) {
    return broken(storageTrouble(error) === 'damaged' ? words.damaged : words.unreadable, file);
  }
};

const sizeOf = (file: string): number | null => {
  try {
    return statSync(file).size;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
};

const wordsFor = (words: CheckWords['database'], trouble: StorageTrouble): CheckWords['database']['damaged'] =>
  trouble === 'damaged' ? words.damaged : trouble === 'unreadable' ? words.unreadable : words.unwritable;
