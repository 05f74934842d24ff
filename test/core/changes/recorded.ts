import type { DatabaseSync } from 'node:sqlite';
import { type ChangeFilter, noFilter } from '../../../electron/contract/index.ts';
import type { Change, ChangeAccount, Decision, NewChange } from '../../../electron/core/changes/change.ts';
import { type ChangeStore, createChangeStore } from '../../../electron/core/changes/store.ts';
import { type Ledger, createLedger } from '../../../electron/core/notify/ledger.ts';
import { aNewChange } from '../../fakes/change.ts';
import { type FakeClock, createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { aHook } from '../../fakes/task.ts';

export const told: Decision = { kind: 'notified', reason: 'watched-by-you' };
export const listed: Decision = { kind: 'skipped', reason: 'filtered' };
export const ignored: Decision = { kind: 'skipped', reason: 'ignored' };

type Part = {
  readonly taskId?: string;
  readonly accountId?: string;
  readonly kind?: NewChange['kind'];
  /** Null: the rules have not looked at it yet. */
  readonly decision?: Decision | null;
};

export type RecordedHistory = {
  readonly database: DatabaseSync;
  readonly clock: FakeClock;
  readonly store: ChangeStore;
  readonly ledger: Ledger;
  /** Records a change by a hook of its own, told unless said otherwise. */
  readonly record: (account?: Partial<ChangeAccount>, part?: Part) => Change;
  /** The titles of what the filter lets through, newest first. */
  readonly titles: (filter?: Partial<ChangeFilter>) => readonly string[];
};

/** A history to fill, on a clock that stands still. */
export const startHistory = (): RecordedHistory => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const store = createChangeStore(database, clock);
  const ledger = createLedger(database, clock);
  const insertHook = database.prepare(
    `INSERT INTO hook (task_id, action, source, received_at) VALUES (?, 'update', 'listener', ?)`,
  );
  return {
    database,
    clock,
    store,
    ledger,
    record: (account = {}, { taskId = '7', accountId = '1', kind = 'updated', decision = told } = {}) => {
      const { lastInsertRowid } = insertHook.run(taskId, clock.now());
      const [change] = store.settle({
        accountId,
        taskId,
        hooks: [aHook({ id: String(lastInsertRowid), taskId })],
        result: 'changed',
        changes: [aNewChange(account, { kind, happenedAt: clock.now() })],
        snapshot: { kind: 'keep' },
      });
      if (change === undefined) throw new Error('no change was recorded');
      if (decision !== null) ledger.skip([{ change, decision }]);
      return change;
    },
    titles: (filter = {}) =>
      store.list({ before: null, limit: 200, filter: { ...noFilter, ...filter } }).map(({ account }) => account.title),
  };
};
