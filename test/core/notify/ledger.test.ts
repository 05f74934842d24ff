import { describe, expect, it } from 'vitest';
import type { Change, Decision } from '../../../electron/core/changes/change.ts';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { aNewChange } from '../../fakes/change.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { aHook } from '../../fakes/task.ts';

const told: Decision = { kind: 'notified', reason: 'watched-by-you' };
const text = {
  replaces: null,
  title: 'Chi resolved “Book venue”',
  body: 'Autumn summit',
  url: 'https://redbooth.com/a/',
  actions: ['resolve', 'open'],
} as const;

const startLedger = () => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const store = createChangeStore(database, clock);
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
  return { database, clock, store, record, ledger: createLedger(database, clock) };
};

describe('a claim', () => {
  it('is committed together with the decisions behind it', () => {
    const { record, store, ledger } = startLedger();
    const decided = [record(), record()].map((change) => ({ change, decision: told }));
    expect(ledger.claim(decided, text)).toEqual({ ...text, id: '1', changeIds: ['1', '2'] });
    expect(store.undecided()).toEqual([]);
    expect(store.change('2')?.decision).toEqual(told);
    expect(ledger.notification('1')).toEqual({ url: text.url, changeIds: ['1', '2'] });
  });

  it('leaves nothing behind when it fails midway', () => {
    const { database, record, store, ledger } = startLedger();
    const decided = [record(), record()].map((change) => ({ change, decision: told }));
    database.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON notification_change WHEN NEW.change_id = 2 BEGIN SELECT raise(ABORT, 'no more'); END`,
    );
    expect(() => ledger.claim(decided, text)).toThrow('no more');
    expect(store.undecided()).toHaveLength(2);
    expect(ledger.notification('1')).toBeNull();
  });

  it('without proof is interrupted, one with an end is not', () => {
    const { database, ledger } = startLedger();
    for (const showing of [{ state: 'shown' }, { state: 'failed', reason: 'no daemon' }] as const) {
      ledger.ended(ledger.claimPlain(text).id, showing);
    }
    ledger.claimPlain(text);
    expect(ledger.interruptClaims()).toBe(1);
    expect(ledger.interruptClaims()).toBe(0);
    expect(database.prepare('SELECT state, failure FROM notification ORDER BY id').all()).toMatchObject([
      { state: 'shown', failure: null },
      { state: 'failed', failure: 'no daemon' },
      { state: 'interrupted', failure: null },
    ]);
  });
});

describe('a decision', () => {
  it.each([
    ['told', told, true],
    ['kept back while paused', { kind: 'skipped', reason: 'paused' }, true],
    ['not told', { kind: 'skipped', reason: 'filtered' }, false],
  ] as const)('leaves a change that was %s as unread: %s', (_, decision, isUnread) => {
    const { record, store, ledger } = startLedger();
    ledger.skip([{ change: record(), decision }]);
    expect(store.unreadCount()).toBe(isUnread ? 1 : 0);
  });

  it('does not make a change unread again that the user has read already', () => {
    const { record, store, ledger } = startLedger();
    const change = record();
    store.markRead([change.id]);
    ledger.claim([{ change, decision: told }], text);
    expect(store.unreadCount()).toBe(0);
  });
});

it('there is no notification by an id that is none', () => {
  const { ledger } = startLedger();
  expect([ledger.notification('1'), ledger.notification('abc')]).toEqual([null, null]);
});
