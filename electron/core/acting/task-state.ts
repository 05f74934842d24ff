import type { NotificationAction } from '../notify/notifier.ts';
import type { Change } from '../changes/change.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { OwnWrites } from './own-writes.ts';

/** What is known of a change's task now, which is newer than the change. */
export type TaskState = {
  /** Whether it is closed, resolved or rejected; null where nothing can be done to it from here: it is gone, or was seen with another account. */
  readonly isResolved: (change: Pick<Change, 'accountId' | 'taskId'>) => boolean | null;
  /** What a notification of the change offers to do. */
  readonly actions: (change: Pick<Change, 'accountId' | 'taskId'>) => readonly NotificationAction[];
};

const closed: ReadonlySet<string> = new Set(['resolved', 'rejected']);

/** Whether a status means that nothing is left to do (redbooth-api, GET /tasks/:id). */
export const isClosed = (status: string): boolean => closed.has(status);

/** Reads it from the last look at the task and the last answer to a write, whichever is newer. */
export const createTaskState = (ports: {
  readonly store: Pick<ChangeStore, 'snapshot'>;
  readonly ownWrites: Pick<OwnWrites, 'lastAnswer'>;
  /** The account in use. */
  readonly accountId: () => string | null;
}): TaskState => {
  const isResolved: TaskState['isResolved'] = ({ accountId, taskId }) => {
    if (accountId !== ports.accountId()) return null;
    const snapshot = ports.store.snapshot(accountId, taskId);
    if (snapshot === null || snapshot.goneAt !== null) return null;
    const answer = ports.ownWrites.lastAnswer(accountId, taskId);
    const age = answer === null ? 1 : snapshot.task.updatedAt - answer.task.updatedAt;
    const isAnswerNewer = answer !== null && (age < 0 || (age === 0 && snapshot.readAt <= answer.at));
    return isClosed((isAnswerNewer ? answer.task : snapshot.task).status);
  };
  return {
    isResolved,
    actions: (change) => {
      const resolved = isResolved(change);
      return resolved === null ? [] : [resolved ? 'reopen' : 'resolve', 'comment', 'mute', 'open'];
    },
  };
};
