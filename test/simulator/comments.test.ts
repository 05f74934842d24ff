import { describe, expect, it } from 'vitest';
import { mentions } from '../../electron/simulator/mentions.ts';
import { startSimulator } from './start.ts';

const started = async () => {
  const { simulator, clock, call, origin } = await startSimulator();
  const { taskId } = simulator.createTask({ name: 'Pricing page', by: 'bo', status: 'open', dueOn: '2026-12-01' });
  const shared = simulator.world.projectNamed('Shared').id;
  const person = (username: string): number =>
    Number(simulator.world.personOf(simulator.world.userNamed(username).id, shared)?.id);
  const comments = async (more = ''): Promise<unknown> =>
    (await call(`/comments?target_type=Task&target_id=${taskId}${more}`)).body;
  return { simulator, clock, call, origin, taskId, person, comments };
};

describe('the comment that an edit leaves', () => {
  const unchanged = {
    assigned_id: null,
    previous_assigned_id: null,
    due_on: null,
    previous_due_on: null,
    is_private: false,
    previous_is_private: null,
    urgent: false,
    previous_urgent: false,
    status: 'open',
    previous_status: 'open',
  };
  const cases = [
    { name: 'status', edit: { status: 'resolved' }, pairs: { status: 'resolved' } },
    {
      name: 'due date',
      edit: { dueOn: '2026-12-24' },
      pairs: { due_on: '2026-12-24', previous_due_on: '2026-12-01' },
    },
    { name: 'due date removed', edit: { dueOn: null }, pairs: { previous_due_on: '2026-12-01' } },
    { name: 'urgent', edit: { isUrgent: true }, pairs: { urgent: true } },
    {
      name: 'private',
      edit: { isPrivate: true, watchers: ['ada'] },
      pairs: { is_private: true, previous_is_private: false },
    },
  ] as const;
  it.each(cases)('has both sides of $name, the actor, and the rest as recorded', async ({ edit, pairs }) => {
    const { simulator, clock, taskId, comments } = await started();
    const { commentId } = simulator.editTask(taskId, edit, 'bo');
    expect(await comments()).toEqual([
      {
        type: 'Comment',
        created_at: clock.now() / 1000,
        updated_at: clock.now() / 1000,
        id: Number(commentId),
        body: '',
        body_html: '',
        user_id: Number(simulator.world.userNamed('bo').id),
        project_id: Number(simulator.world.projectNamed('Shared').id),
        target_id: Number(taskId),
        target_type: 'Task',
        minutes: null,
        email_id: null,
        time_tracking_on: '2026-11-23',
        ...unchanged,
        ...pairs,
      },
    ]);
  });

  it('has persons on both sides of a change of assignee', async () => {
    const { simulator, taskId, person, comments } = await started();
    simulator.editTask(taskId, { assignedTo: 'bo' }, 'bo');
    simulator.editTask(taskId, { assignedTo: 'ada' }, 'bo');
    expect(await comments('&order=id-ASC')).toMatchObject([
      { assigned_id: person('bo'), previous_assigned_id: null },
      { assigned_id: person('ada'), previous_assigned_id: person('bo') },
    ]);
  });

  it('has words and edits in one row when both came together', async () => {
    const { simulator, taskId, comments } = await started();
    simulator.editTask(taskId, { status: 'resolved', comment: 'Done.' }, 'bo');
    expect(await comments()).toMatchObject([{ body: 'Done.', status: 'resolved', previous_status: 'open' }]);
  });

  it.each([{ name: 'Prices' }, { description: 'More' }, { taskList: 'Later' }, { watchers: ['ada'] }, { position: 3 }])(
    'is missing for %j, which only names the editor',
    async (edit) => {
      const { simulator, taskId, comments } = await started();
      expect(simulator.editTask(taskId, edit, 'bo').commentId).toBeNull();
      expect(await comments()).toEqual([]);
      expect(simulator.world.task(taskId).updatedByUserId).toBe(simulator.world.userNamed('bo').id);
    },
  );
});

describe('GET /comments', () => {
  it('marks mentions, and writes markup as text', async () => {
    const { simulator, origin, taskId, comments } = await started();
    simulator.comment(taskId, '@ada <b>look</b>, not @nobody', 'bo');
    expect(await comments()).toMatchObject([
      {
        body: '@ada <b>look</b>, not @nobody',
        body_html: `<p><a href="${origin}/users/ada" class="mention">@ada</a> &lt;b&gt;look&lt;/b&gt;, not @nobody</p>`,
      },
    ]);
  });

  it('is newest first, and pages', async () => {
    const { simulator, taskId, comments } = await started();
    for (const body of ['one', 'two', 'three']) simulator.comment(taskId, body, 'bo');
    expect(await comments('&order=id-DESC&per_page=2&page=1')).toMatchObject([{ body: 'three' }, { body: 'two' }]);
    expect(await comments('&order=id-ASC&per_page=2&page=2')).toMatchObject([{ body: 'three' }]);
  });

  it('begins at created_from, in seconds', async () => {
    const { simulator, clock, taskId, comments } = await started();
    simulator.comment(taskId, 'old', 'bo');
    await clock.advance(5000);
    simulator.comment(taskId, 'new', 'bo');
    expect(await comments(`&created_from=${clock.now() / 1000}`)).toMatchObject([{ body: 'new' }]);
  });

  it('needs a target', async () => {
    const { call } = await started();
    expect(await call('/comments')).toMatchObject({
      status: 400,
      body: { error: { message: 'Bad Request', errors: { target_id: ["can't be blank"] } } },
    });
  });

  it('makes the author and those named watchers of the task', async () => {
    const { simulator, taskId } = await started();
    simulator.comment(taskId, 'what does @ada say?', 'bo');
    expect(simulator.world.task(taskId).watcherUserIds).toContain(simulator.world.userNamed('ada').id);
  });
});

describe('a mention', () => {
  it.each([
    ['@ada', true],
    ['Hi @Ada, hello', true],
    ['ask @ada.', true],
    ['(@ada)', true],
    ['@adam', false],
    ['mail@ada', false],
    ['ada', false],
  ])('in “%s”: %s', (body, expected) => expect(mentions(body, 'ada')).toBe(expected));
});
