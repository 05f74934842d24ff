import * as v from 'valibot';
import { changeKindSchema } from '../../contract/index.ts';
import { type Change, changeAccountSchema, changeSourceSchema, decisionBasisSchema } from './change.ts';

const stored = v.pipe(v.string(), v.parseJson());
const changeRowSchema = v.object({
  id: v.number(),
  account_id: v.number(),
  task_id: v.string(),
  kind: changeKindSchema,
  account: v.pipe(stored, changeAccountSchema),
  source: changeSourceSchema,
  happened_at: v.number(),
  recorded_at: v.number(),
  decision: v.nullable(v.picklist(['notified', 'skipped'])),
  reason: v.nullable(v.string()),
  // What decided is for explanation only: one that a newer version wrote is none.
  decision_basis: v.fallback(v.nullable(v.pipe(stored, decisionBasisSchema)), null),
  read_at: v.nullable(v.number()),
  hook_ids: v.nullable(v.string()),
  last_hook_id: v.nullable(v.number()),
});

/** Reads one row of `changeColumns`. */
export const readChange = (row: unknown): Change => {
  const stored = v.parse(changeRowSchema, row);
  return {
    id: String(stored.id),
    accountId: String(stored.account_id),
    taskId: stored.task_id,
    kind: stored.kind,
    account: stored.account,
    source: stored.source,
    hookIds: stored.hook_ids === null ? [] : stored.hook_ids.split(','),
    lastHookId: stored.last_hook_id,
    happenedAt: stored.happened_at,
    recordedAt: stored.recorded_at,
    decision:
      stored.decision === null
        ? null
        : {
            kind: stored.decision,
            reason: stored.reason ?? '',
            ...(stored.decision_basis === null ? {} : { basis: stored.decision_basis }),
          },
    readAt: stored.read_at,
  };
};

/** The columns that `readChange` needs. */
export const changeColumns = `change.*,
  (SELECT group_concat(hook_id) FROM change_hook JOIN hook ON hook.id = hook_id WHERE change_id = change.id AND hook.source <> 'catch-up') AS hook_ids,
  (SELECT max(hook_id) FROM change_hook WHERE change_id = change.id) AS last_hook_id`;
