import { type Failure, type Result, fail, succeed } from '../../contract/index.ts';
import type { Change } from '../changes/change.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { AppendHooks } from '../hooks/journal.ts';
import type { ApiResult, RedboothClient } from '../redbooth/client-port.ts';
import type { Directory } from '../redbooth/directory-port.ts';
import type { Task } from '../redbooth/task.ts';
import type { OwnWrite, OwnWrites } from './own-writes.ts';
import type { Reading } from '../reading.ts';
import { goneTask, notReached, notSignedIn, otherAccount, refusedWrite, stillAsBefore } from './refusal-words.ts';
import { isClosed } from './task-state.ts';
import { createTaskLanes } from './task-lanes.ts';
import { type Wish, statusOf, wishKey } from './wish.ts';

/** What was done; `isResolved` is null where a comment tells nothing of it. */
export type Done = { readonly isResolved: boolean | null };

/** What the user does to the task of a change from here. */
export type Acting = {
  /**
   * Writes to Redbooth, as the user, once: a wish that is being carried out is shared, and one task gets one write at a
   * time. Fails with `not-found` without such a change, else with `task-not-changed` and the reason in words.
   */
  readonly act: (changeId: string, wish: Wish) => Promise<Result<Done, Failure>>;
  dispose(): void;
};

export type ActingPorts = {
  readonly clock: Clock;
  readonly reading: () => Reading;
  readonly client: Pick<RedboothClient, 'task' | 'setTaskStatus' | 'addComment'>;
  readonly store: Pick<ChangeStore, 'change' | 'snapshot'>;
  readonly directory: Pick<Directory, 'me'>;
  readonly ownWrites: Pick<OwnWrites, 'begin'>;
  /** The account in use; null before Redbooth has said who is signed in. */
  readonly accountId: () => string | null;
  /** The journal, for a look at a task that no hook has brought. */
  readonly append: AppendHooks;
  /** The task of a change is known to be as it was wanted. */
  readonly onDone: (change: Change) => void;
};

/** Redbooth's hook rings sooner than this; if none came, the task is looked at without. */
const hookExpectedWithin = 5_000;

/** Makes the part that carries out what the user wants. Nothing is written without being asked for here. */
export const createActing = (ports: ActingPorts): Acting => {
  const { clock, reading, client, store, directory, ownWrites, accountId, append, onDone } = ports;
  const lanes = createTaskLanes<Result<Done, Failure>>();
  const timers = new Set<() => void>();
  let isDisposed = false;

  const lookNow = (taskId: string): void =>
    void append([{ taskId, action: 'update', source: 'catch-up', hookUrlId: null }]);

  const lookUnlessHookCame = ({ accountId: account, taskId }: Change): void => {
    if (isDisposed) return;
    const writtenAt = clock.now();
    const cancel = clock.schedule(hookExpectedWithin, () => {
      timers.delete(cancel);
      const readAt = store.snapshot(account, taskId)?.readAt ?? 0;
      if (readAt <= writtenAt) lookNow(taskId);
    });
    timers.add(cancel);
  };

  const send = async (wish: Wish, taskId: string): ApiResult<Task | null> => {
    const status = statusOf(wish);
    if (status !== null) return client.setTaskStatus(taskId, status);
    return wish.kind === 'comment' ? client.addComment(taskId, wish.body) : succeed(null);
  };

  const write = async (
    change: Change,
    wish: Wish,
    known: Pick<OwnWrite, 'userId' | 'before' | 'at'>,
  ): Promise<Result<Done, Failure>> => {
    const { title } = change.account;
    const status = statusOf(wish);
    const underWay = ownWrites.begin({ accountId: change.accountId, status, ...known });
    const answer = await send(wish, change.taskId).catch((error: unknown) => {
      underWay.ended(null);
      throw error;
    });
    if (!answer.ok) {
      const mayHaveArrived = answer.failure.kind === 'unavailable';
      underWay.ended(mayHaveArrived ? null : 'not-done');
      if (mayHaveArrived || answer.failure.kind === 'missing') lookUnlessHookCame(change);
      return fail(refusedWrite(wish, title, answer.failure, reading().messages));
    }
    const task = answer.value;
    // That a PUT of the status alone suffices is only assumed (redbooth-api, PUT /tasks/:id).
    const isDone = task === null || task.status === status;
    underWay.ended(isDone ? task : 'not-done');
    lookUnlessHookCame(change);
    if (!isDone) return fail(stillAsBefore(wish, title, reading().messages));
    onDone(change);
    return succeed({ isResolved: task === null ? null : isClosed(task.status) });
  };

  const carryOut = async (change: Change, wish: Wish): Promise<Result<Done, Failure>> => {
    const { title } = change.account;
    const snapshot = store.snapshot(change.accountId, change.taskId);
    if (snapshot === null || snapshot.goneAt !== null) return fail(goneTask(title, reading().messages));
    const me = await directory.me();
    if (!me.ok) return fail(notReached(wish, title, me.failure, reading().messages));
    const at = clock.now();
    // Read anew: it says who did what up to now, and spares a write where somebody was faster.
    const before = await client.task(change.taskId);
    if (!before.ok) {
      if (before.failure.kind === 'missing') lookNow(change.taskId);
      return fail(notReached(wish, title, before.failure, reading().messages));
    }
    // Somebody else may have signed in while that was read.
    if (accountId() !== change.accountId) return fail(otherAccount(title, reading().messages));
    const { status } = before.value;
    const isAsWanted = wish.kind === 'resolve' ? status === 'resolved' : wish.kind === 'reopen' && !isClosed(status);
    if (!isAsWanted) return write(change, wish, { userId: me.value.user.id, before: before.value, at });
    lookNow(change.taskId);
    return succeed({ isResolved: isClosed(status) });
  };

  return {
    act: async (changeId, wish) => {
      const change = store.change(changeId);
      if (change === null) return fail({ code: 'not-found', message: reading().messages.answers.gone.change });
      const account = accountId();
      if (account === null) return fail(notSignedIn(wish, change.account.title, reading().messages));
      if (account !== change.accountId) return fail(otherAccount(change.account.title, reading().messages));
      return lanes.run(`${account}/${change.taskId}`, wishKey(wish), () => carryOut(change, wish));
    },
    dispose: () => {
      isDisposed = true;
      for (const cancel of timers) cancel();
      timers.clear();
    },
  };
};
