import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { startPage, value } from './whole-page.ts';

const hour = 3_600_000;
const takenBackBy = v.object({ id: v.string(), readAt: v.number() });

describe('muting from a row', () => {
  it.each([
    ['task', '“Plan”'],
    ['project', 'Autumn summit'],
    ['person', 'Bo Berg'],
  ] as const)('mutes its %s for the minutes asked', async (kind, label) => {
    const { dispatch, tell, clock } = startPage();
    const [changeId] = tell('Plan');
    expect(value(await dispatch('mute-change', { changeId, kind, minutes: 60 }))).toMatchObject({ id: '1' });
    expect(value(await dispatch('mutes', null))).toEqual([{ id: '1', kind, label, until: clock.now() + hour }]);
  });

  it('lasts until it is taken back when no minutes are given', async () => {
    const { dispatch, tell, clock } = startPage();
    const [changeId] = tell('Plan');
    await dispatch('mute-change', { changeId, kind: 'task', minutes: null });
    await clock.advance(10_000 * hour);
    expect(value(await dispatch('mutes', null))).toMatchObject([{ kind: 'task', until: null }]);
    expect(value(await dispatch('unmute', { id: '1' }))).toBeNull();
    expect(value(await dispatch('mutes', null))).toEqual([]);
  });

  it('leaves nothing of it unread, and the page is told', async () => {
    const { dispatch, tell, overview, events, store } = startPage();
    const ids = tell('Plan', 'Gone');
    expect(overview().unread).toBe(2);
    await dispatch('mute-change', { changeId: ids[0], kind: 'task', minutes: 60 });
    expect(overview().unread).toBe(0);
    expect(events).toMatchObject([{ event: 'changes-read', which: ids }, { event: 'overview' }]);
    expect(store.change(ids[0] ?? '')?.readAt).not.toBeNull();
  });

  it('gives by what to take it back: the mute, and what it marked as read', async () => {
    const { dispatch, tell, overview } = startPage();
    const [changeId] = tell('Plan');
    const muted = value(await dispatch('mute-change', { changeId, kind: 'task', minutes: 60 }));
    if (!v.is(takenBackBy, muted)) throw new Error('It does not say by what to take it back.');
    await dispatch('unmute', { id: muted.id });
    await dispatch('undo-read', { readAt: muted.readAt });
    expect(value(await dispatch('mutes', null))).toEqual([]);
    expect(overview().unread).toBe(1);
    expect(value(await dispatch('mute-change', { changeId, kind: 'task', minutes: 60 }))).toMatchObject({
      readAt: expect.any(Number),
    });
    expect(value(await dispatch('mute-change', { changeId, kind: 'task', minutes: 120 }))).toMatchObject({
      readAt: null,
    });
  });

  it('changes no count when nothing of it is unread', async () => {
    const { dispatch, tell, events } = startPage();
    const [changeId] = tell('Plan');
    await dispatch('read-changes', { which: 'all' });
    events.length = 0;
    await dispatch('mute-change', { changeId, kind: 'project', minutes: null });
    expect(events).toEqual([]);
  });

  it.each([
    ['mute-change', { changeId: '9', kind: 'task', minutes: 60 }, 'There is no such change any more.'],
    ['unmute', { id: '9' }, 'There is no such mute any more.'],
    ['unmute', { id: 'x' }, 'There is no such mute any more.'],
  ])('is refused for what is not there: %s %o', async (name, payload, message) => {
    const { dispatch } = startPage();
    expect(value(await dispatch(name, payload))).toEqual({ code: 'not-found', message });
  });

  it.each([
    ['person', { actor: null }, 'It is not known who did this, so there is nobody to mute. Mute the task instead.'],
    [
      'project',
      { project: null },
      'The project of this change is not known, so there is nothing to mute. Mute the task instead.',
    ],
    ['person', { isOwn: true }, 'What you do yourself is never told, so there is nobody to mute.'],
  ] as const)('of a %s is refused in words where there is none: %o', async (kind, account, message) => {
    const { dispatch, record } = startPage();
    const changeId = record(account);
    expect(value(await dispatch('mute-change', { changeId, kind, minutes: null }))).toEqual({
      code: 'not-found',
      message,
    });
    expect(value(await dispatch('mutes', null))).toEqual([]);
  });
});
