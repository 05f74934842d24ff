import { expect, it } from 'vitest';
import type { Change } from '../../../electron/core/changes/change.ts';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { createReadNotifications } from '../../../electron/core/notify/read-notifications.ts';
import { aNewChange } from '../../fakes/change.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { aHook } from '../../fakes/task.ts';

const open = () => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const store = createChangeStore(database, clock);
  const ledger = createLedger(database, clock);
  const markRead = (...ids: readonly string[]): void => {
    const mark = database.prepare('UPDATE change SET read_at = ? WHERE id = ?');
    for (const id of ids) mark.run(clock.now(), Number(id));
  };
  const record = (): Change => {
    const [change] = store.settle({
      accountId: '1',
      taskId: '7',
      hooks: [aHook()],
      result: 'changed',
      changes: [aNewChange()],
      snapshot: { kind: 'keep' },
    });
    if (change === undefined) throw new Error('nothing recorded');
    return change;
  };
  /** Tells of so many new changes in one notification, and gives its id. */
  const tell = (changes: number, replaces: string | null = null): string => {
    const decided = Array.from({ length: changes }, () => ({
      change: record(),
      decision: { kind: 'notified', reason: 'watched-by-you' } as const,
    }));
    const { id } = ledger.claim(decided, { replaces, title: 'Bo', body: '', url: null, actions: [] });
    ledger.ended(id, { state: 'shown' });
    return id;
  };
  return { database, ledger, tell, markRead, read: createReadNotifications(database) };
};

it('a notification is done with once its change is read', () => {
  const { tell, markRead, read } = open();
  const id = tell(1);
  tell(1);
  expect(read()).toEqual([]);
  markRead('1');
  expect(read()).toEqual([id]);
});

it('a summary is done with once all of its changes are read, not before', () => {
  const { tell, markRead, read } = open();
  const id = tell(3);
  markRead('1', '3');
  expect(read()).toEqual([]);
  markRead('2');
  expect(read()).toEqual([id]);
});

it('one that replaced others stands for their changes, too', () => {
  const { tell, markRead, read } = open();
  const first = tell(1);
  const second = tell(1, first);
  const third = tell(1, second);
  markRead('1', '3');
  expect(read()).toEqual([]);
  markRead('2');
  expect(read()).toEqual([third]);
});

it('one that tells of no change, or was never shown, is left alone', () => {
  const { ledger, tell, markRead, read } = open();
  ledger.claimPlain({ title: 'This is a test', body: '', url: null });
  const failed = tell(1);
  ledger.ended(failed, { state: 'failed', reason: 'refused' });
  markRead('1');
  expect(read()).toEqual([]);
});

it('what a busy month left behind is passed over', () => {
  const { tell, markRead, read } = open();
  const ids = Array.from({ length: 205 }, () => tell(1));
  markRead(...ids.map((_, index) => String(index + 1)));
  expect(read()).toEqual(expect.arrayContaining([ids[5], ids[204]]));
  expect(read()).toHaveLength(200);
});
