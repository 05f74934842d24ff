import { describe, expect, it } from 'vitest';
import { startPage, value } from './whole-page.ts';

const minute = 60_000;

describe('snoozing from a row', () => {
  it('marks the change read, and its row says until when', async () => {
    const { dispatch, tell, overview, events, clock } = startPage();
    const [changeId] = tell('Plan');
    expect(value(await dispatch('snooze-change', { changeId, minutes: 30 }))).toBeNull();
    expect(overview().unread).toBe(0);
    expect(events.find(({ event }) => event === 'change')).toMatchObject({
      row: { id: changeId, unread: false, snoozedUntil: clock.now() + 30 * minute },
    });
  });

  it('takes its notification down', async () => {
    const { dispatch, tell, closed } = startPage();
    const [changeId] = tell('Plan');
    await dispatch('snooze-change', { changeId, minutes: 30 });
    expect(closed).toEqual(['1']);
  });

  it.each([
    ['reading it', 'read-changes', (id: string) => ({ which: 'some', ids: [id] })],
    ['opening it', 'open-change', (id: string) => ({ id })],
    ['clicking its notification', 'open-notification', () => ({ id: '1' })],
  ] as const)('%s takes that back', async (_, request, payload) => {
    const { dispatch, tell, snoozes, events } = startPage();
    const [changeId = ''] = tell('Plan');
    await dispatch('snooze-change', { changeId, minutes: 30 });
    await dispatch(request, payload(changeId));
    expect(snoozes.until(changeId)).toBeNull();
    expect(events.findLast(({ event }) => event === 'change')).toMatchObject({ row: { snoozedUntil: null } });
  });

  it('is left alone when everything else is marked read', async () => {
    const { dispatch, tell, snoozes } = startPage();
    const [changeId = ''] = tell('Plan', 'Budget');
    await dispatch('snooze-change', { changeId, minutes: 30 });
    await dispatch('read-changes', { which: 'all' });
    expect(snoozes.until(changeId)).not.toBeNull();
  });

  it('is refused for a change that is not there', async () => {
    const { dispatch } = startPage();
    expect(value(await dispatch('snooze-change', { changeId: '99', minutes: 30 }))).toMatchObject({
      code: 'not-found',
    });
  });
});
