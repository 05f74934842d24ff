import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noFilter } from '../../electron/contract/index.ts';
import { createChangeStore } from '../../electron/core/changes/store.ts';
import { systemClock } from '../../electron/core/clock.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { historyFile } from '../../electron/core/operator/data-directory.ts';
import { fillHistory, minute } from './filled-history.ts';
import { startRedbooth } from './hosts.ts';

/** What is to be seen once a text is searched for: the newest change found, null for none, and how many there are. */
export type Found = { readonly text: string; readonly newest: string | null; readonly total: number };

/** Words typed letter by letter: frequent and rare ones, and a second word behind the first. */
const textsOf = (vocabulary: readonly string[]): readonly string[] =>
  [0, 1, 3, 10, 40, 100, 300, 700, 1_500, 3_000, 4_500, 5_900].map(
    (place) => `${vocabulary[place] ?? ''} ${vocabulary[place + 7] ?? ''}`,
  );

/**
 * A pretend Redbooth, and a data directory with that many changes up to now. `texts` are what to type, with what is to be found
 * after each letter, as SQLite tells without the app.
 */
export const createLongHistory = async (changes: number) => {
  const redbooth = await startRedbooth();
  const state = join(redbooth.directory, 'state');
  mkdirSync(state, { recursive: true });
  const settings = join(redbooth.directory, 'settings.json');
  writeFileSync(settings, JSON.stringify({ historyChanges: 1_000_000, welcomed: true }));
  const database = openDatabase(historyFile(state));
  const vocabulary = fillHistory(database, { changes, begin: Date.now() - changes * minute });
  const store = createChangeStore(database, systemClock);
  const find = (text: string): Found => {
    const filter = { ...noFilter, text };
    return { text, newest: store.list({ before: null, limit: 1, filter })[0]?.id ?? null, total: store.total(filter) };
  };
  const texts = textsOf(vocabulary).map((text) =>
    Array.from({ length: text.length }, (_, index) => find(text.slice(0, index + 1))),
  );
  const all = find('');
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  const flags = [...redbooth.flags, '--settings', settings, '--tunnel', 'off'];
  return { ...redbooth, flags, texts, all };
};
