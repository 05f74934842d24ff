import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import { type Retention, pruneHistory } from '../../../electron/core/database/prune-history.ts';
import { type RecordedHistory, ignored, startHistory, told } from '../changes/recorded.ts';
import { aTask } from '../../fakes/task.ts';

const day = 24 * 3_600_000;
const forever: Retention = { olderThan: 0, keepAtMost: 1_000_000 };

const prune = ({ database }: Pick<RecordedHistory, 'database'>, part: Partial<Retention>): number => {
  const pruning = pruneHistory(database, { ...forever, ...part });
  for (let deleted = 0, steps = 0; ; steps += 1) {
    if (steps > 1_000) throw new Error('it never comes to an end');
    const step = pruning.step();
    deleted += step.deleted;
    if (step.isDone) return deleted;
  }
};

/** Records these on days of their own. */
const onDays = async (history: RecordedHistory, ...titles: readonly string[]): Promise<void> => {
  for (const title of titles) {
    history.record({ title });
    await history.clock.advance(day);
  }
};

const count = ({ database }: Pick<RecordedHistory, 'database'>, from: string): number =>
  Number(database.prepare(`SELECT count(*) AS count FROM ${from}`).get()?.['count']);

describe('what is too old', () => {
  it('goes with its hook and its words, whether read or not', async () => {
    const history = startHistory();
    await onDays(history, 'Book venue', 'Book hotel', 'Book train');
    expect(prune(history, { olderThan: history.clock.now() - 2 * day })).toBe(2);
    expect(history.titles()).toEqual(['Book train', 'Book hotel']);
    expect(history.titles({ text: 'book' })).toEqual(['Book train', 'Book hotel']);
    expect(history.store.unreadCount()).toBe(2);
    expect([count(history, 'hook'), count(history, 'change_hook')]).toEqual([2, 2]);
  });

  it('leaves none of its words in the index', async () => {
    const history = startHistory();
    await onDays(history, ...Array.from({ length: 30 }, (_, index) => `Confidential ${index}`), 'Book hotel');
    prune(history, { olderThan: history.clock.now() - day });
    const blocks = history.database.prepare('SELECT hex(block) AS block FROM change_search_data').all();
    const written = blocks.map(({ block }) => Buffer.from(String(block), 'hex').toString('latin1')).join('\n');
    expect(written).toContain('hotel');
    // A word is written without what it shares with the one before it.
    expect(written).not.toContain('nfidential');
  });

  it('goes with the notifications that told only of it', async () => {
    const history = startHistory();
    const { ledger, record, clock } = history;
    const text = { replaces: null, title: '', body: '', url: null, actions: [] };
    const claim = (...changes: readonly ReturnType<typeof record>[]) =>
      ledger.claim(
        changes.map((change) => ({ change, decision: told })),
        text,
      ).id;
    const old = record({}, { decision: null });
    ledger.ended(claim(old), { state: 'shown' });
    await clock.advance(day);
    ledger.ended(claim(record({}, { decision: null })), { state: 'shown' });
    ledger.ended(ledger.claimPlain({ title: '', body: '', url: null }).id, { state: 'shown' });
    prune(history, { olderThan: clock.now() });
    expect(history.database.prepare('SELECT id FROM notification').all()).toEqual([{ id: 2 }, { id: 3 }]);
    expect(count(history, 'notification_change')).toBe(1);
  });
});

describe('what is too many', () => {
  it.each([
    [3, ['Three', 'Two', 'One']],
    [2, ['Three', 'Two']],
    [1, ['Three']],
  ])('of changes, %i are kept, the newest', async (keepAtMost, titles) => {
    const history = startHistory();
    await onDays(history, 'One', 'Two', 'Three');
    prune(history, { keepAtMost });
    expect(history.titles()).toEqual(titles);
    expect(count(history, 'hook')).toBe(titles.length);
  });

  it('is counted without those that are not listed', () => {
    const history = startHistory();
    history.record({ title: 'One' });
    history.record({ title: 'Two' });
    history.record({ title: 'Ignored' }, { decision: ignored });
    prune(history, { keepAtMost: 2 });
    expect(history.titles()).toEqual(['Two', 'One']);
    expect(count(history, 'change')).toBe(3);
  });
});

describe('what is never touched', () => {
  it('is what the rules have not decided, with its hook', async () => {
    const history = startHistory();
    history.record({ title: 'Undecided' }, { decision: null });
    await onDays(history, 'One', 'Two');
    prune(history, { olderThan: history.clock.now() });
    expect(history.titles()).toEqual(['Undecided']);
    expect(count(history, 'hook')).toBe(1);
  });

  it('is what is to be told again later', async () => {
    const history = startHistory();
    await onDays(history, 'Snoozed', 'Not snoozed');
    history.database.exec('INSERT INTO snooze (change_id, due_at) VALUES (1, 9e15)');
    prune(history, { olderThan: history.clock.now() });
    expect(history.titles()).toEqual(['Snoozed']);
  });

  it('is a hook that is not settled', async () => {
    const history = startHistory();
    const insert = `INSERT INTO hook (task_id, action, source, received_at, settled_at) VALUES ('7', 'update', 'listener', 1, ?)`;
    history.database.prepare(insert).run(null);
    history.database.prepare(insert).run(2);
    prune(history, { olderThan: history.clock.now() });
    expect(history.database.prepare('SELECT id FROM hook').all()).toEqual([{ id: 1 }]);
  });

  it('is a notification under way', async () => {
    const history = startHistory();
    history.ledger.claimPlain({ title: '', body: '', url: null });
    await history.clock.advance(day);
    prune(history, { olderThan: history.clock.now() });
    expect(count(history, 'notification')).toBe(1);
  });

  it('is what is known of tasks', async () => {
    const history = startHistory();
    history.store.adopt('1', [aTask()]);
    await onDays(history, 'One');
    prune(history, { olderThan: history.clock.now() });
    expect(history.store.snapshot('1', '7')).not.toBeNull();
  });
});

it('deletes a little at a time', async () => {
  const history = startHistory();
  for (let each = 0; each < 300; each += 1) history.record({ title: `Task ${each}` });
  await history.clock.advance(day);
  const pruning = pruneHistory(history.database, { ...forever, olderThan: history.clock.now() });
  const steps: number[] = [];
  for (let isDone = false; !isDone;) {
    const step = pruning.step();
    steps.push(step.deleted);
    isDone = step.isDone;
  }
  expect(Math.max(...steps)).toBeLessThanOrEqual(200);
  expect(steps.length).toBeGreaterThan(10);
  expect([count(history, 'change'), count(history, 'hook')]).toEqual([0, 0]);
});

it('keeps exactly what it should, whatever the clock did meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ at: fc.integer({ min: 1, max: 20 }), isDecided: fc.boolean() }), { maxLength: 40 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 40 }),
      async (changes, olderThan, keepAtMost) => {
        const history = startHistory();
        for (const { isDecided } of changes) history.record({}, { decision: isDecided ? told : null });
        for (const [index, { at }] of changes.entries())
          history.database.prepare('UPDATE change SET recorded_at = ? WHERE id = ?').run(at, index + 1);
        prune(history, { olderThan, keepAtMost });
        const kept = history.store.list({ before: null, limit: 200, filter: noFilter }).map(({ id }) => Number(id));
        const mustStay = changes.flatMap(({ at, isDecided }, index) =>
          !isDecided || (at >= olderThan && changes.length - index <= keepAtMost) ? [index + 1] : [],
        );
        expect(mustStay.filter((id) => !kept.includes(id))).toEqual([]);
        // Those beyond the number all go; those of an age do, up to the first that is younger.
        const mustGo = changes.flatMap(({ isDecided }, index) =>
          isDecided && changes.length - index > keepAtMost ? [index + 1] : [],
        );
        expect(mustGo.filter((id) => kept.includes(id))).toEqual([]);
      },
    ),
    { seed: 7, numRuns: 25 },
  );
});
