import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChangeFilter, noFilter } from '../../electron/contract/index.ts';
import { type ChangeStore, createChangeStore } from '../../electron/core/changes/store.ts';
import { systemClock } from '../../electron/core/clock.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { pruneHistory } from '../../electron/core/database/prune-history.ts';
import { createLedger } from '../../electron/core/notify/ledger.ts';
import { rowOf } from '../../electron/core/page/rows.ts';
import { type Benchmark, percentile } from './figure.ts';
import { readingAt } from '../fakes/reading.ts';
import { fillHistory } from './filled-history.ts';

const changes = 100_000;
const pageSize = 100;

/** What people type, letter by letter: beginnings of frequent and of rare words, two words, and words beside filters. */
const questions = (vocabulary: readonly string[]): readonly Partial<ChangeFilter>[] => {
  const asked = [0, 3, 40, 300, 1_500, 5_900].flatMap((place) => {
    const word = vocabulary[place] ?? '';
    const typed = Array.from({ length: word.length }, (_, index) => word.slice(0, index + 1));
    const other = vocabulary[place + 7] ?? '';
    return [...typed, `${word} ${other.slice(0, 1)}`, `${word.slice(0, 1)} ${other}`, `${word} ${other}`];
  });
  return asked.flatMap((text): readonly Partial<ChangeFilter>[] => [
    { text },
    { text, projectId: '1' },
    { text, personId: '3', subject: 'comment' },
    { text, show: 'unread' },
  ]);
};

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const readPage = (store: ChangeStore, part: Partial<ChangeFilter>): number =>
  timed(() => {
    const filter = { ...noFilter, ...part };
    store
      .list({ before: null, limit: pageSize + 1, filter })
      .map((change) =>
        rowOf(change, readingAt(Date.now()), { isResolved: null, organization: null, snoozedUntil: null }),
      );
    store.total(filter);
  });

/** A history of 100,000 changes: what it takes to open, list, search, count and prune it. Pages are of 100 rows with their total. */
export const history: Benchmark = {
  name: 'history of 100,000 changes',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-bench-'));
    const file = join(directory, 'history.sqlite');
    try {
      const filled = openDatabase(file);
      const vocabulary = fillHistory(filled, { changes, begin: 0 });
      filled.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      filled.close();
      const size = statSync(file).size;

      const start = performance.now();
      const database = openDatabase(file);
      const store = createChangeStore(database, systemClock);
      createLedger(database, systemClock);
      store.undecided();
      store.unreadCount();
      const open = performance.now() - start;

      const first = readPage(store, {});
      const pages = Array.from({ length: 100 }, () => readPage(store, {}));
      const searches = questions(vocabulary).map((part) => readPage(store, part));
      const filters = Array.from({ length: 20 }, (_, index) => readPage(store, { projectId: String(index + 1) }));
      const facets = Array.from({ length: 10 }, () => timed(() => store.facets()));
      const counts = Array.from({ length: 20 }, () => timed(() => store.unreadCount()));
      const pruning = pruneHistory(database, { olderThan: 0, keepAtMost: changes - 10_000 });
      const steps: number[] = [];
      for (;;) {
        const begun = performance.now();
        const { isDone } = pruning.step();
        steps.push(performance.now() - begun);
        if (isDone) break;
      }
      database.close();
      return [
        { name: 'opening', value: open, unit: 'ms' },
        { name: 'very first page', value: first, unit: 'ms' },
        { name: 'first page, p95', value: percentile(pages, 0.95), unit: 'ms', goal: { atMost: 10 }, isTimed: true },
        { name: 'search, p50', value: percentile(searches, 0.5), unit: 'ms' },
        { name: 'search, p95', value: percentile(searches, 0.95), unit: 'ms', goal: { atMost: 20 }, isTimed: true },
        { name: 'search, longest', value: Math.max(...searches), unit: 'ms' },
        { name: 'one project, p95', value: percentile(filters, 0.95), unit: 'ms' },
        { name: 'facets, p95', value: percentile(facets, 0.95), unit: 'ms' },
        { name: 'counting the unread, p95', value: percentile(counts, 0.95), unit: 'ms' },
        { name: 'a step of pruning, p95', value: percentile(steps, 0.95), unit: 'ms' },
        { name: 'a step of pruning, longest', value: Math.max(...steps), unit: 'ms' },
        { name: 'size per change', value: size / changes, unit: 'bytes' },
      ];
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};
