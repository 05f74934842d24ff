import type { Clock } from '../clock.ts';
import type { OwnWrites } from '../acting/own-writes.ts';
import type { Hook } from '../hooks/hook.ts';
import type { Log } from '../log.ts';
import type { Report } from '../operator/line.ts';
import { changeLine } from '../operator/change-line.ts';
import type { ApiFailure, ApiResult, RedboothClient } from '../redbooth/client-port.ts';
import type { Me } from '../redbooth/directory-port.ts';
import type { Change, NewChange } from './change.ts';
import { type Sighting, lookAtTask } from './look.ts';
import type { Outage } from './outage.ts';
import type { ChangeStore, Settlement } from './store.ts';
import type { Teller } from './tell.ts';
import type { WorkResult, WorkerPorts } from './worker.ts';

export type PipelinePorts = {
  readonly clock: Clock;
  readonly client: Pick<RedboothClient, 'task' | 'comments'>;
  readonly store: Pick<ChangeStore, 'snapshot' | 'settle'>;
  readonly teller: Teller;
  /** Who is signed in: the account that the hooks are read with. */
  readonly identify: () => ApiResult<Pick<Me, 'accountId'>>;
  /** What the user did to a task from here. */
  readonly ownWrites: Pick<OwnWrites, 'settled'>;
  readonly outage: Pick<Outage, 'failed' | 'answered'>;
  readonly report: Report;
  readonly log: Log;
  /** Changes are on disk; the rules may look at them. Also called when hooks were settled without a change. */
  readonly onSettled: (changes: readonly Change[]) => void;
  /** Hooks could not be settled, and are kept. */
  readonly onFailed?: (error: unknown) => void;
};

/** A history file that could not be written is tried again after this long. */
const rewriteAfter = 5_000;

const receivedIds = (hooks: readonly Hook[]): readonly string[] =>
  hooks.filter((hook) => hook.source !== 'catch-up').map((hook) => hook.id);

/**
 * Works on the hooks of one task: look, difference, and one transaction that settles the hooks and records the changes with
 * the new snapshot. Never rejects; hooks it could not settle stay in the journal.
 */
export const createPipeline = (ports: PipelinePorts): WorkerPorts['work'] => {
  const { clock, client, store, teller, identify, ownWrites, outage, report, log, onSettled, onFailed } = ports;

  const stuck = (failure: ApiFailure): WorkResult => {
    // Not even the user's own account to be seen is no answer to work with; only an outage brings another try.
    const isNothing = failure.kind === 'missing' || failure.kind === 'forbidden';
    outage.failed(isNothing ? { kind: 'unavailable', message: `own account ${failure.kind}`, retryAfter: 0 } : failure);
    return { kind: 'stuck' };
  };

  const settlementOf = (
    accountId: string,
    taskId: string,
    hooks: readonly Hook[],
    sighting: Sighting,
    changes: readonly NewChange[],
  ): Settlement => {
    switch (sighting.kind) {
      case 'seen':
        return {
          accountId,
          taskId,
          hooks,
          changes,
          result: changes.length > 0 ? 'changed' : 'unchanged',
          snapshot: { kind: 'write', task: sighting.task, lastCommentId: sighting.lastCommentId },
        };
      case 'gone':
        return { accountId, taskId, hooks, changes, result: 'gone', snapshot: { kind: 'gone' } };
      case 'not-visible':
        return { accountId, taskId, hooks, changes, result: 'not-visible', snapshot: { kind: 'keep' } };
    }
  };

  const settle = (settlement: Settlement): void => {
    const changes = store.settle(settlement);
    const at = clock.now();
    for (const change of changes) report(changeLine(change), at);
    const hookIds = receivedIds(settlement.hooks);
    if (hookIds.length > 0) {
      const changeIds = changes.map((change) => change.id);
      report({ event: 'settled', hookIds, taskId: settlement.taskId, result: settlement.result, changeIds }, at);
    }
    onSettled(changes);
  };

  const work = async (taskId: string, hooks: readonly Hook[], repeats: number): Promise<WorkResult> => {
    const source = receivedIds(hooks).length > 0 ? 'hook' : 'catch-up';
    const me = await identify();
    if (!me.ok) return stuck(me.failure);
    const { accountId } = me.value;
    const snapshot = store.snapshot(accountId, taskId);
    const mine = (): ReturnType<OwnWrites['settled']> => ownWrites.settled(accountId, taskId);
    const look = await lookAtTask({ client, clock, log, ownWrites: mine }, taskId, hooks, snapshot, repeats);
    if (look.kind === 'failed') return stuck(look.failure);
    if (look.kind === 'repeat') {
      outage.answered();
      return { kind: 'again', delay: look.after, repeats: repeats + 1 };
    }
    const { sighting } = look;
    let changes: readonly NewChange[] = [];
    if (sighting.kind === 'seen') {
      const told = await teller.ofSeen(sighting.task, snapshot, sighting.told, source);
      if (!told.ok) return stuck(told.failure);
      changes = told.value;
    } else if (sighting.kind === 'gone') {
      const told = await teller.ofGone(sighting.last, clock.now(), source);
      if (!told.ok) return stuck(told.failure);
      changes = [told.value];
    }
    outage.answered();
    settle(settlementOf(accountId, taskId, hooks, sighting, changes));
    return { kind: 'settled', isBusy: look.isBusy };
  };

  return async (taskId, hooks, repeats) => {
    try {
      return await work(taskId, hooks, repeats);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log.error(`Task ${taskId} could not be worked on: ${message}`);
      onFailed?.(error);
      report(
        {
          event: 'error',
          code: 'journal-unwritable',
          message: `A change could not be recorded (${message}). Its hook is kept, and this is tried again in ${rewriteAfter / 1_000} s.`,
        },
        clock.now(),
      );
      return { kind: 'again', delay: rewriteAfter, repeats };
    }
  };
};
