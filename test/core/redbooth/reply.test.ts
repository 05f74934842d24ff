import { describe, expect, it } from 'vitest';
import { commentSchema } from '../../../electron/core/redbooth/comment-schema.ts';
import { personSchema, projectSchema, userSchema } from '../../../electron/core/redbooth/people-schema.ts';
import { readMany, readOne, readRefusal } from '../../../electron/core/redbooth/reply.ts';
import { taskSchema } from '../../../electron/core/redbooth/task-schema.ts';
import type { Task, TaskComment } from '../../../electron/core/redbooth/task.ts';

// As recorded by the official gem (redbooth-api, GET /tasks/:id).
const recordedTask = {
  type: 'Task',
  created_at: 1415001937,
  updated_at: 1415006982,
  id: 1,
  name: 'Write the offer',
  task_list_id: 2,
  comments_count: 2,
  assigned_id: 8,
  is_private: false,
  project_id: 2,
  urgent: false,
  user_id: 3,
  position: 0,
  last_activity_id: 50,
  record_conversion_type: null,
  metadata: {},
  watcher_ids: [3, 4],
  description: 'With prices',
  description_html: '<p>With prices</p>',
  updated_by_id: 4,
  deleted: false,
  status: 'resolved',
  due_on: '2014-11-04',
};

const readTask = (changes: Record<string, unknown>): Task => {
  const task = readOne(taskSchema, { ...recordedTask, ...changes });
  if (!task.ok) throw new Error(JSON.stringify(task.failure));
  return task.value;
};

const readComment = (changes: Record<string, unknown>): TaskComment => {
  const comment = readOne(commentSchema, { id: 10, user_id: 4, body: 'Hello', created_at: 1403778346, ...changes });
  if (!comment.ok) throw new Error(JSON.stringify(comment.failure));
  return comment.value;
};

describe('a task', () => {
  it('is read as recorded, and nothing else of it is kept', () => {
    expect(readTask({})).toEqual({
      id: '1',
      name: 'Write the offer',
      description: 'With prices',
      status: 'resolved',
      assignedPersonId: '8',
      dueOn: '2014-11-04',
      isUrgent: false,
      isPrivate: false,
      projectId: '2',
      taskListId: '2',
      creatorUserId: '3',
      updatedByUserId: '4',
      watcherUserIds: ['3', '4'],
      commentsCount: 2,
      createdAt: 1_415_001_937_000,
      updatedAt: 1_415_006_982_000,
    });
  });

  it('may come as the only element of an array, as the docs show it', () => {
    expect(readOne(taskSchema, [recordedTask])).toEqual(readOne(taskSchema, recordedTask));
  });

  it.each<[string, Record<string, unknown>, Partial<Task>]>([
    ['status 0 is new', { status: 0 }, { status: 'new' }],
    ['status 1 is open', { status: 1 }, { status: 'open' }],
    ['status 2 is hold', { status: 2 }, { status: 'hold' }],
    ['status 3 is resolved', { status: 3 }, { status: 'resolved' }],
    ['status 4 is rejected', { status: 4 }, { status: 'rejected' }],
    ['status "3" is resolved', { status: '3' }, { status: 'resolved' }],
    ['an unknown status is kept', { status: 'blocked' }, { status: 'blocked' }],
    ['an unknown number is kept', { status: 5 }, { status: '5' }],
    ['no status is new', { status: null }, { status: 'new' }],
    ['ids may be strings', { id: '12', project_id: '34' }, { id: '12', projectId: '34' }],
    ['19 digits survive', { id: '9223372036854775807' }, { id: '9223372036854775807' }],
    ['nobody is assigned: null', { assigned_id: null }, { assignedPersonId: null }],
    ['nobody is assigned: 0', { assigned_id: 0 }, { assignedPersonId: null }],
    ['an odd id of a person is none', { assigned_id: 'me' }, { assignedPersonId: null }],
    ['no due date', { due_on: null }, { dueOn: null }],
    ['a due date with a time is none', { due_on: '2014-11-04T10:00:00Z' }, { dueOn: null }],
    ['a due date in seconds is none', { due_on: 1415006982 }, { dueOn: null }],
    ['an impossible month is no due date', { due_on: '2014-13-01' }, { dueOn: null }],
    ['urgent may be 1', { urgent: 1 }, { isUrgent: true }],
    ['an odd flag is no', { urgent: 'perhaps' }, { isUrgent: false }],
    ['no watchers', { watcher_ids: null }, { watcherUserIds: [] }],
    ['odd watchers are left out', { watcher_ids: ['3', null, 'x', 4] }, { watcherUserIds: ['3', '4'] }],
    ['no name is an empty one', { name: null }, { name: '' }],
    ['without updated_at it is as old as made', { updated_at: null }, { updatedAt: 1_415_001_937_000 }],
    ['a time that is none is long ago', { created_at: 'yesterday' }, { createdAt: 0 }],
    ['an odd count is 0', { comments_count: -1 }, { commentsCount: 0 }],
  ])('%s', (_name, changes, expected) => {
    expect(readTask(changes)).toMatchObject(expected);
  });

  it('needs no more than its ids', () => {
    expect(readOne(taskSchema, { id: 1, project_id: 2 })).toEqual({
      ok: true,
      value: {
        id: '1',
        name: '',
        description: '',
        status: 'new',
        assignedPersonId: null,
        dueOn: null,
        isUrgent: false,
        isPrivate: false,
        projectId: '2',
        taskListId: null,
        creatorUserId: null,
        updatedByUserId: null,
        watcherUserIds: [],
        commentsCount: 0,
        createdAt: 0,
        updatedAt: 0,
      },
    });
  });

  it('is missing when it says that it is deleted', () => {
    expect(readOne(taskSchema, { ...recordedTask, deleted: true })).toEqual({
      ok: false,
      failure: { kind: 'missing' },
    });
  });

  it.each([
    ['no id', { ...recordedTask, id: undefined }, 'id'],
    ['an id that is a path', { ...recordedTask, id: '1/../2' }, 'id'],
    ['a number too great to be exact', { ...recordedTask, id: 2 ** 53 }, 'id'],
    ['a negative id', { ...recordedTask, id: -1 }, 'id'],
    ['an id of 0', { ...recordedTask, id: 0 }, 'id'],
    ['no project', { ...recordedTask, project_id: null }, 'project_id'],
    ['nothing', null, 'it'],
    ['a text', 'Enqueued', 'it'],
    ['two tasks', [recordedTask, recordedTask], '2 things'],
    ['an empty list', [], '0 things'],
  ])('with %s is unreadable, and the place is named', (_name, body, place) => {
    const task = readOne(taskSchema, body);
    expect(task).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
    expect(JSON.stringify(task)).toContain(place);
  });

  it('is cut to what the app is ready to hold, never through a character', () => {
    const task = readTask({ name: 'n'.repeat(2000), description: `${'d'.repeat(9999)}😀😀` });
    expect(task.name).toHaveLength(500);
    expect(task.description).toBe('d'.repeat(9999));
  });
});

describe('a comment', () => {
  // As the docs show one that changes nothing.
  const plain = {
    assigned_id: null,
    previous_assigned_id: null,
    due_on: null,
    previous_due_on: null,
    is_private: false,
    previous_is_private: null,
    urgent: false,
    previous_urgent: false,
    status: 'new',
    previous_status: 'new',
  };
  const noEdits = { status: null, assignedPersonId: null, dueOn: null, isUrgent: null, isPrivate: null };

  it.each<[string, Record<string, unknown>, Partial<TaskComment>]>([
    ['that changes nothing carries no edit', plain, noEdits],
    ['without any of the keys carries no edit', {}, noEdits],
    [
      'resolves',
      { ...plain, previous_status: 'open', status: 'resolved' },
      { status: { before: 'open', after: 'resolved' } },
    ],
    ['resolves by number', { previous_status: 1, status: 3 }, { status: { before: 'open', after: 'resolved' } }],
    ['names a status twice in two ways: no edit', { previous_status: 1, status: 'open' }, { status: null }],
    ['says a status only once: no edit', { status: 'open' }, { status: null }],
    ['has null for both statuses: no edit', { previous_status: null, status: null }, { status: null }],
    ['assigns', { ...plain, assigned_id: 8 }, { assignedPersonId: { before: null, after: '8' } }],
    ['unassigns', { ...plain, previous_assigned_id: '8' }, { assignedPersonId: { before: '8', after: null } }],
    ['names the same person as text and number: no edit', { assigned_id: 8, previous_assigned_id: '8' }, noEdits],
    ['does not say who was assigned before: no edit', { assigned_id: 8 }, { assignedPersonId: null }],
    ['sets a due date', { ...plain, due_on: '2026-01-02' }, { dueOn: { before: null, after: '2026-01-02' } }],
    [
      'removes a due date',
      { ...plain, previous_due_on: '2026-01-02' },
      { dueOn: { before: '2026-01-02', after: null } },
    ],
    ['makes it urgent', { ...plain, urgent: true }, { isUrgent: { before: false, after: true } }],
    ['does not say if it was urgent: no edit', { urgent: true, previous_urgent: null }, { isUrgent: null }],
    [
      'makes it public',
      { is_private: false, previous_is_private: true },
      { isPrivate: { before: true, after: false } },
    ],
    ['has no author', { user_id: null }, { userId: null }],
    ['has no text', { body: null }, { body: '' }],
  ])('%s', (_name, row, expected) => {
    expect(readComment(row)).toMatchObject(expected);
  });

  it('needs no more than its id', () => {
    expect(readOne(commentSchema, { id: 10 })).toEqual({
      ok: true,
      value: { id: '10', userId: null, body: '', markedUsernames: [], createdAt: 0, ...noEdits },
    });
  });

  it.each<[string, readonly string[]]>([
    ['<p><a href="https://redbooth.com/users/bo" class="mention">@bo</a></p>', ['bo']],
    [
      '<a class=\'mention big\' href=\'/users/bo.berg\'>Bo</a> <a href="/users/chi" class="x mention">',
      ['bo.berg', 'chi'],
    ],
    ['<a class="mention" href="/users/bo%20b?x=1">B</a><a class="mention" href="/users/bo%20b">B</a>', ['bo b']],
    ['<a class="mention" href="/users/100%">odd</a>', ['100%']],
    ['<a class="mentioned" href="/users/bo">', []],
    ['<a href="/users/bo">Bo</a> class="mention"', []],
    ['<b class="mention" href="/users/bo">', []],
    ['<a class="mention" href="/projects/bo">', []],
    ['', []],
  ])('keeps of its HTML only the usernames that are marked: %s', (html, names) => {
    expect(readComment({ body_html: html }).markedUsernames).toEqual(names);
  });

  it('without HTML has nobody marked', () => {
    for (const html of [null, 7, undefined]) expect(readComment({ body_html: html }).markedUsernames).toEqual([]);
  });

  it('with hostile HTML is read in no time', () => {
    const html = '<a '.repeat(30_000) + `<a ${'class="'.repeat(10_000)}`;
    expect(readComment({ body_html: html }).markedUsernames).toEqual([]);
  });

  it('is cut to 10,000 characters', () => {
    expect(readComment({ body: 'b'.repeat(20_000) }).body).toHaveLength(10_000);
  });
});

describe('others', () => {
  it('of /me keeps no private token', () => {
    const me = { id: 3, first_name: 'Ana', last_name: 'Ruiz', username: 'ana', rss_token: 's1', chat_token: 's2' };
    expect(readOne(userSchema, me)).toEqual({
      ok: true,
      value: { id: '3', firstName: 'Ana', lastName: 'Ruiz', username: 'ana' },
    });
  });

  it('a project may have no organisation', () => {
    expect(readOne(projectSchema, { id: 1, name: 'Website' })).toEqual({
      ok: true,
      value: { id: '1', name: 'Website', organizationId: null },
    });
  });
});

describe('a list', () => {
  it('leaves out rows that are deleted or odd, and still counts them', () => {
    const rows = [
      { id: 1, user_id: 2, project_id: 3 },
      { id: 2, user_id: 2, project_id: 3, deleted: true },
      { id: 'x', user_id: 2, project_id: 3 },
    ];
    expect(readMany(personSchema, rows)).toEqual({
      ok: true,
      value: { rows: [{ id: '1', userId: '2', projectId: '3' }], received: 3, unreadable: 1 },
    });
  });

  it.each([[{ error: 'no' }], ['text'], [null], [[{ id: 'x' }]]])('is unreadable when it is %j', (body) => {
    expect(readMany(personSchema, body)).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  });
});

describe('what a refusal says', () => {
  it.each([
    ['{"error":{"message":"Not Found"}}', 'Not Found'],
    ['{"error":"Unprocessable Entity"}', 'Unprocessable Entity'],
    ['Retry later\n', 'Retry later'],
    ['<html><body><h1>We’re sorry</h1>\r\n<p>Gone</p></body></html>', 'We’re sorry Gone'],
    ['', ''],
    ['{"error":"bad token secret-1 here"}', 'bad token *** here'],
    ['bell\u0007 and\u001b[31m colour', 'bell and [31m colour'],
  ])('%j is “%s”', (text, said) => {
    expect(readRefusal(text, 'secret-1')).toBe(said);
  });

  it('is at most 100 characters', () => {
    expect(readRefusal('😀'.repeat(500), 'secret-1').length).toBeLessThanOrEqual(100);
  });
});
