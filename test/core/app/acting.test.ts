import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ChangeRow, noFilter, requests } from '../../../electron/contract/index.ts';
import type { Quirks } from '../../../electron/simulator/quirks.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { startApp } from './whole-app.ts';

/** Ada runs the app against a pretend Redbooth with these quirks; Bo has assigned her a task, which was told. */
const start = async (quirks: Partial<Quirks> = {}) => {
  const clock = createFakeClock();
  const simulator = createSimulator({ seed: 7, clock, quirks });
  onTestFinished(() => simulator.dispose());
  const whole = await startApp({
    clock,
    fetch: simulator.fetch,
    settings: { redbooth: simulator.origin() },
    accessToken: simulator.signIn('ada').accessToken,
  });
  await whole.line((line) => line.event === 'account' && line.state === 'signed-in');
  simulator.attachHook(whole.localUrl);
  /** Once all hooks are in, lets the looks they ask for take place. */
  const pass = async (milliseconds = 3_000): Promise<void> => {
    await simulator.hooksIdle();
    await clock.advance(milliseconds);
  };
  const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
  const told = await whole.line((line) => line.event === 'change' && line.taskId === taskId);
  await pass();
  const changeId = told.event === 'change' ? told.id : '';
  return {
    ...whole,
    simulator,
    clock,
    taskId,
    changeId,
    pass,
    rows: async (): Promise<readonly ChangeRow[]> => {
      const answer = await whole.ask('changes', { before: null, limit: 20, filter: noFilter });
      return v.parse(requests.changes.answer, answer).rows.filter((row) => row.taskId === taskId);
    },
    resolve: () => whole.ask('resolve-task', { changeId }),
    reopen: () => whole.ask('reopen-task', { changeId }),
    comment: (body: string) => whole.ask('comment-on-task', { changeId, body }),
    refusedTo: (name: 'resolve-task' | 'comment-on-task') =>
      name === 'resolve-task' ? whole.refusal(name, { changeId }) : whole.refusal(name, { changeId, body: 'On it' }),
    /** Once a change by this person has come to light. */
    changeBy: (actor: string, field: string) =>
      whole.line(
        (line) =>
          line.event === 'change' &&
          line.id !== changeId &&
          line.actor === actor &&
          line.changes.some((edit) => edit.field === field),
      ),
    skipped: () => whole.line((line) => line.event === 'skipped' && line.reason === 'own-change'),
    titles: () => whole.notifier.raised.map(({ title }) => title),
  };
};

const bothWays = <Value>(one: Value, other: Value): readonly Value[] => [one, other];
const ways = bothWays(true, false).flatMap((apiEditLeavesComment) =>
  bothWays(true, false).flatMap((editSetsUpdatedBy) =>
    bothWays('null' as const, 'creator' as const).flatMap((freshTaskUpdatedBy) =>
      bothWays(0, 400).map((delay) => ({ apiEditLeavesComment, editSetsUpdatedBy, freshTaskUpdatedBy, delay })),
    ),
  ),
);

describe('a task that the user resolves from here', () => {
  it.each(ways)('is listed as their own change, and never notified: %o', async ({ delay, ...quirks }) => {
    const { simulator, clock, taskId, changeId, resolve, pass, skipped, rows, titles, app } = await start(quirks);
    const pushed: string[] = [];
    app.subscribe((event) => {
      if (event.event === 'change' && event.row.id === changeId) pushed.push(String(event.row.isResolved));
    });
    if (delay > 0) simulator.failNext(1, { delay }, `/api/3/tasks/${taskId}`, 'PUT');
    const resolving = resolve();
    // With a delay, the answer comes after the hook and the look it asks for.
    await clock.advance(0);
    await pass(400);
    expect(await resolving).toEqual({ isResolved: true });
    expect(pushed).toEqual(['true']);
    await pass();
    await skipped();
    const [own, created, ...others] = await rows();
    expect(own).toMatchObject({
      sentence: 'You resolved “Book venue”',
      unread: false,
      told: false,
      reason: 'own-change',
      isResolved: true,
    });
    expect(created).toMatchObject({ id: changeId, isResolved: true, unread: false });
    expect(others).toEqual([]);
    expect(titles()).toEqual(['Bo created “Book venue”']);
  });

  it('is listed though no hook comes', async () => {
    const { simulator, localUrl, resolve, pass, skipped, rows } = await start();
    simulator.detachHook(localUrl);
    await resolve();
    await pass(5_000);
    await skipped();
    expect((await rows())[0]).toMatchObject({ sentence: 'You resolved “Book venue”' });
  });

  it('can be reopened', async () => {
    const { simulator, taskId, resolve, reopen, pass, changeBy, rows } = await start();
    await resolve();
    await pass();
    expect(await reopen()).toEqual({ isResolved: false });
    expect(simulator.world.task(taskId).status).toBe('open');
    await pass();
    await changeBy('Ada Lovell', 'status');
    expect((await rows()).map(({ sentence, isResolved }) => [sentence, isResolved])).toEqual([
      ['You reopened “Book venue”', false],
      ['You resolved “Book venue”', false],
      ['Bo created “Book venue”', false],
    ]);
  });
});

describe('a comment from here', () => {
  it.each([true, false])('is listed as their own, and never notified: %s', async (commentSetsUpdatedBy) => {
    const { comment, pass, skipped, rows, titles } = await start({ commentSetsUpdatedBy });
    expect(await comment('  On it ')).toBeNull();
    await pass();
    await skipped();
    expect((await rows())[0]).toMatchObject({ sentence: 'You on “Book venue”', quote: 'On it', reason: 'own-change' });
    expect(titles()).toEqual(['Bo created “Book venue”']);
  });
});

describe('what somebody else does at the same time', () => {
  it.each(bothWays(true, false))('before, without a comment or a hook, is told as theirs: %s', async (leaves) => {
    const { simulator, taskId, resolve, pass, changeBy, titles } = await start({ apiEditLeavesComment: leaves });
    simulator.editTask(taskId, { name: 'Book the venue' }, 'bo', { silently: true });
    await resolve();
    await pass();
    await changeBy('Bo Lindqvist', 'name');
    await changeBy('Ada Lovell', 'status');
    expect(titles()).toEqual(['Bo created “Book venue”', 'Bo renamed “Book venue” to “Book the venue”']);
  });

  it('afterwards is told as theirs, and nothing else', async () => {
    const { simulator, taskId, resolve, pass, changeBy, titles } = await start();
    await resolve();
    simulator.editTask(taskId, { status: 'open' }, 'bo');
    await pass();
    await changeBy('Bo Lindqvist', 'status');
    expect(titles()).toEqual(['Bo created “Book venue”', 'Bo reopened “Book venue”']);
  });

  it('to the same end is theirs, and nothing is written', async () => {
    const { simulator, taskId, resolve, pass, changeBy } = await start();
    simulator.editTask(taskId, { status: 'resolved' }, 'bo', { silently: true });
    simulator.forgetRequests();
    expect(await resolve()).toEqual({ isResolved: true });
    await pass();
    await changeBy('Bo Lindqvist', 'status');
    expect(simulator.requests().filter(({ method }) => method === 'PUT')).toEqual([]);
  });
});

describe('a refusal by Redbooth', () => {
  it.each([
    ['resolve-task', 'PUT', 403, 'Redbooth does not let you do this, so “Book venue” was not resolved.'],
    ['resolve-task', 'PUT', 404, '“Book venue” is gone'],
    ['resolve-task', 'PUT', 422, 'Redbooth didn’t take the change (422'],
    [
      'comment-on-task',
      'POST',
      403,
      'Redbooth does not let you do this, so your comment on “Book venue” was not sent.',
    ],
    ['comment-on-task', 'POST', 404, '“Book venue” is gone'],
    ['comment-on-task', 'POST', 422, 'Redbooth didn’t take the comment (422'],
    ['comment-on-task', 'POST', 503, 'the comment may or may not have arrived'],
  ] as const)('of %s by %s %i comes back in words, and leaves all as it was', async (name, method, status, words) => {
    const { simulator, refusedTo, taskId, titles, rows } = await start();
    simulator.failNext(9, { status }, '/api/3/', method);
    const { code, message } = await refusedTo(name);
    expect(code).toBe('task-not-changed');
    expect(message).toContain(words);
    expect(simulator.world.task(taskId)).toMatchObject({ status: 'new', commentsCount: 0 });
    expect(await rows()).toMatchObject([{ isResolved: false, unread: true }]);
    expect(titles()).toEqual(['Bo created “Book venue”']);
  });

  it('that passes is overcome', async () => {
    const { simulator, taskId, resolve, clock } = await start();
    simulator.failNext(1, { status: 503 }, '/api/3/tasks', 'PUT');
    const resolving = resolve();
    await clock.advance(5_000);
    expect(await resolving).toEqual({ isResolved: true });
    expect(simulator.world.task(taskId).status).toBe('resolved');
  });

  it('that asks to slow down is waited out, and a comment is there once', async () => {
    const { simulator, taskId, comment, clock } = await start();
    simulator.failNext(1, { status: 429, retryAfter: 2 }, '/api/3/comments', 'POST');
    const commenting = comment('On it');
    await clock.advance(6_000);
    expect(await commenting).toBeNull();
    expect(simulator.world.comments.get(taskId)).toHaveLength(1);
  });

  it('with no answer at all: a comment is not sent again, and the list tells whether it arrived', async () => {
    const { simulator, taskId, refusedTo, pass, skipped, rows } = await start();
    simulator.failNext(1, { lost: true }, '/api/3/comments', 'POST');
    expect((await refusedTo('comment-on-task')).message).toContain('may or may not have arrived');
    expect(simulator.world.comments.get(taskId)).toHaveLength(1);
    await pass(5_000);
    await skipped();
    expect((await rows())[0]).toMatchObject({ sentence: 'You on “Book venue”', reason: 'own-change' });
  });
});

describe('a button of a notification', () => {
  it('is offered for what can be done to the task', async () => {
    const { notifier } = await start();
    expect(notifier.raised[0]?.actions).toEqual(['resolve', 'comment', 'mute', 'open']);
  });

  it('does it, and what was told is read', async () => {
    const { simulator, app, taskId, notifier, titles } = await start();
    await app.actOnNotification(notifier.raised[0]?.id ?? '', 'resolve');
    expect(simulator.world.task(taskId).status).toBe('resolved');
    expect(app.overview().unread).toBe(0);
    expect(titles()).toHaveLength(1);
  });

  it('that fails is told by a notification of its own, and the change stays unread', async () => {
    const { simulator, app, notifier } = await start();
    simulator.failNext(9, { status: 403 }, '/api/3/comments', 'POST');
    await app.actOnNotification(notifier.raised[0]?.id ?? '', 'comment', 'On it');
    expect(notifier.raised[1]).toMatchObject({
      title: 'Commenting on “Book venue” failed',
      body: expect.stringContaining('Redbooth does not let you do this'),
      url: notifier.raised[0]?.url,
      actions: [],
    });
    expect(app.overview().unread).toBe(1);
  });
});
