import { describe, expect, it } from 'vitest';
import { fail } from '../../../electron/contract/index.ts';
import { createActing } from '../../../electron/core/acting/acting.ts';
import { createOwnWrites } from '../../../electron/core/acting/own-writes.ts';
import { createTaskState } from '../../../electron/core/acting/task-state.ts';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import type { IncomingHook } from '../../../electron/core/hooks/hook.ts';
import type { ApiFailure } from '../../../electron/core/redbooth/client-port.ts';
import { aNewChange } from '../../fakes/change.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { createFakeRedbooth } from '../../fakes/redbooth.ts';
import { aHook, aTask } from '../../fakes/task.ts';
import { readingAt } from '../../fakes/reading.ts';

const resolve = { kind: 'resolve' } as const;
const reopen = { kind: 'reopen' } as const;
const comment = { kind: 'comment', body: 'On it' } as const;

/** Acting on a change of task 7, seen with account 1, which is the one in use. */
const start = (part: Parameters<typeof aTask>[0] = {}) => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const redbooth = createFakeRedbooth();
  const store = createChangeStore(database, clock);
  const ownWrites = createOwnWrites(database, clock, createFakeLog());
  const account: { id: string | null } = { id: '1' };
  const accountId = (): string | null => account.id;
  const looks: IncomingHook[] = [];
  const done: string[] = [];
  const task = aTask(part);
  redbooth.put(task);
  const [change] = store.settle({
    accountId: '1',
    taskId: '7',
    hooks: [aHook()],
    result: 'changed',
    changes: [aNewChange()],
    snapshot: { kind: 'write', task, lastCommentId: null },
  });
  if (change === undefined) throw new Error('nothing recorded');
  let writeFailure: ApiFailure | null = null;
  let takesNoStatus = false;
  const acting = createActing({
    clock,
    reading: () => readingAt(clock.now()),
    client: {
      ...redbooth.client,
      setTaskStatus: async (id, status) => {
        if (takesNoStatus) return redbooth.client.task(id);
        return writeFailure === null ? redbooth.client.setTaskStatus(id, status) : fail(writeFailure);
      },
      addComment: async (id, body) =>
        writeFailure === null ? redbooth.client.addComment(id, body) : fail(writeFailure),
    },
    store,
    directory: redbooth.directory,
    ownWrites,
    accountId,
    append: async (hooks) => {
      looks.push(...hooks);
      return { ok: true, value: [] };
    },
    onDone: ({ id }) => done.push(id),
  });
  return {
    clock,
    redbooth,
    store,
    ownWrites,
    account,
    looks,
    done,
    acting,
    change,
    taskState: createTaskState({ store, ownWrites, accountId }),
    failWrites: (failure: ApiFailure | null) => {
      writeFailure = failure;
    },
    takeNoStatus: () => {
      takesNoStatus = true;
    },
    writes: () => redbooth.requests.filter((request) => /^(status|comment on)/.test(request)),
  };
};

describe('acting on a change', () => {
  it.each([
    ['resolves its task', 'open', resolve, 'status of 7: resolved', true],
    ['resolves a task that was rejected', 'rejected', resolve, 'status of 7: resolved', true],
    ['reopens its task', 'resolved', reopen, 'status of 7: open', false],
    ['reopens a task that was rejected', 'rejected', reopen, 'status of 7: open', false],
    ['comments on its task', 'open', comment, 'comment on 7: On it', null],
  ])('%s', async (_name, status, wish, request, isResolved) => {
    const { acting, writes, done } = start({ status });
    expect(await acting.act('1', wish)).toEqual({ ok: true, value: { isResolved } });
    expect(writes()).toEqual([request]);
    expect(done).toEqual(['1']);
  });

  it.each([
    ['resolved already', 'resolved', resolve, true],
    ['open already', 'hold', reopen, false],
  ])('writes nothing where the task is %s, and has it looked at', async (_name, status, wish, isResolved) => {
    const { acting, writes, redbooth, looks } = start();
    redbooth.edit('7', { status });
    expect(await acting.act('1', wish)).toEqual({ ok: true, value: { isResolved } });
    expect(writes()).toEqual([]);
    expect(looks).toMatchObject([{ taskId: '7', source: 'catch-up' }]);
  });

  it('shows the new state at once, before any look', async () => {
    const { acting, taskState, change } = start();
    expect(taskState.isResolved(change)).toBe(false);
    await acting.act('1', resolve);
    expect(taskState.isResolved(change)).toBe(true);
    expect(taskState.actions(change)).toEqual(['reopen', 'comment', 'mute', 'open']);
  });

  it('has the task looked at when no hook came in 5 s', async () => {
    const { acting, clock, looks } = start();
    await acting.act('1', resolve);
    await clock.advance(4_999);
    expect(looks).toEqual([]);
    await clock.advance(1);
    expect(looks).toMatchObject([{ taskId: '7', action: 'update', source: 'catch-up' }]);
  });

  it('does not ask again what a hook has brought', async () => {
    const { acting, clock, looks, store, redbooth } = start();
    await acting.act('1', resolve);
    await clock.advance(1_000);
    const snapshot = { kind: 'write', task: redbooth.task('7'), lastCommentId: null } as const;
    store.settle({ accountId: '1', taskId: '7', hooks: [aHook()], result: 'unchanged', changes: [], snapshot });
    await clock.advance(10_000);
    expect(looks).toEqual([]);
    expect(clock.waiting()).toBe(0);
  });

  it('leaves no timer behind when it is disposed, also in the middle of a write', async () => {
    const { acting, clock } = start();
    await acting.act('1', resolve);
    const underWay = acting.act('1', reopen);
    acting.dispose();
    await underWay;
    expect(clock.waiting()).toBe(0);
  });
});

describe('clicks', () => {
  it('for the same thing share one write while it is under way', async () => {
    const { acting, writes, redbooth } = start();
    const release = redbooth.hold();
    const both = [acting.act('1', comment), acting.act('1', comment)];
    release();
    expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }]);
    expect(writes()).toHaveLength(1);
  });

  it('for other things wait for one another', async () => {
    const { acting, writes, redbooth } = start();
    const release = redbooth.hold();
    const all = [acting.act('1', resolve), acting.act('1', comment), acting.act('1', reopen)];
    release();
    await Promise.all(all);
    expect(writes()).toEqual(['status of 7: resolved', 'comment on 7: On it', 'status of 7: open']);
  });

  it('after the write was done write again', async () => {
    const { acting, writes } = start();
    await acting.act('1', comment);
    await acting.act('1', comment);
    expect(writes()).toHaveLength(2);
  });
});

describe('nothing is written', () => {
  it('without such a change', async () => {
    const { acting } = start();
    expect(await acting.act('99', resolve)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it.each([
    [
      'nobody is signed in',
      null,
      'You are not signed in to Redbooth, so “Book venue” was not resolved. Sign in, then try again.',
    ],
    [
      'another account is in use',
      '2',
      '“Book venue” was seen with another account, so nothing was done. Sign in with that account, or open the task in Redbooth.',
    ],
  ])('when %s', async (_name, id, message) => {
    const { acting, account, redbooth, change, taskState } = start();
    account.id = id;
    expect(await acting.act('1', resolve)).toEqual({ ok: false, failure: { code: 'task-not-changed', message } });
    expect(redbooth.requests).toEqual([]);
    expect(taskState.isResolved(change)).toBeNull();
    expect(taskState.actions(change)).toEqual([]);
  });

  it('when somebody else signed in meanwhile', async () => {
    const { acting, account, redbooth, writes } = start();
    redbooth.afterTask(() => {
      account.id = '2';
    });
    expect(await acting.act('1', resolve)).toMatchObject({ ok: false, failure: { code: 'task-not-changed' } });
    expect(writes()).toEqual([]);
  });

  it('to a task that is gone', async () => {
    const { acting, store, redbooth, change, taskState } = start();
    store.settle({
      accountId: '1',
      taskId: '7',
      hooks: [aHook()],
      result: 'gone',
      changes: [],
      snapshot: { kind: 'gone' },
    });
    expect(await acting.act('1', resolve)).toEqual({
      ok: false,
      failure: {
        code: 'task-not-changed',
        message: '“Book venue” is gone: it was deleted, or is no longer visible to you. There is nothing left to do.',
      },
    });
    expect(redbooth.requests).toEqual([]);
    expect(taskState.isResolved(change)).toBeNull();
  });

  it.each<[ApiFailure, string]>([
    [
      { kind: 'missing' },
      '“Book venue” is gone: it was deleted, or is no longer visible to you. There is nothing left to do.',
    ],
    [
      { kind: 'forbidden' },
      'Redbooth does not let you do this, so your comment on “Book venue” was not sent. Ask somebody who may: the one who created the task, or an administrator.',
    ],
    [
      { kind: 'signed-out', message: '' },
      'You are not signed in to Redbooth, so your comment on “Book venue” was not sent. Sign in, then try again.',
    ],
    [
      { kind: 'unavailable', message: '', retryAfter: 0 },
      'Redbooth does not answer just now, so your comment on “Book venue” was not sent. Try again in a moment.',
    ],
  ])('when the task cannot be read: %o', async (failure, message) => {
    const { acting, redbooth, writes, done } = start();
    redbooth.failWith(failure);
    expect(await acting.act('1', comment)).toEqual({ ok: false, failure: { code: 'task-not-changed', message } });
    expect(writes()).toEqual([]);
    expect(done).toEqual([]);
  });
});

describe('a write that failed', () => {
  it.each<[string, ApiFailure]>([
    ['was refused', { kind: 'forbidden' }],
    ['found no task', { kind: 'missing' }],
    ['found nobody signed in', { kind: 'signed-out', message: '' }],
  ])('and %s leaves nothing to be taken for the user’s', async (_name, failure) => {
    const { acting, failWrites, ownWrites } = start();
    failWrites(failure);
    expect(await acting.act('1', resolve)).toMatchObject({ ok: false, failure: { code: 'task-not-changed' } });
    expect(await ownWrites.settled('1', '7')).toEqual([]);
  });

  it('and may have arrived is said in its client’s words, kept, and looked for', async () => {
    const { acting, failWrites, ownWrites, clock, looks } = start();
    failWrites({ kind: 'unavailable', message: 'No answer. Look before you send it again.', retryAfter: 0 });
    expect(await acting.act('1', resolve)).toEqual({
      ok: false,
      failure: { code: 'task-not-changed', message: 'No answer. Look before you send it again.' },
    });
    expect(await ownWrites.settled('1', '7')).toMatchObject([{ status: 'resolved', after: null }]);
    await clock.advance(5_000);
    expect(looks).toMatchObject([{ taskId: '7' }]);
  });

  it('can be tried again', async () => {
    const { acting, failWrites } = start();
    failWrites({ kind: 'unavailable', message: '', retryAfter: 0 });
    await acting.act('1', comment);
    failWrites(null);
    expect(await acting.act('1', comment)).toMatchObject({ ok: true });
  });

  it('though Redbooth took it is no success', async () => {
    const { acting, takeNoStatus, ownWrites, done } = start();
    takeNoStatus();
    expect(await acting.act('1', resolve)).toEqual({
      ok: false,
      failure: {
        code: 'task-not-changed',
        message:
          'Redbooth took the request, but “Book venue” was not resolved. Open the task in Redbooth and do it there.',
      },
    });
    expect(await ownWrites.settled('1', '7')).toEqual([]);
    expect(done).toEqual([]);
  });
});
