import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RawChange, differenceBetween, valuesOf } from '../../../electron/core/changes/difference.ts';
import type { Task, TaskComment } from '../../../electron/core/redbooth/task.ts';
import { createFakeRedbooth } from '../../fakes/redbooth.ts';
import { aComment, aTask, longAgo } from '../../fakes/task.ts';

const second = 1_000;
const minute = 60_000;

describe('what happened between two looks at a task', () => {
  it.each<[string, Partial<Task>, Partial<Task>, { field: string; before: string | null; after: string | null }]>([
    ['a new name', { name: 'Spec v1' }, { name: 'Spec' }, { field: 'name', before: 'Spec v1', after: 'Spec' }],
    ['a status', { status: 'open' }, { status: 'hold' }, { field: 'status', before: 'open', after: 'hold' }],
    [
      'an assignee',
      { assignedPersonId: null },
      { assignedPersonId: '1001' },
      { field: 'assigned_id', before: null, after: '1001' },
    ],
    [
      'a due date removed',
      { dueOn: '2026-12-01' },
      { dueOn: null },
      { field: 'due_on', before: '2026-12-01', after: null },
    ],
    ['urgency', { isUrgent: false }, { isUrgent: true }, { field: 'urgent', before: 'false', after: 'true' }],
    ['a description', { description: 'A' }, { description: 'B' }, { field: 'description', before: 'A', after: 'B' }],
    ['privacy', { isPrivate: true }, { isPrivate: false }, { field: 'is_private', before: 'true', after: 'false' }],
    ['a project', { projectId: '10' }, { projectId: '20' }, { field: 'project_id', before: '10', after: '20' }],
    ['a list', { taskListId: '100' }, { taskListId: null }, { field: 'task_list_id', before: '100', after: null }],
  ])('is the net difference, by whoever updated it last: %s', (_, before, after, edit) => {
    const task = aTask({ ...after, updatedByUserId: '3', updatedAt: longAgo + minute });
    expect(differenceBetween(aTask(before), task, [])).toEqual([
      { actorUserId: '3', at: longAgo + minute, edits: [edit], comment: null },
    ]);
  });

  it.each<[string, Partial<Task>]>([
    ['watchers', { watcherUserIds: ['1', '2', '3'] }],
    ['a counter', { commentsCount: 9 }],
    ['only the time of its update', { updatedAt: longAgo + minute, updatedByUserId: '3' }],
  ])('is nothing where nothing is told of it: %s', (_, part) => {
    expect(differenceBetween(aTask(), aTask(part), [])).toEqual([]);
  });

  it('is told by the comments, each by its author, in order', () => {
    const comments = [
      aComment({ id: '501', userId: '2', body: 'Mine', createdAt: longAgo + minute }),
      aComment({
        id: '502',
        userId: '3',
        createdAt: longAgo + 2 * minute,
        status: { before: 'open', after: 'resolved' },
      }),
    ];
    const task = aTask({ status: 'resolved', updatedByUserId: '3', updatedAt: longAgo + 2 * minute });
    expect(differenceBetween(aTask(), task, comments)).toEqual([
      { actorUserId: '2', at: longAgo + minute, edits: [], comment: { id: '501', body: 'Mine', markedUsernames: [] } },
      {
        actorUserId: '3',
        at: longAgo + 2 * minute,
        edits: [{ field: 'status', before: 'open', after: 'resolved' }],
        comment: null,
      },
    ]);
  });

  it('leaves out a comment that says nothing', () => {
    expect(differenceBetween(aTask(), aTask(), [aComment({ body: ' \n' })])).toEqual([]);
  });

  it('joins what one person saved with a comment', () => {
    const comment = aComment({
      userId: '3',
      body: 'See the new name',
      createdAt: longAgo + minute,
    });
    const task = aTask({ name: 'Spec', updatedByUserId: '3', updatedAt: longAgo + minute + 2 * second });
    expect(differenceBetween(aTask({ name: 'Spec v1' }), task, [comment])).toMatchObject([
      { actorUserId: '3', edits: [{ field: 'name' }], comment: { body: 'See the new name' } },
    ]);
  });

  it.each([
    ['somebody else did it', '2', 2 * second],
    ['it was more than five seconds later', '3', 6 * second],
  ])('keeps a comment and a difference apart when %s', (_, updatedByUserId, later) => {
    const comment = aComment({ userId: '3', body: 'Hm', createdAt: longAgo + minute });
    const task = aTask({ name: 'Spec', updatedByUserId, updatedAt: longAgo + minute + later });
    expect(differenceBetween(aTask({ name: 'Spec v1' }), task, [comment])).toHaveLength(2);
  });

  it('never has one change say two things of one field', () => {
    const comment = aComment({
      userId: '3',
      createdAt: longAgo + minute,
      status: { before: 'open', after: 'resolved' },
    });
    const task = aTask({ status: 'hold', updatedByUserId: '3', updatedAt: longAgo + minute + second });
    expect(differenceBetween(aTask(), task, [comment]).map(({ edits }) => edits)).toEqual([
      [{ field: 'status', before: 'open', after: 'resolved' }],
      [{ field: 'status', before: 'resolved', after: 'hold' }],
    ]);
  });

  it('names nobody for a step that only the next comment gives away', () => {
    const comment = aComment({
      userId: '3',
      createdAt: longAgo + minute,
      status: { before: 'hold', after: 'resolved' },
    });
    const task = aTask({ status: 'resolved', updatedByUserId: '3', updatedAt: longAgo + minute });
    expect(differenceBetween(aTask(), task, [comment])).toMatchObject([
      { actorUserId: null, edits: [{ before: 'open', after: 'hold' }] },
      { actorUserId: '3', edits: [{ before: 'hold', after: 'resolved' }] },
    ]);
  });

  it('is only what the comments say when the task was unknown', () => {
    const comment = aComment({ body: 'Hello', dueOn: { before: null, after: '2026-12-01' } });
    expect(differenceBetween(null, aTask({ dueOn: '2026-12-01' }), [comment])).toEqual([
      {
        actorUserId: '2',
        at: longAgo,
        edits: [{ field: 'due_on', before: null, after: '2026-12-01' }],
        comment: { id: '500', body: 'Hello', markedUsernames: [] },
      },
    ]);
  });
});

describe('a task nobody has looked at before', () => {
  const resolves = { createdAt: longAgo, status: { before: 'open', after: 'resolved' } };

  it('tells what was done without a comment after one that speaks of the same field', () => {
    const task = aTask({ status: 'hold', name: 'New', updatedByUserId: '3', updatedAt: longAgo + minute });
    expect(differenceBetween(null, task, [aComment(resolves)])).toMatchObject([
      { actorUserId: '2', edits: [{ field: 'status', before: 'open', after: 'resolved' }] },
      { actorUserId: '3', edits: [{ field: 'status', before: 'resolved', after: 'hold' }] },
    ]);
  });

  it('tells what was done without a comment between two of them', () => {
    const again = aComment({ ...resolves, id: '501', userId: '3' });
    const told = differenceBetween(null, aTask({ status: 'resolved' }), [aComment(resolves), again]);
    expect(told.map(({ actorUserId, edits }) => [actorUserId, edits[0]?.after])).toEqual([
      ['2', 'resolved'],
      [null, 'open'],
      ['3', 'resolved'],
    ]);
  });
});

describe('two looks within one second', () => {
  const opened = aTask({ status: 'open', updatedByUserId: '3', updatedAt: longAgo });
  const comment = (id: string, before: string, after: string): TaskComment =>
    aComment({ id, userId: '3', createdAt: longAgo, status: { before, after } });

  it('tell an edit that begins where the first look ended', () => {
    const task = { ...opened, status: 'resolved', commentsCount: 2 };
    expect(differenceBetween(opened, task, [comment('502', 'open', 'resolved')])).toMatchObject([
      { actorUserId: '3', edits: [{ before: 'open', after: 'resolved' }] },
    ]);
  });

  it('tell both ways of one that is taken back', () => {
    const back = [comment('502', 'open', 'hold'), comment('503', 'hold', 'open')];
    expect(differenceBetween(opened, { ...opened, commentsCount: 3 }, back)).toHaveLength(2);
  });

  it('do not tell what the first look showed before its comment could be read, but what followed', () => {
    const late = [comment('501', 'new', 'open'), comment('502', 'open', 'resolved')];
    const told = differenceBetween(opened, { ...opened, status: 'resolved' }, late);
    expect(told.flatMap(({ edits }) => edits)).toEqual([{ field: 'status', before: 'open', after: 'resolved' }]);
  });

  it('tell an edit without a comment by the difference alone', () => {
    expect(differenceBetween(opened, { ...opened, name: 'Other' }, [])).toMatchObject([
      { actorUserId: '3', edits: [{ field: 'name', after: 'Other' }] },
    ]);
  });
});

describe('somebody who does the same twice within a minute', () => {
  it('is told both times, and what was done in between', () => {
    const first = aTask({ status: 'resolved', updatedByUserId: '3', updatedAt: longAgo });
    const again = aComment({
      id: '502',
      userId: '3',
      createdAt: longAgo + 30 * second,
      status: { before: 'open', after: 'resolved' },
    });
    const told = differenceBetween(first, { ...first, updatedAt: longAgo + 30 * second }, [again]);
    expect(told.map(({ actorUserId, edits }) => [actorUserId, edits[0]?.after])).toEqual([
      [null, 'open'],
      ['3', 'resolved'],
    ]);
  });
});

describe('a comment that the API shows only after the edit it brought', () => {
  const resolved = aTask({ status: 'resolved', updatedByUserId: '3', updatedAt: longAgo + minute });
  const comment = (createdAt: number, part: Partial<TaskComment> = {}): TaskComment =>
    aComment({ userId: '3', body: 'Done', createdAt, status: { before: 'open', after: 'resolved' }, ...part });

  it.each([0, 2 * second])('brings its text and not the edit again (%d ms after it)', (later) => {
    const task = { ...resolved, commentsCount: 1, updatedAt: longAgo + minute + later };
    expect(differenceBetween(resolved, task, [comment(longAgo + minute + later)])).toMatchObject([
      { actorUserId: '3', edits: [], comment: { body: 'Done' } },
    ]);
  });

  it('brings no steps in between either', () => {
    const steps = [
      comment(longAgo + minute, { status: { before: 'open', after: 'hold' }, body: '' }),
      comment(longAgo + minute, { id: '501', status: { before: 'hold', after: 'resolved' }, body: '' }),
    ];
    expect(differenceBetween(resolved, resolved, steps)).toEqual([]);
  });

  it('is not mistaken for one that did the same again later', () => {
    const later = longAgo + 60 * minute;
    const task = { ...resolved, commentsCount: 1, updatedAt: later };
    expect(
      differenceBetween(resolved, task, [comment(later)]).flatMap(({ edits }) => edits.map(({ after }) => after)),
    ).toEqual(['open', 'resolved']);
  });
});

/** What people do to a task: with a comment, which carries both sides, or silently. */
type Step = {
  readonly who: string;
  readonly wait: number;
  readonly body: string;
  readonly isSilent: boolean;
  readonly part: Partial<Pick<Task, 'status' | 'assignedPersonId' | 'dueOn' | 'isUrgent' | 'isPrivate' | 'name'>>;
};

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom('1', '2', '3'),
  wait: fc.constantFrom(0, second, 30 * second, 10 * minute),
  body: fc.constantFrom('', 'A word'),
  isSilent: fc.boolean(),
  part: fc.record(
    {
      status: fc.constantFrom('new', 'open', 'hold', 'resolved'),
      assignedPersonId: fc.constantFrom(null, '1001', '1002'),
      dueOn: fc.constantFrom(null, '2026-12-01', '2026-12-03'),
      isUrgent: fc.boolean(),
      isPrivate: fc.boolean(),
      name: fc.constantFrom('Spec', 'Spec v1'),
    },
    { requiredKeys: [] },
  ),
});

const sides = <Value>(before: Value, after: Value | undefined): { before: Value; after: Value } | null =>
  after === undefined || after === before ? null : { before, after };

const asComment = (task: Task, { who, body, part }: Step, createdAt: number): Partial<TaskComment> => ({
  userId: who,
  body,
  createdAt,
  status: sides(task.status, part.status),
  assignedPersonId: sides(task.assignedPersonId, part.assignedPersonId),
  dueOn: sides(task.dueOn, part.dueOn),
  isUrgent: sides(task.isUrgent, part.isUrgent),
  isPrivate: sides(task.isPrivate, part.isPrivate),
});

const play = async (steps: readonly Step[], look: (task: Task, comments: readonly TaskComment[]) => void) => {
  const redbooth = createFakeRedbooth();
  redbooth.put(aTask());
  let at = longAgo;
  let lastCommentId: string | null = '500';
  for (const each of steps) {
    at += each.wait;
    if (each.isSilent) redbooth.edit('7', { ...each.part, updatedByUserId: each.who, updatedAt: at });
    else redbooth.comment('7', asComment(redbooth.task('7'), each, at));
    if (each.wait < minute) continue;
    const comments = await redbooth.client.comments('7', lastCommentId, 200);
    if (!comments.ok) throw new Error('no comments');
    lastCommentId = comments.value.at(-1)?.id ?? lastCommentId;
    look(redbooth.task('7'), comments.value);
  }
};

const applied = (from: Task, changes: readonly RawChange[]): ReadonlyMap<string, string | null> => {
  const values = new Map<string, string | null>(valuesOf(from));
  for (const { edits } of changes) {
    for (const { field, before, after } of edits) {
      expect(values.get(field)).toBe(before);
      values.set(field, after);
    }
  }
  return values;
};

describe('any sequence of edits', () => {
  it('is told so that each edit begins where the last one ended, and the sum is the task as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        let previous = aTask();
        await play(steps, (task, comments) => {
          const changes = differenceBetween(previous, task, comments);
          expect(applied(previous, changes)).toEqual(valuesOf(task));
          previous = task;
        });
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('is told without a change that says nothing, an edit that changes nothing, or a field twice in one change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        let previous = aTask();
        await play(steps, (task, comments) => {
          for (const { edits, comment } of differenceBetween(previous, task, comments)) {
            expect(edits.length > 0 || comment !== null).toBe(true);
            for (const { before, after } of edits) expect(before).not.toBe(after);
            expect(new Set(edits.map(({ field }) => field)).size).toBe(edits.length);
          }
          previous = task;
        });
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('is told nothing of when looked at again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        await play(steps, (task) => expect(differenceBetween(task, task, [])).toEqual([]));
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it('is told no second time by comments that the API shows one look late', async () => {
    const unhurried = step.filter(({ wait }) => wait > 0);
    await fc.assert(
      fc.asyncProperty(fc.array(unhurried, { maxLength: 12 }), async (steps) => {
        let previous = aTask();
        let late: readonly TaskComment[] = [];
        await play(steps, (task, comments) => {
          const told = differenceBetween(previous, task, late).flatMap(({ edits }) => edits);
          expect(told).toEqual(differenceBetween(previous, task, []).flatMap(({ edits }) => edits));
          previous = task;
          late = comments;
        });
      }),
      { seed: 10, numRuns: 200 },
    );
  });

  it('tells every comment with words exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        let previous = aTask();
        const told: string[] = [];
        const shown: string[] = [];
        await play(steps, (task, comments) => {
          shown.push(...comments.filter(({ body }) => body !== '').map(({ id }) => id));
          told.push(...differenceBetween(previous, task, comments).flatMap(({ comment }) => comment?.id ?? []));
          previous = task;
        });
        expect(told).toEqual(shown);
      }),
      { seed: 10, numRuns: 200 },
    );
  });
});
