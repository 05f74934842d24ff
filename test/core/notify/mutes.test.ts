import { describe, expect, it } from 'vitest';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import type { Change, ChangeAccount, Decision } from '../../../electron/core/changes/change.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { type Mutes, createMutes } from '../../../electron/core/notify/mutes.ts';
import type { MutedSubject } from '../../../electron/core/notify/rules.ts';
import { aChange, aNewChange, chi } from '../../fakes/change.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { type TemporaryHistory, temporaryHistory } from '../../fakes/history.ts';

const hour = 3_600_000;
const website = { id: '11', name: 'Website relaunch' };

const setUp = (history: TemporaryHistory = temporaryHistory()) => {
  const database = history.open();
  const clock = createFakeClock();
  const store = createChangeStore(database, clock);
  const ledger = createLedger(database, clock);
  /** Records a change and tells it, or leaves it as `decision` says. */
  const record = (account: Partial<ChangeAccount> = {}, taskId = '7', accountId = '1'): Change => {
    const [change] = store.settle({
      accountId,
      taskId,
      hooks: [],
      result: 'changed',
      changes: [aNewChange(account)],
      snapshot: { kind: 'keep' },
    });
    if (change === undefined) throw new Error('no change');
    return change;
  };
  const decision: Decision = { kind: 'notified', reason: 'watched-by-you' };
  const tell = (...changes: readonly Change[]): string =>
    ledger.claim(
      changes.map((change) => ({ change, decision })),
      { replaces: null, title: 'Title', body: '', url: null, actions: [] },
    ).id;
  return {
    history,
    database,
    clock,
    store,
    record,
    tell,
    mutes: createMutes(database, clock, () => [{ id: '4', name: 'Northlight Studio' }]),
  };
};

const muted = (mutes: Mutes, ...what: Parameters<Mutes['mute']>): MutedSubject => {
  const subject = mutes.mute(...what);
  if (subject === null) throw new Error('not muted');
  return subject;
};

describe('a mute', () => {
  it.each([
    ['task', '7', '“Book venue”'],
    ['project', '10', 'Autumn summit'],
    ['organization', '4', 'Northlight Studio'],
    ['person', '2', 'Bo Berg'],
  ] as const)('of a %s is listed by what people call it', (kind, subjectId, label) => {
    const { mutes } = setUp();
    expect(mutes.mute(aChange(), kind, null)).toEqual({ id: '1', accountId: '1', kind, subjectId, until: null });
    expect(mutes.list('1')).toEqual([{ id: '1', kind, label, until: null }]);
    expect(mutes.active()).toEqual([{ accountId: '1', kind, subjectId, until: null }]);
  });

  it.each(['project', 'person'] as const)('of a %s that is not known is none', (kind) => {
    const { mutes } = setUp();
    expect(mutes.mute(aChange({ project: null, actor: null }), kind, null)).toBeNull();
    expect(mutes.active()).toEqual([]);
  });

  it('takes the place of one of the same, and the list begins with the newest', async () => {
    const { mutes, clock } = setUp();
    mutes.mute(aChange(), 'task', null);
    mutes.mute(aChange(), 'person', null);
    await clock.advance(1);
    const until = clock.now() + hour;
    mutes.mute(aChange({ title: 'Book the venue' }), 'task', until);
    expect(mutes.list('1')).toEqual([
      { id: '1', kind: 'task', label: '“Book the venue”', until },
      { id: '2', kind: 'person', label: 'Bo Berg', until: null },
    ]);
  });

  it('is over when its time is over, and is forgotten', async () => {
    const { mutes, clock, database } = setUp();
    mutes.mute(aChange(), 'task', clock.now() + hour);
    await clock.advance(hour - 1);
    expect(mutes.active()).toHaveLength(1);
    await clock.advance(1);
    expect(mutes.active()).toEqual([]);
    expect(mutes.list('1')).toEqual([]);
    mutes.mute(aChange(), 'person', null);
    expect(database.prepare('SELECT kind FROM mute').all()).toEqual([{ kind: 'person' }]);
  });

  it('can be taken back once, by whoever made it', () => {
    const { mutes } = setUp();
    mutes.mute(aChange(), 'task', null);
    expect(mutes.unmute('2', '1')).toBe(false);
    expect(mutes.unmute('1', '1')).toBe(true);
    expect(mutes.unmute('1', '1')).toBe(false);
    expect(mutes.active()).toEqual([]);
  });

  it('is of one account, and each has its own', () => {
    const { mutes } = setUp();
    mutes.mute(aChange(), 'task', null);
    mutes.mute(aChange({}, { accountId: '2' }), 'project', null);
    expect(mutes.list('1')).toMatchObject([{ kind: 'task' }]);
    expect(mutes.list('2')).toMatchObject([{ kind: 'project' }]);
    expect(mutes.active()).toHaveLength(2);
  });

  it('outlives a restart', () => {
    const { mutes, history, database } = setUp();
    mutes.mute(aChange(), 'task', null);
    database.close();
    expect(setUp(history).mutes.list('1')).toMatchObject([{ kind: 'task' }]);
  });
});

describe('what is unread of something muted', () => {
  it.each([
    ['task', ['1', '2']],
    ['project', ['1', '3']],
    ['person', ['1', '4']],
  ] as const)('is found by the %s', (kind, ids) => {
    const { record, tell, mutes } = setUp();
    const changes = [
      record(),
      record({ project: website, actor: chi }),
      record({ actor: chi }, '8'),
      record({ project: website }, '9'),
    ];
    for (const change of changes) tell(change);
    tell(record({}, '7', '2'));
    expect(mutes.unreadOf(muted(mutes, aChange(), kind, null))).toEqual(ids);
  });

  it('is neither what was read nor what nothing has been decided of', () => {
    const { record, tell, mutes, store } = setUp();
    const read = record();
    const unread = record();
    tell(read, unread);
    record();
    store.markRead([read.id]);
    expect(mutes.unreadOf(muted(mutes, aChange(), 'task', null))).toEqual([unread.id]);
  });
});
