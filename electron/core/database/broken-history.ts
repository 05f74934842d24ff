import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/** The file beside which a log of commits and its index lie (https://sqlite.org/walformat.html). */
export const companions = ['-wal', '-shm'] as const;

const brokenMark = '.broken-';
const marker = (file: string): string => `${file}.damaged`;

/** What a history file is called that is set aside at this moment, without the folder. */
export const brokenName = (file: string, at: number): string => `${basename(file)}${brokenMark}${at}`;

/** Renames a history file that cannot be used out of the way, with all that belongs to it. */
export const setHistoryAside = (file: string, at: number): void => {
  const aside = join(dirname(file), brokenName(file, at));
  if (existsSync(file)) renameSync(file, aside);
  const log = `${file}-wal`;
  if (existsSync(log) && statSync(log).size > 0) renameSync(log, `${aside}-wal`);
  // Holds nothing that is not in the others.
  for (const companion of companions) rmSync(`${file}${companion}`, { force: true });
  forgetDamage(file);
};

/** Deletes what was set aside before `before` (ms since 1970): it holds what people wrote, like the history itself. */
export const removeBrokenHistories = (file: string, before: number): void => {
  const start = `${basename(file)}${brokenMark}`;
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(start)) continue;
    const at = Number.parseInt(name.slice(start.length), 10);
    if (at < before) rmSync(join(dirname(file), name), { force: true });
  }
};

/** Notes for the next start that the file of an open history is damaged. */
export const noteDamage = (database: DatabaseSync): void => {
  const file = fileOf(database);
  if (file !== '') writeFileSync(marker(file), '', { mode: 0o600 });
};

/** Whether the last run found the file damaged. */
export const isDamageNoted = (file: string): boolean => existsSync(marker(file));

/** Takes the note back. */
export const forgetDamage = (file: string): void => rmSync(marker(file), { force: true });

/** The file of an open database; empty for one in memory. */
export const fileOf = (database: DatabaseSync): string =>
  String(database.prepare(`SELECT file FROM pragma_database_list WHERE name = 'main'`).get()?.['file'] ?? '');
