import type { ChangeKind } from '../../contract/index.ts';
import type { Change } from '../changes/change.ts';
import type { OperatorLine } from './line.ts';

const actions: Record<ChangeKind, 'create' | 'update' | 'delete'> = {
  created: 'create',
  'first-seen': 'update',
  updated: 'update',
  gone: 'delete',
};

/** The `--json` line of a change. */
export const changeLine = ({ id, hookIds, taskId, kind, account, source }: Change): OperatorLine => ({
  event: 'change',
  id,
  hookIds,
  taskId,
  action: actions[kind],
  title: account.title,
  project: account.project?.name ?? null,
  actor: account.actor?.fullName ?? null,
  changes: [
    ...account.edits.map(({ field, before, after }) => ({ field, before, after })),
    ...(account.comment === null ? [] : [{ field: 'comment', before: null, after: account.comment.body }]),
  ],
  url: account.url,
  source,
});
