import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { SettledResult } from '../operator/line.ts';
import type { Change } from './change.ts';
import type { ChangeStore } from './store.ts';

/** What became of a hook: null results are yet to come. */
export type HookFate = { readonly result: SettledResult | null; readonly changes: readonly Change[] };

const fateRows = v.array(
  v.object({
    id: v.pipe(v.number(), v.transform(String)),
    result: v.nullable(v.picklist(['changed', 'unchanged', 'not-visible', 'gone'] satisfies SettledResult[])),
    changeId: v.nullable(v.pipe(v.number(), v.transform(String))),
  }),
);

/** Looks up what became of hooks, by journal id. A hook the journal does not know is missing from the answer. */
export type HookFates = (hookIds: readonly string[]) => ReadonlyMap<string, HookFate>;

/** Reads fates from the history file, in one query for all of them and one for each change. */
export const createHookFates = (database: DatabaseSync, store: Pick<ChangeStore, 'change'>): HookFates => {
  const select = database.prepare(
    `SELECT hook.id AS id, CASE WHEN settled_at IS NULL THEN NULL ELSE result END AS result, change_id AS changeId
     FROM hook LEFT JOIN change_hook ON hook_id = hook.id
     WHERE hook.id IN (SELECT value FROM json_each(?)) ORDER BY change_id`,
  );
  return (hookIds) => {
    const changes = new Map<string, Change | null>();
    const changeOf = (id: string): Change | null => {
      const change = changes.get(id) ?? store.change(id);
      changes.set(id, change);
      return change;
    };
    const fates = new Map<string, HookFate>();
    for (const { id, result, changeId } of v.parse(fateRows, select.all(JSON.stringify(hookIds.map(Number))))) {
      const change = changeId === null ? null : changeOf(changeId);
      const before = fates.get(id)?.changes ?? [];
      fates.set(id, { result, changes: change === null ? before : [...before, change] });
    }
    return fates;
  };
};
