import { describe, expect, it } from 'vitest';
import { createOwnWrites } from '../../../electron/core/acting/own-writes.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { aTask } from '../../fakes/task.ts';

const hour = 3_600_000;
const before = aTask();
const after = aTask({ status: 'resolved', updatedByUserId: '1' });
const begunAt = createFakeClock().now();
const resolving = { accountId: '1', userId: '1', before, status: 'resolved', at: begunAt } as const;
const commenting = { ...resolving, status: null };

const start = () => {
  const history = temporaryHistory();
  const clock = createFakeClock();
  const log = createFakeLog();
  const database = history.open();
  return { history, clock, log, database, ownWrites: createOwnWrites(database, clock, log) };
};

describe('what the user wrote', () => {
  it('is remembered with the task before and after', async () => {
    const { ownWrites, clock } = start();
    ownWrites.begin(resolving).ended(after);
    expect(await ownWrites.settled('1', '7')).toEqual([
      { userId: '1', before, status: 'resolved', after, at: clock.now() },
    ]);
    expect(ownWrites.lastAnswer('1', '7')).toEqual({ task: after, at: clock.now() });
  });

  it('is nothing of another task or account', async () => {
    const { ownWrites } = start();
    ownWrites.begin(resolving).ended(after);
    expect(await ownWrites.settled('1', '8')).toEqual([]);
    expect(await ownWrites.settled('2', '7')).toEqual([]);
    expect(ownWrites.lastAnswer('2', '7')).toBeNull();
  });

  it('is forgotten when Redbooth surely did not do it', async () => {
    const { ownWrites } = start();
    ownWrites.begin(resolving).ended('not-done');
    expect(await ownWrites.settled('1', '7')).toEqual([]);
  });

  it('is told only once none of it is under way any more', async () => {
    const { ownWrites } = start();
    const first = ownWrites.begin(resolving);
    const second = ownWrites.begin(commenting);
    let isSettled = false;
    const settled = ownWrites.settled('1', '7').then((writes) => {
      isSettled = true;
      return writes;
    });
    first.ended(after);
    await Promise.resolve();
    expect(isSettled).toBe(false);
    second.ended(null);
    expect(await settled).toMatchObject([
      { status: 'resolved', after },
      { status: null, after: null },
    ]);
  });

  it('is there after a kill between the write and its answer, as one that may have arrived', async () => {
    const { ownWrites, database, history, clock, log } = start();
    ownWrites.begin(resolving);
    database.close();
    const next = createOwnWrites(history.open(), clock, log);
    expect(await next.settled('1', '7')).toMatchObject([{ status: 'resolved', after: null }]);
  });

  it.each([
    ['without an answer', resolving, null, 1],
    ['with an answer', resolving, after, 24],
    ['as a comment', commenting, null, 24],
  ])('%s is believed for so many hours', async (_name, write, outcome, hours) => {
    const { ownWrites, clock } = start();
    ownWrites.begin(write).ended(outcome);
    await clock.advance(hours * hour);
    expect(await ownWrites.settled('1', '7')).toHaveLength(1);
    await clock.advance(1);
    expect(await ownWrites.settled('1', '7')).toEqual([]);
  });

  it('is removed from the file by the next write once it is of no use', async () => {
    const { ownWrites, clock, database } = start();
    ownWrites.begin(resolving).ended(after);
    await clock.advance(24 * hour + 1);
    ownWrites.begin({ ...resolving, before: aTask({ id: '8' }), at: clock.now() }).ended(after);
    expect(database.prepare('SELECT task_id FROM own_write').all()).toEqual([{ task_id: '8' }]);
  });

  it('that cannot be recorded holds nothing up', async () => {
    const { ownWrites, database, log } = start();
    database.exec(`CREATE TRIGGER full BEFORE INSERT ON own_write BEGIN SELECT raise(ABORT, 'disk full'); END`);
    ownWrites.begin(resolving).ended(after);
    expect(await ownWrites.settled('1', '7')).toEqual([]);
    expect(log.lines.join()).toContain('disk full');
  });
});
