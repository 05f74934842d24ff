import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type Result, fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import { transaction } from '../database/transaction.ts';
import type { Hook, IncomingHook } from './hook.ts';
import type { AppendHook, JournalFailure } from './journal-port.ts';

/**
 * Takes several hooks in as one: either all of them are committed, or none is. Answers with those that are new: one whose
 * message is in the journal already is not taken again.
 */
export type AppendHooks = (hooks: readonly IncomingHook[]) => Promise<Result<readonly Hook[], JournalFailure>>;

/** Where every hook goes first, whatever its source. */
export type Journal = {
  readonly append: AppendHook;
  readonly appendMany: AppendHooks;
  /** The hooks that no read has settled yet, oldest first. */
  unsettled(): readonly Hook[];
  /** Commits and answers what waits. Appending afterwards fails like any unwritable journal. */
  dispose(): Promise<void>;
};

export type JournalPorts = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  /** Called after a commit, when those who appended have been answered: answer first, work later. */
  readonly onCommitted: (hooks: readonly Hook[]) => void;
  /** A commit has failed, and nothing of it was taken. */
  readonly onFailed?: (error: unknown) => void;
};

type Settle = (result: Result<readonly Hook[], JournalFailure>) => void;

/** Hooks that wait for the next commit, and who waits for them. */
type Waiting = { readonly hooks: readonly IncomingHook[]; readonly receivedAt: number; readonly settle: Settle };

/** Bounds how long a batch may go on growing. */
const mostTurns = 8;

const unsettledSchema = v.array(
  v.object({
    id: v.pipe(v.number(), v.transform(String)),
    taskId: v.string(),
    action: v.picklist(['create', 'update', 'delete']),
    source: v.picklist(['listener', 'catch-up', 'replay', 'team']),
    hookUrlId: v.nullable(v.string()),
    receivedAt: v.number(),
  }),
);

const unwritable = (error: unknown): { readonly ok: false; readonly failure: JournalFailure } => {
  const cause = error instanceof Error ? error.message : String(error);
  return fail({
    code: 'journal-unwritable',
    message: `The hook was not taken, as the history file could not be written (${cause}). Check the free space and the permissions of the data directory.`,
  });
};

/**
 * Makes the journal. All hooks that wait at the same moment share one commit, and so the cost of one sync of the disk:
 * a batch closes at the first turn of the event loop that brought nobody new.
 */
export const createJournal = ({ database, clock, onCommitted, onFailed }: JournalPorts): Journal => {
  const insert = database.prepare(
    'INSERT INTO hook (task_id, action, source, hook_url_id, received_at) VALUES (?, ?, ?, ?, ?)',
  );
  const insertMessage = database.prepare(
    `INSERT INTO hook (task_id, action, source, hook_url_id, received_at, message_id) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (message_id) WHERE message_id IS NOT NULL DO NOTHING`,
  );
  const updateArrival = database.prepare('UPDATE hook_url SET last_arrival_at = ? WHERE id = ?');
  const selectUnsettled = database.prepare(
    `SELECT id, task_id AS taskId, action, source, hook_url_id AS hookUrlId, received_at AS receivedAt
     FROM hook WHERE settled_at IS NULL ORDER BY id`,
  );
  let waiting: Waiting[] = [];
  let disposed = false;
  let idle = Promise.resolve();

  const insertAll = (batch: readonly Waiting[]): readonly Hook[][] => {
    const arrivals = new Map<string, number>();
    const inserted = batch.map(({ hooks, receivedAt }) =>
      hooks.flatMap(({ taskId, action, source, hookUrlId, messageId }): Hook[] => {
        const { changes, lastInsertRowid } =
          messageId === undefined
            ? insert.run(taskId, action, source, hookUrlId, receivedAt)
            : insertMessage.run(taskId, action, source, hookUrlId, receivedAt, messageId);
        if (Number(changes) === 0) return [];
        if (hookUrlId !== null) arrivals.set(hookUrlId, receivedAt);
        return [{ id: String(lastInsertRowid), taskId, action, source, hookUrlId, receivedAt }];
      }),
    );
    for (const [hookUrlId, at] of arrivals) updateArrival.run(at, hookUrlId);
    return inserted;
  };

  const commit = (done: () => void): void => {
    const batch = waiting;
    waiting = [];
    let committed: readonly Hook[][];
    try {
      committed = transaction(database, () => insertAll(batch));
    } catch (error) {
      const failure = unwritable(error);
      for (const { settle } of batch) settle(failure);
      onFailed?.(error);
      done();
      return;
    }
    for (const [index, hooks] of committed.entries()) batch[index]?.settle(succeed(hooks));
    // A turn later: the promises above have been acted upon, so the answers are on their way.
    setImmediate(() => {
      onCommitted(committed.flat());
      done();
    });
  };

  const commitOnceComplete = (seen: number, turns: number, done: () => void): void => {
    setImmediate(() => {
      if (waiting.length > seen && turns < mostTurns) commitOnceComplete(waiting.length, turns + 1, done);
      else commit(done);
    });
  };

  const enqueue = (hooks: readonly IncomingHook[], settle: Settle): void => {
    if (disposed) settle(unwritable('it is closed'));
    else if (waiting.push({ hooks, receivedAt: clock.now(), settle }) === 1)
      idle = new Promise((resolve) => commitOnceComplete(1, 0, resolve));
  };

  return {
    append: (hook) =>
      new Promise((resolve) => {
        enqueue([hook], (result) => {
          const first = result.ok ? result.value[0] : undefined;
          if (!result.ok) resolve(result);
          else resolve(first ? succeed(first) : unwritable('nothing was written'));
        });
      }),
    appendMany: (hooks) =>
      hooks.length === 0 ? Promise.resolve(succeed([])) : new Promise((resolve) => enqueue(hooks, resolve)),
    unsettled: () => v.parse(unsettledSchema, selectUnsettled.all()),
    dispose: async () => {
      disposed = true;
      await idle;
    },
  };
};
