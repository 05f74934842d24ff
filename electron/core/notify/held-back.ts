import type { DatabaseSync } from 'node:sqlite';
import type { Change } from '../changes/change.ts';
import { changeColumns, readChange } from '../changes/stored-change.ts';
import type { Decided } from './ledger.ts';
import { isHeldBack } from './rules.ts';

/** Gives the changes, in order, that were held back, are still unread, and that no notification has told of. */
export const createHeldBack = (database: DatabaseSync): (() => readonly Decided[]) => {
  const find = database.prepare(
    `SELECT ${changeColumns} FROM change WHERE read_at IS NULL AND decision = 'skipped'
       AND NOT EXISTS (SELECT 1 FROM notification_change WHERE change_id = change.id) ORDER BY id`,
  );
  return () =>
    find
      .all()
      .map(readChange)
      .flatMap((change) =>
        change.decision !== null && isHeldBack(change.decision) ? [{ change, decision: change.decision }] : [],
      );
};

const taskOf = ({ accountId, taskId }: Change): string => `${accountId}/${taskId}`;
const isNews = ({ decision }: Decided): boolean => decision.kind === 'notified' || isHeldBack(decision);

const tasksThatCameAndWent = (decided: readonly Decided[]): ReadonlySet<string> => {
  const created = new Set<string>();
  const gone = new Set<string>();
  for (const { change, decision } of decided) {
    const task = taskOf(change);
    // Whoever made it wants to know where it went.
    if (change.kind === 'created' && decision.reason !== 'own-change') created.add(task);
    if (change.kind === 'gone' && created.has(task)) gone.add(task);
    else gone.delete(task);
  }
  const told = new Set(decided.filter(isNews).map(({ change }) => taskOf(change)));
  return new Set([...gone].filter((task) => told.has(task)));
};

/** Takes the news out of tasks that were created and are gone before anything was told of them. The changes are in order. */
export const cancelOut = (decided: readonly Decided[]): readonly Decided[] => {
  const tasks = tasksThatCameAndWent(decided);
  if (tasks.size === 0) return decided;
  return decided.map((each): Decided => {
    const { change, decision } = each;
    return tasks.has(taskOf(change)) && (isNews(each) || decision.reason === 'filtered')
      ? { change, decision: { ...decision, kind: 'skipped', reason: 'cancelled-out' } }
      : each;
  });
};
