import { describe, expect, it } from 'vitest';
import type { Task } from '../../../electron/core/redbooth/task.ts';
import { aTask } from '../../fakes/task.ts';
import { type Way, startWay } from './way-of-a-hook.ts';

/** A task the app has seen before: from now on only differences are news. */
const knownTask = async (way: Way, id = '7', part: Partial<Task> = {}): Promise<void> => {
  way.redbooth.put(aTask({ id, ...part }));
  way.store.adopt('1', [aTask({ id, ...part })]);
};

const looks = (way: Way, id = '7'): number => way.redbooth.requests.filter((each) => each === `task ${id}`).length;

const titles = (way: Way): readonly string[] => way.notifier.raised.map(({ title }) => title);

describe('a hook', () => {
  it('leads to the change, its notification, and the account of it', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.comment('7', {
      userId: '3',
      createdAt: way.clock.now(),
      body: 'Done at last',
      status: { before: 'open', after: 'resolved' },
    });
    await way.ring('7');
    await way.clock.advance(0);

    expect(way.lines).toEqual([
      {
        event: 'change',
        id: '1',
        hookIds: ['1'],
        taskId: '7',
        action: 'update',
        title: 'Book venue',
        project: 'Autumn summit',
        actor: 'Chi Chen',
        changes: [
          { field: 'status', before: 'open', after: 'resolved' },
          { field: 'comment', before: null, after: 'Done at last' },
        ],
        url: 'https://redbooth.com/a/#!/projects/10/tasks/7',
        source: 'hook',
      },
      { event: 'settled', hookIds: ['1'], taskId: '7', result: 'changed', changeIds: ['1'] },
      {
        event: 'notification',
        id: '1',
        replaces: null,
        changeIds: ['1'],
        title: 'Chi resolved “Book venue”',
        body: 'Autumn summit · “Done at last”',
        url: 'https://redbooth.com/a/#!/projects/10/tasks/7',
      },
    ]);
    expect(way.notifier.raised).toHaveLength(1);
    expect(way.unsettled()).toEqual([]);
  });

  it('is looked at at once when its task is quiet', async () => {
    const way = startWay();
    await knownTask(way);
    await way.ring('7');
    expect(looks(way)).toBe(1);
  });

  it('that arrives during a look is settled only by a later one', async () => {
    const way = startWay();
    await knownTask(way);
    const release = way.redbooth.hold();
    way.redbooth.edit('7', { name: 'Book a venue', updatedAt: way.clock.now() });
    await way.ring('7');
    way.redbooth.edit('7', { name: 'Book the venue', updatedAt: way.clock.now() });
    await way.ring('7');
    release();
    await way.clock.advance(0);
    expect(way.linesOf('settled').map(({ hookIds }) => hookIds)).toEqual([['1']]);
    expect(way.unsettled().map(({ id }) => id)).toEqual(['2']);

    await way.clock.advance(2_000);
    expect(way.linesOf('settled').map(({ hookIds }) => hookIds)).toEqual([['1'], ['2']]);
    expect(way.changes().map(({ account }) => account.edits.map(({ after }) => after))).toEqual([
      ['Book a venue'],
      ['Book the venue'],
    ]);
  });

  it('that arrives within 2 s after a look shares one later look with the others', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.edit('7', { name: 'Book a venue', updatedAt: way.clock.now() });
    await way.ring('7');
    for (let count = 0; count < 3; count += 1) {
      await way.clock.advance(600);
      way.redbooth.edit('7', { name: `Book venue ${count}`, updatedAt: way.clock.now() });
      await way.ring('7');
    }
    expect(looks(way)).toBe(1);
    await way.clock.advance(200);
    expect(looks(way)).toBe(2);
    expect(way.linesOf('settled').map(({ hookIds }) => hookIds)).toEqual([['1'], ['2', '3', '4']]);
  });

  it('of a task that has been quiet for 2 s is looked at at once again', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.edit('7', { name: 'Book a venue', updatedAt: way.clock.now() });
    await way.ring('7');
    await way.clock.advance(2_000);
    await way.ring('7');
    expect(looks(way)).toBe(2);
  });

  it.each([
    ['changed before the first of them', true],
    ['did not change at all', false],
  ])('is one of 500 within 2 s, and they cost at most 3 looks when the task %s', async (_, hasChanged) => {
    const way = startWay();
    await knownTask(way);
    if (hasChanged) way.redbooth.edit('7', { name: 'Book a venue', updatedAt: way.clock.now() });
    for (let count = 0; count < 50; count += 1) {
      await way.append(
        Array.from({ length: 10 }, () => ({ taskId: '7', action: 'update', source: 'listener', hookUrlId: null })),
      );
      await way.clock.advance(39);
    }
    await way.clock.advance(60_000);
    expect(way.unsettled()).toEqual([]);
    expect(looks(way)).toBeLessThanOrEqual(3);
    expect(way.linesOf('settled').flatMap(({ hookIds }) => hookIds)).toHaveLength(500);
    expect(way.notifier.raised).toHaveLength(hasChanged ? 1 : 0);
  });

  it('for which nothing is new is looked at once more after 3 s, and then settled as unchanged', async () => {
    const way = startWay();
    await knownTask(way);
    await way.ring('7');
    await way.clock.advance(2_999);
    expect(looks(way)).toBe(1);
    expect(way.linesOf('settled')).toEqual([]);
    await way.clock.advance(1);
    expect(way.linesOf('settled')).toEqual([
      { event: 'settled', hookIds: ['1'], taskId: '7', result: 'unchanged', changeIds: [] },
    ]);
    await way.clock.advance(60_000);
    expect(looks(way)).toBe(2);
  });

  it('that rang before the API showed the change gets it by the second look', async () => {
    const way = startWay();
    await knownTask(way);
    await way.ring('7');
    way.redbooth.edit('7', { status: 'resolved', updatedByUserId: '3', updatedAt: way.clock.now() });
    await way.clock.advance(3_000);
    expect(titles(way)).toEqual(['Chi resolved “Book venue”']);
  });

  it('that arrives just before the second look of another has its own second look', async () => {
    const way = startWay();
    await knownTask(way);
    await way.ring('7');
    await way.clock.advance(2_900);
    await way.ring('7');
    await way.clock.advance(100);
    expect(way.unsettled()).toHaveLength(2);
    way.redbooth.edit('7', { status: 'resolved', updatedByUserId: '3', updatedAt: way.clock.now() });
    await way.clock.advance(3_000);
    expect(titles(way)).toEqual(['Chi resolved “Book venue”']);
    expect(way.unsettled()).toEqual([]);
  });

  it('is settled in the end though others without news keep coming', async () => {
    const way = startWay();
    await knownTask(way);
    for (let count = 0; count < 10; count += 1) {
      await way.ring('7');
      await way.clock.advance(1_500);
    }
    expect(way.linesOf('settled')[0]?.hookIds).toContain('1');
  });

  it('found by the catch-up alone is not looked at twice, and is not reported as received', async () => {
    const way = startWay();
    await knownTask(way);
    await way.append([{ taskId: '7', action: 'update', source: 'catch-up', hookUrlId: null }]);
    await way.clock.advance(10_000);
    expect(looks(way)).toBe(1);
    expect(way.unsettled()).toEqual([]);
    expect(way.linesOf('settled')).toEqual([]);
  });

  it('of the catch-up records a change without hook ids', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.edit('7', { status: 'resolved', updatedAt: way.clock.now() });
    await way.append([{ taskId: '7', action: 'update', source: 'catch-up', hookUrlId: null }]);
    expect(way.linesOf('change')).toMatchObject([{ source: 'catch-up', hookIds: [] }]);
  });

  it('that is looked at before its comment can be read tells the edit once, and the comment when it shows', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.lag(true);
    way.redbooth.comment('7', {
      userId: '3',
      createdAt: way.clock.now(),
      body: 'Done at last',
      status: { before: 'open', after: 'resolved' },
    });
    await way.ring('7');
    way.redbooth.lag(false);
    await way.clock.advance(10_000);
    await way.ring('7');
    expect(way.notifier.raised.map(({ title, body }) => `${title}: ${body}`)).toEqual([
      'Chi resolved “Book venue”: Autumn summit',
      'Chi resolved “Book venue”: Autumn summit · “Done at last”',
    ]);
  });

  it('loses no comment that is made between the reading of its task and of its comments', async () => {
    const way = startWay();
    await knownTask(way);
    const at = way.clock.now();
    way.redbooth.comment('7', { userId: '3', createdAt: at, body: 'One' });
    way.redbooth.afterTask(() => {
      way.redbooth.comment('7', {
        userId: '3',
        createdAt: at,
        body: 'Two',
        status: { before: 'open', after: 'resolved' },
      });
    });
    await way.ring('7');
    await way.clock.advance(10_000);
    await way.ring('7');
    await way.clock.advance(10_000);
    expect(
      way.changes().map(({ account }) => [account.comment?.body, account.edits.map(({ after }) => after)]),
    ).toEqual([
      ['One', []],
      ['Two', ['resolved']],
    ]);
  });

  it('of a task that was worked on while it was read waits until one more look is enough', async () => {
    const way = startWay();
    await knownTask(way);
    const at = way.clock.now();
    way.redbooth.comment('7', { userId: '3', createdAt: at, body: 'One' });
    way.redbooth.afterTask(() => way.redbooth.comment('7', { userId: '3', createdAt: at, body: 'Two' }));
    await way.ring('7');
    expect(looks(way)).toBe(2);
    await way.clock.advance(1_000);
    await way.ring('7');
    await way.clock.advance(2_999);
    expect(looks(way)).toBe(2);
    await way.clock.advance(60_000);
    expect(looks(way)).toBe(3);
    expect(way.linesOf('settled').map(({ result }) => result)).toEqual(['changed', 'unchanged']);
    expect(way.unsettled()).toEqual([]);
  });

  it('of a task that was worked on while it was read misses nothing that the API showed late', async () => {
    const way = startWay();
    await knownTask(way);
    const at = way.clock.now();
    way.redbooth.comment('7', { userId: '3', createdAt: at, body: 'One' });
    way.redbooth.afterTask(() => way.redbooth.comment('7', { userId: '3', createdAt: at, body: 'Two' }));
    await way.ring('7');
    await way.clock.advance(1_900);
    await way.ring('7');
    await way.clock.advance(2_900);
    way.redbooth.edit('7', { name: 'Book a hall', updatedByUserId: '2', updatedAt: way.clock.now() });
    await way.clock.advance(60_000);
    expect(way.changes().at(-1)?.account).toMatchObject({
      actor: { name: 'Bo' },
      edits: [{ field: 'name', after: 'Book a hall' }],
    });
  });

  it('that had to wait longer than the API may lag behind is looked at only once', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.failWith({ kind: 'unavailable', message: 'away', retryAfter: 0 });
    await way.ring('7');
    const before = looks(way);
    await way.clock.advance(3_000);
    way.redbooth.failWith(null);
    way.wake();
    await way.clock.advance(60_000);
    expect(looks(way) - before).toBe(1);
    expect(way.linesOf('settled')).toMatchObject([{ result: 'unchanged' }]);
  });

  it('rung twice for one change tells it once', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.edit('7', { status: 'resolved', updatedAt: way.clock.now() });
    await way.ring('7');
    await way.clock.advance(60_000);
    await way.ring('7');
    await way.clock.advance(60_000);
    expect(way.linesOf('settled').map(({ result }) => result)).toEqual(['changed', 'unchanged']);
    expect(way.notifier.raised).toHaveLength(1);
  });

  it('keeps to its own task: others are looked at meanwhile', async () => {
    const way = startWay();
    await knownTask(way, '7');
    await knownTask(way, '8');
    await way.ring('7', '8');
    expect([looks(way, '7'), looks(way, '8')]).toEqual([1, 1]);
  });
});

describe('a task that cannot be seen', () => {
  it.each(['missing', 'forbidden'] as const)('and never could (%s) is nothing to tell', async (kind) => {
    const way = startWay();
    way.redbooth.failWith({ kind });
    await way.ring('7');
    expect(way.linesOf('settled')).toMatchObject([{ result: 'not-visible', changeIds: [] }]);
    await way.clock.advance(60_000);
    expect(looks(way)).toBe(1);
    expect(way.notifier.raised).toEqual([]);
  });

  it('any more is looked for again after 5 s, and then told as gone by its old title', async () => {
    const way = startWay();
    await knownTask(way, '7', { creatorUserId: '1' });
    way.redbooth.remove('7');
    await way.ring('7');
    await way.clock.advance(4_999);
    expect(way.linesOf('settled')).toEqual([]);
    await way.clock.advance(1);
    expect(way.linesOf('change')).toMatchObject([
      { action: 'delete', title: 'Book venue', actor: null, changes: [], url: null },
    ]);
    expect(way.linesOf('settled')).toMatchObject([{ result: 'gone', changeIds: ['1'] }]);
    expect(way.notifier.raised).toMatchObject([
      { title: '“Book venue” is gone', body: 'Autumn summit · deleted, or no longer visible to you', url: null },
    ]);
  });

  it('is told as gone 5 s after the first hook though a second one came in between', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.remove('7');
    await way.ring('7');
    await way.clock.advance(4_000);
    await way.ring('7');
    await way.clock.advance(1_000);
    expect(way.linesOf('settled')).toMatchObject([{ hookIds: ['1', '2'], result: 'gone' }]);
  });

  it('for a moment only is not gone', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.remove('7');
    await way.ring('7');
    way.redbooth.put(aTask());
    await way.clock.advance(60_000);
    expect(way.changes()).toEqual([]);
  });

  it('is told as gone only once', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.remove('7');
    for (let count = 0; count < 2; count += 1) {
      await way.ring('7');
      await way.clock.advance(60_000);
    }
    expect(way.linesOf('settled').map(({ result }) => result)).toEqual(['gone', 'not-visible']);
    expect(way.changes()).toHaveLength(1);
  });

  it('and is back later is known as it was', async () => {
    const way = startWay();
    await knownTask(way);
    way.redbooth.remove('7');
    await way.ring('7');
    await way.clock.advance(60_000);
    way.redbooth.put(aTask({ name: 'Book a venue', updatedAt: way.clock.now() }));
    await way.ring('7');
    expect(way.changes().at(-1)).toMatchObject({
      kind: 'updated',
      account: { edits: [{ field: 'name', before: 'Book venue', after: 'Book a venue' }] },
    });
    expect(way.store.snapshot('1', '7')?.goneAt).toBeNull();
  });

  it('by the word of a delete hook, but is there, is not deleted', async () => {
    const way = startWay();
    await knownTask(way);
    await way.append([{ taskId: '7', action: 'delete', source: 'listener', hookUrlId: null }]);
    await way.clock.advance(60_000);
    expect(way.linesOf('settled')).toMatchObject([{ result: 'unchanged' }]);
  });
});

describe('a task nobody has seen before', () => {
  it.each([
    ['created', 'under 10 minutes old', 10 * 60_000 - 1, 'create', 'Bo created “Book venue”'],
    ['first seen', '10 minutes old', 10 * 60_000, 'update', '“Book venue” changed'],
  ])('is %s when it is %s', async (_name, _age, age, action, title) => {
    const way = startWay();
    const at = way.clock.now() - age;
    way.redbooth.put(aTask({ createdAt: at, updatedAt: at }));
    await way.ring('7');
    expect(way.linesOf('change')).toMatchObject([{ action, title: 'Book venue' }]);
    expect(titles(way)).toEqual([title]);
  });

  it('is told by its recent comments, and not by those of last week', async () => {
    const way = startWay();
    way.redbooth.put(aTask());
    way.redbooth.comment('7', { createdAt: way.clock.now() - 7 * 86_400_000, body: 'An old story' });
    way.redbooth.comment('7', { createdAt: way.clock.now() - 1_000, body: 'Any news?' });
    await way.ring('7');
    expect(way.changes().map(({ account }) => account.comment?.body)).toEqual(['Any news?']);
    expect(titles(way)).toEqual(['Bo on “Book venue”']);
  });

  it('and was created with comments tells all of them in one notification', async () => {
    const way = startWay();
    way.redbooth.put(aTask({ createdAt: way.clock.now() }));
    way.redbooth.comment('7', { createdAt: way.clock.now(), body: 'One' });
    way.redbooth.comment('7', { createdAt: way.clock.now(), body: 'Two' });
    await way.ring('7');
    expect(way.changes().map(({ kind }) => kind)).toEqual(['created', 'updated', 'updated']);
    expect(way.notifier.raised).toMatchObject([
      { title: 'Bo on “Book venue”', body: 'Two · and 1 more comment · created by Bo', changeIds: ['1', '2', '3'] },
    ]);
  });
});
