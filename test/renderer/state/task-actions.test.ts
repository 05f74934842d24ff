import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../electron/contract/index.ts';
import { refusal, row, start } from './started-store.ts';

const resolved: Reply = { ok: true, value: { isResolved: true } };
const reopened: Reply = { ok: true, value: { isResolved: false } };
const nothing: Reply = { ok: true, value: null };
const failed = (kind: string) => ({
  state: 'failed',
  kind,
  failure: { code: 'unexpected', message: 'It did not work.' },
});

/** Two rows of one task, and one of another. */
const begin = async () => {
  const rows = [row(3, { taskId: '7' }), row(2, { taskId: '8' }), row(1, { taskId: '7' })];
  const started = await start(rows);
  const { bridge, store } = started;
  bridge.answer('resolve-task', resolved);
  bridge.answer('reopen-task', reopened);
  bridge.answer('comment-on-task', nothing);
  const states = () => ['3', '2', '1'].map((id) => store.changes.row(id)?.isResolved);
  const lastAsked = () => bridge.asked.at(-1);
  return { ...started, actions: store.actions, states, lastAsked };
};

describe('resolving a task', () => {
  it('is shown by every row of the task, and said', async () => {
    const { actions, states, lastAsked, store } = await begin();
    expect(await actions.toggle('3')).toBe(true);
    expect(lastAsked()).toEqual({ name: 'resolve-task', payload: { changeId: '3' } });
    expect(states()).toEqual([true, false, true]);
    expect(actions.of('3')).toEqual({ state: 'done', kind: 'resolve' });
    expect(store.announcer.text.value).toBe('You resolved the task');
  });

  it('is undone by reopening it', async () => {
    const { actions, states, lastAsked } = await begin();
    await actions.toggle('3');
    await actions.toggle('1');
    expect(lastAsked()).toEqual({ name: 'reopen-task', payload: { changeId: '1' } });
    expect(states()).toEqual([false, false, false]);
  });

  it('is asked for once while it is under way', async () => {
    const { actions, askedFor } = await begin();
    const first = actions.toggle('3');
    expect(actions.of('3')).toEqual({ state: 'busy', kind: 'resolve' });
    expect(await actions.toggle('3')).toBe(false);
    await first;
    expect(askedFor('resolve-task')).toBe(1);
  });

  it('leaves the row as it was and says why when it failed, until it is tried again', async () => {
    const { actions, bridge, states, store } = await begin();
    bridge.answer('resolve-task', refusal);
    expect(await actions.toggle('3')).toBe(false);
    expect(states()).toEqual([false, false, false]);
    expect(actions.of('3')).toEqual(failed('resolve'));
    expect(store.trouble.value).toBeNull();
    bridge.answer('resolve-task', resolved);
    expect(await actions.tryAgain('3')).toBe(true);
    expect(states()).toEqual([true, false, true]);
  });

  it('is not offered where nothing can be done to the task', async () => {
    const { actions, askedFor, bridge } = await begin();
    bridge.push({ event: 'change', row: row(4, { taskId: '9', isResolved: null }) });
    expect(await actions.toggle('4')).toBe(false);
    expect(askedFor('resolve-task')).toBe(0);
  });

  it('is said at the last row only', async () => {
    const { actions } = await begin();
    await actions.toggle('3');
    await actions.toggle('2');
    expect([actions.of('3'), actions.of('2')]).toEqual([null, { state: 'done', kind: 'resolve' }]);
  });
});

describe('what is known of a task', () => {
  it('is taken over from a newer row of it', async () => {
    const { bridge, states } = await begin();
    bridge.push({ event: 'change', row: row(4, { taskId: '7', isResolved: true }) });
    expect(states()).toEqual([true, false, true]);
    bridge.push({ event: 'change', row: row(2, { taskId: '8', isResolved: null }) });
    expect(states()).toEqual([true, null, true]);
  });

  it('does not come from an answer that was on its way meanwhile', async () => {
    const { bridge, store, clock, states } = await begin();
    let release: (reply: Reply) => void = () => undefined;
    bridge.answer('changes', () => new Promise<Reply>((resolve) => (release = resolve)));
    const reload = store.changes.reload();
    bridge.push({ event: 'change', row: row(4, { taskId: '7', isResolved: true }) });
    release({ ok: true, value: { rows: [row(3, { taskId: '7' }), row(1, { taskId: '7' })], next: null, total: 2 } });
    await reload;
    await clock.advance(0);
    expect(states()).toEqual([true, undefined, true]);
  });
});

describe('a comment', () => {
  it('is kept while it is written, each row its own', async () => {
    const { actions } = await begin();
    actions.write('3', 'Half a thought');
    actions.write('2', 'Another');
    expect([actions.draft('3'), actions.draft('2'), actions.draft('1')]).toEqual(['Half a thought', 'Another', '']);
  });

  it('is sent without the space around it, and is gone then', async () => {
    const { actions, lastAsked, store } = await begin();
    actions.write('3', '  Done. \n');
    expect(await actions.comment('3')).toBe(true);
    expect(lastAsked()).toEqual({ name: 'comment-on-task', payload: { changeId: '3', body: 'Done.' } });
    expect(actions.draft('3')).toBe('');
    expect(store.announcer.text.value).toBe('Your comment is sent');
  });

  it('is kept when it could not be sent', async () => {
    const { actions, bridge } = await begin();
    bridge.answer('comment-on-task', refusal);
    actions.write('3', 'Done.');
    expect(await actions.comment('3')).toBe(false);
    expect(actions.of('3')).toEqual(failed('comment'));
    expect(actions.draft('3')).toBe('Done.');
    actions.dismiss('3');
    expect([actions.of('3'), actions.draft('3')]).toEqual([null, 'Done.']);
  });

  it.each(['', ' \n'])('is not sent empty: %j', async (text) => {
    const { actions, askedFor } = await begin();
    actions.write('3', text);
    expect(await actions.comment('3')).toBe(false);
    expect(askedFor('comment-on-task')).toBe(0);
  });
});
