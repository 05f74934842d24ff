import type { Quirks } from '../../electron/simulator/quirks.ts';

/** What is not known of Redbooth and matters for who did what, each the other way round than assumed. */
export const otherWays: readonly Partial<Quirks>[] = [
  { apiEditLeavesComment: true },
  { commentSetsUpdatedBy: false },
  { unchangedDueOn: 'current', emptyCommentBody: 'null' },
  { pagingHeaders: false, listsDeletedTasks: true },
  { ids: 'text', status: 'number', taskReply: 'array' },
  { hooksPerEdit: 2, hookBatch: true },
  { moveLeavesComment: true, rejoin: 'same-person', leftPerson: 'listed' },
  { watchUpdatesTask: false, noiseUpdatesTask: false, commentEditUpdatesTask: false },
  { hiddenTask: 'forbidden', deletedTask: 'flagged', moveFires: 'delete-and-create' },
  { commentFiresHook: false, etag: 'none' },
];

/** All of them at once. */
export const otherWay: Partial<Quirks> = Object.assign({}, ...otherWays);
