import { describe, expect, it } from 'vitest';
import { anEdit } from '../../fakes/change.ts';
import { type TellingRun, startTelling, summit } from './harness.ts';

const minute = 60_000;
const resolved = { project: summit, edits: [anEdit('status', { before: 'open', after: 'resolved' })] };

/** Tells of a change and snoozes it, as the page does. */
const snooze = (run: TellingRun, minutes: number, taskId = '7'): string => {
  const [change] = run.tell({ taskId, ...resolved });
  const id = change?.changeIds[0] ?? '';
  run.store.markRead([id]);
  run.snoozes.snooze(id, run.clock.now() + minutes * minute);
  return id;
};

describe('a snoozed change', () => {
  it('is told again at its time, alone, and unread', async () => {
    const run = startTelling();
    const id = snooze(run, 30);
    expect(run.snoozes.until(id)).toBe(run.clock.now() + 30 * minute);
    await run.clock.advance(30 * minute - 1);
    expect([run.raised(), run.store.unreadCount()]).toEqual([[], 0]);
    await run.clock.advance(1);
    expect(run.raised()).toMatchObject([
      { title: 'Bo resolved “Task 7”', body: 'Snoozed · Autumn summit', replaces: null, changeIds: [] },
    ]);
    expect(run.store.unreadCount()).toBe(1);
    expect(run.snoozes.until(id)).toBeNull();
    expect(run.ledger.notification('2')?.changeIds).toEqual([id]);
    await run.clock.advance(60 * minute);
    expect(run.raised()).toEqual([]);
  });

  it('that was never told is named by its notification', async () => {
    const run = startTelling();
    const [change] = run.record({ ...resolved, isOwn: true });
    run.telling.announce();
    run.snoozes.snooze(change?.id ?? '', run.clock.now() + minute);
    await run.clock.advance(minute);
    expect(run.raised()).toMatchObject([{ changeIds: ['1'] }]);
  });

  it('is told after a restart, also when its time came meanwhile', async () => {
    const first = startTelling();
    snooze(first, 30);
    const second = first.restart();
    await second.clock.advance(29 * minute);
    const third = second.restart();
    await third.clock.advance(minute);
    expect(third.titles()).toEqual(['Bo resolved “Task 7”']);
    expect(third.restart().titles()).toEqual([]);
  });

  it('is told once, though the app is killed while its notification is on its way', async () => {
    const first = startTelling();
    snooze(first, 30);
    first.notifier.answer = 'never';
    await first.clock.advance(30 * minute);
    const second = first.restart();
    await second.clock.advance(60 * minute);
    expect(second.titles()).toEqual([]);
    expect(second.store.unreadCount()).toBe(1);
  });

  it.each([{ isPaused: true }, { isQuiet: true }])('waits for the end of a silence: %o', async (silence) => {
    const run = startTelling();
    snooze(run, 30);
    run.situation = silence;
    await run.clock.advance(60 * minute);
    expect(run.raised()).toEqual([]);
    run.situation = {};
    run.telling.announce();
    expect(run.raised()).toMatchObject([{ title: 'Bo resolved “Task 7”' }]);
  });

  it('is told no more once that is taken back', async () => {
    const run = startTelling();
    const id = snooze(run, 30);
    expect(run.snoozes.cancel(['99', id])).toEqual([id]);
    expect(run.snoozes.cancel([id])).toEqual([]);
    await run.clock.advance(60 * minute);
    expect(run.raised()).toEqual([]);
  });

  it('that is snoozed again is told at the later time only', async () => {
    const run = startTelling();
    const id = snooze(run, 30);
    run.snoozes.snooze(id, run.clock.now() + 90 * minute);
    await run.clock.advance(89 * minute);
    expect(run.raised()).toEqual([]);
    await run.clock.advance(minute);
    expect(run.raised()).toHaveLength(1);
  });

  it('that is deleted with the history is forgotten', async () => {
    const run = startTelling();
    snooze(run, 30);
    run.database.exec('DELETE FROM notification_change; DELETE FROM change');
    await run.clock.advance(60 * minute);
    expect(run.raised()).toEqual([]);
    expect(run.snoozes.due()).toEqual([]);
  });

  it('is told together with others when many are due at once, as after sleep', async () => {
    const run = startTelling();
    for (const taskId of ['1', '2', '3', '4']) {
      snooze(run, 30, taskId);
      await run.clock.advance(10_000);
    }
    run.situation = { isPaused: true };
    await run.clock.advance(60 * minute);
    run.situation = {};
    run.telling.announce();
    expect(run.raised()).toMatchObject([{ title: '4 snoozed changes', body: 'Autumn summit 4', changeIds: [] }]);
    expect(run.store.unreadCount()).toBe(4);
  });
});

it('the clock is looked at once an hour while something is snoozed, as it may be set', async () => {
  const run = startTelling();
  snooze(run, 600);
  expect(run.clock.waiting()).toBe(1);
  await run.clock.advance(600 * minute);
  expect(run.raised()).toHaveLength(1);
  expect(run.clock.waiting()).toBe(0);
});

describe('a snoozed change whose task is muted', () => {
  const day = 24 * 60 * minute;
  const mute = (run: TellingRun, id: string, until: number | null): string => {
    const change = run.store.change(id);
    const muted = change === null ? null : run.mutes.mute(change, 'task', until);
    if (muted === null) throw new Error('nothing muted');
    return muted.id;
  };

  it('stays silent at its time, and read', async () => {
    const run = startTelling();
    const id = snooze(run, 30);
    await run.clock.advance(minute);
    mute(run, id, null);
    run.raised();
    await run.clock.advance(day);
    expect([run.raised(), run.store.unreadCount(), run.snoozes.until(id)]).toEqual([[], 0, null]);
  });

  it('is told all the same when the mute was taken back before', async () => {
    const run = startTelling();
    const id = snooze(run, 30);
    const muted = mute(run, id, null);
    run.raised();
    run.mutes.unmute('1', muted);
    await run.clock.advance(30 * minute);
    expect(run.raised()).toMatchObject([{ title: 'Bo resolved “Task 7”' }]);
  });

  it('is told all the same when the mute is over before', async () => {
    const run = startTelling();
    const id = snooze(run, 2 * 24 * 60);
    mute(run, id, run.clock.now() + day);
    run.raised();
    await run.clock.advance(2 * day);
    expect(run.raised()).toHaveLength(1);
  });

  it('is told when it was snoozed after that, as the last wish counts', async () => {
    const run = startTelling();
    const [told] = run.tell({ taskId: '7', ...resolved });
    const id = told?.changeIds[0] ?? '';
    mute(run, id, null);
    await run.clock.advance(minute);
    run.snoozes.snooze(id, run.clock.now() + 30 * minute);
    await run.clock.advance(30 * minute);
    expect(run.raised()).toMatchObject([{ title: 'Bo resolved “Task 7”' }]);
  });

  it('takes nothing from the others that are due with it', async () => {
    const run = startTelling();
    const ids = ['1', '2', '3', '4', '5'].map((taskId) => {
      const id = snooze(run, 30, taskId);
      run.raised();
      return id;
    });
    mute(run, ids[2] ?? '', null);
    run.raised();
    await run.clock.advance(30 * minute);
    expect(run.raised()).toMatchObject([{ title: '4 snoozed changes' }]);
  });
});
