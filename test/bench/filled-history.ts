import type { DatabaseSync } from 'node:sqlite';
import { transaction } from '../../electron/core/database/transaction.ts';
import { type Random, createRandom } from '../../electron/simulator/random.ts';
import { anAccount, anEdit } from '../fakes/change.ts';

const batch = 500;
const tasks = 20_000;
export const minute = 60_000;

const syllables = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'la',
  'me',
  'ni',
  'po',
  'ru',
  'sa',
  'te',
  'vi',
  'zo',
  'an',
  'er',
  'in',
  'on',
];

/** People, projects and tasks in words of which few are frequent and many are rare, as in any language. */
const createWords = (random: Random) => {
  const vocabulary = Array.from({ length: 6_000 }, () =>
    Array.from({ length: 2 + Math.floor(random.fraction() * 3) }, () => random.pick(syllables)).join(''),
  );
  const word = (): string => vocabulary[Math.floor(random.fraction() ** 3 * vocabulary.length)] ?? '';
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  return { vocabulary, words };
};

export type FilledHistory = {
  readonly changes: number;
  /** When the first change happened, in ms since 1970; the others follow by the minute. */
  readonly begin: number;
};

/** Fills a history, the same each time. Gives the words of its texts, the most frequent first. */
export const fillHistory = (database: DatabaseSync, { changes, begin }: FilledHistory): readonly string[] => {
  const random = createRandom(7);
  const { vocabulary, words } = createWords(random);
  const frequent = (count: number): number => Math.floor(random.fraction() ** 2 * count);
  const titles = Array.from({ length: tasks }, () => words(4));
  const projects = Array.from({ length: 40 }, (_, id) => ({ id: String(id + 1), name: words(2) }));
  const people = Array.from({ length: 60 }, (_, id) => ({
    userId: String(id + 1),
    name: words(1),
    fullName: words(2),
  }));
  const insertHook = database.prepare(
    `INSERT INTO hook (task_id, action, source, received_at, settled_at, result) VALUES (?, 'update', 'listener', ?, ?, 'changed')`,
  );
  const insertChange = database.prepare(
    `INSERT INTO change (account_id, task_id, kind, account, source, happened_at, recorded_at, decision, reason, read_at, subjects)
     VALUES (1, ?, 'updated', ?, 'hook', ?, ?, ?, ?, ?, ?)`,
  );
  const linkHook = database.prepare('INSERT INTO change_hook (change_id, hook_id) VALUES (?, ?)');
  for (let first = 0; first < changes; first += batch) {
    transaction(database, () => {
      for (let each = first; each < first + batch; each += 1) {
        const task = Math.floor(random.fraction() * tasks);
        const isComment = random.fraction() < 0.4;
        const isUnread = each > changes - 50;
        const account = anAccount({
          title: titles[task] ?? '',
          project: projects[frequent(projects.length)] ?? null,
          actor: people[frequent(people.length)] ?? null,
          assignee: people[frequent(people.length)] ?? null,
          edits: isComment ? [] : [anEdit('status', { before: 'open', after: 'resolved' })],
          comment: isComment ? { id: String(each), body: words(5 + frequent(60)), mentionsMe: false } : null,
        });
        const at = begin + each * minute;
        const taskId = String(task + 1);
        const hook = insertHook.run(taskId, at, at).lastInsertRowid;
        const decision = isUnread ? 'notified' : 'skipped';
        const subjects = isComment ? 'comment' : 'status';
        const change = insertChange.run(
          ...([taskId, JSON.stringify(account), at, at, decision, 'filtered', isUnread ? null : at, subjects] as const),
        );
        linkHook.run(change.lastInsertRowid, hook);
      }
    });
  }
  return vocabulary;
};
