import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type Result, fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import { transaction } from '../database/transaction.ts';
import type { Hook, IncomingHook } from './hook.ts';
import type { AppendHook, JournalFailure } from './journal-port.ts';
import { openWalSync } from './wal-sync.ts';

/** Takes several hooks in as one: either all of them are committed, or none is. */
export type AppendHooks = (hooks: readonly IncomingHook[]) => Promise<Result<readonly Hook[], JournalFailure>>;

/** Where every hook goes first, whatever its source. */
export type Journal = {
  readonly append: AppendHook;
  readonly appendMany: AppendHooks;
  /** The hooks that no read has settled yet, oldest first. */
  unsettled(): readonly Hook[];
  /** Commits and answers what waits. Appending afterwards fails like any unwritable journal. Call it once. */
  dispose(): Promise<void>;
};

export type JournalPorts = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  /** Called after a commit, when those who appended have been answered: answer first, work later. */
  readonly onCommitted: (hooks: readonly Hook[]) => void;
};

type Settle = (result: Result<readonly Hook[], JournalFailure>) => void;

/** Hooks that wait for the next commit, and who waits for them. */
type Waiting = { readonly hooks: readonly IncomingHook[]; readonly receivedAt: number; readonly settle: Settle };

type Committed = { readonly hooks: readonly Hook[]; readonly settle: Settle };

const unsettledSchema = v.array(
  v.object({
    id: v.pipe(v.number(), v.transform(String)),
    taskId: v.string(),
    action: v.picklist(['create', 'update', 'delete']),
    source: v.picklist(['listener', 'catch-up', 'replay']),
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
 * Makes the journal. All hooks that wait at the same moment share one commit and one sync of the disk. The next batch
 * gathers while the disk is busy with this one, so the event loop never waits for it.
 */
export const createJournal = ({ database, clock, onCommitted }: JournalPorts): Journal => {
  const insert = database.prepare(
    'INSERT INTO hook (task_id, action, source, hook_url_id, received_at) VALUES (?, ?, ?, ?, ?)',
  );
  const updateArrival = database.prepare('UPDATE hook_url SET last_arrival_at = ? WHERE id = ?');
  const selectUnsettled = database.prepare(
    `SELECT id, task_id AS taskId, action, source, hook_url_id AS hookUrlId, received_at AS receivedAt
     FROM hook WHERE settled_at IS NULL ORDER BY id`,
  );
  const wal = openWalSync(database);
  let waiting: Waiting[] = [];
  let isBusy = false;
  let disposed = false;
  let onIdle: (() => void) | null = null;

  const insertAll = (batch: readonly Waiting[]): Committed[] => {
    const arrivals = new Map<string, number>();
    const committed: Committed[] = [];
    for (const { hooks, receivedAt, settle } of batch) {
      const inserted: Hook[] = [];
      for (const { taskId, action, source, hookUrlId } of hooks) {
        const { lastInsertRowid } = insert.run(taskId, action, source, hookUrlId, receivedAt);
        inserted.push({ id: String(lastInsertRowid), taskId, action, source, hookUrlId, receivedAt });
        if (hookUrlId !== null) arrivals.set(hookUrlId, receivedAt);
      }
      committed.push({ hooks: inserted, settle });
    }
    for (const [hookUrlId, at] of arrivals) updateArrival.run(at, hookUrlId);
    return committed;
  };

  const commit = (batch: readonly Waiting[]): Committed[] => {
    if (!wal) return transaction(database, () => insertAll(batch));
    database.exec('PRAGMA synchronous = NORMAL');
    try {
      return transaction(database, () => insertAll(batch));
    } finally {
      database.exec('PRAGMA synchronous = FULL');
    }
  };

  const refuse = (batch: readonly Pick<Waiting, 'settle'>[], error: unknown): void => {
    const failure = unwritable(error);
    for (const { settle } of batch) settle(failure);
    next();
  };

  const answer = (committed: readonly Committed[]): void => {
    for (const { hooks, settle } of committed) settle(succeed(hooks));
    // A turn later: the promises above have been acted upon, so the answers are on their way.
    setImmediate(() => {
      onCommitted(committed.flatMap(({ hooks }) => hooks));
      next();
    });
  };

  const next = (): void => {
    isBusy = waiting.length > 0;
    if (!isBusy) {
      onIdle?.();
      return;
    }
    const batch = waiting;
    waiting = [];
    let committed: Committed[];
    try {
      committed = commit(batch);
    } catch (error) {
      refuse(batch, error);
      return;
    }
    if (wal) wal.sync((error) => (error ? refuse(committed, error) : answer(committed)));
    else answer(committed);
  };

  const enqueue = (hooks: readonly IncomingHook[], settle: Waiting['settle']): void => {
    if (disposed) {
      settle(unwritable('it is closed'));
      return;
    }
    waiting.push({ hooks, receivedAt: clock.now(), settle });
    if (isBusy) return;
    isBusy = true;
    // Not at once: every socket that is readable in this turn of the event loop joins.
    setImmediate(next);
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
    appendMany: (hooks) => new Promise((resolve) => enqueue(hooks, resolve)),
    unsettled: () => v.parse(unsettledSchema, selectUnsettled.all()),
    dispose: async () => {
      disposed = true;
      if (isBusy) await new Promise<void>((resolve) => (onIdle = resolve));
      wal?.close();
    },
  };
};
