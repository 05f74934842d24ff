import { describe, expect, it } from 'vitest';
import type { ApiFailure } from '../../../electron/core/redbooth/client-port.ts';
import { aTask } from '../../fakes/task.ts';
import { type Way, startWay } from './way-of-a-hook.ts';

const signedOut: ApiFailure = { kind: 'signed-out', message: 'no token' };
const unavailable: ApiFailure = { kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 };

const signInText = { title: 'Tasks changed; sign in to see which', body: 'Redbooth asks you to sign in again' };
const noAnswerText = {
  title: 'Tasks changed; Redbooth does not answer',
  body: 'You get a summary as soon as it answers again',
};

const ids = ['7', '8', '9', '11', '12', '13'];

/** Six tasks that changed while the API fails: four of the summit, two of the website. */
const changedTasks = (way: Way): void => {
  for (const [index, id] of ids.entries()) {
    const projectId = index < 4 ? '10' : '20';
    way.redbooth.put(aTask({ id, projectId, name: `Task ${id}` }));
    way.store.adopt('1', [way.redbooth.task(id)]);
    way.redbooth.edit(id, { status: 'resolved', updatedByUserId: '3', updatedAt: way.clock.now() });
  }
};

const raised = (way: Way): readonly { title: string; body: string }[] =>
  way.notifier.raised.map(({ title, body }) => ({ title, body }));

describe('an outage', () => {
  it('by being signed out is told at once, and once for all hooks', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(signedOut);
    await way.ring(...ids);
    expect(raised(way)).toEqual([signInText]);
    await way.clock.advance(3_600_000);
    await way.ring(...ids);
    await way.clock.advance(3_600_000);
    expect(way.notifier.raised).toHaveLength(1);
    expect(way.unsettled()).toHaveLength(12);
  });

  it('of an API that does not answer is told after 60 s, once', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(unavailable);
    await way.ring(...ids);
    await way.clock.advance(59_999);
    expect(raised(way)).toEqual([]);
    await way.clock.advance(1);
    expect(raised(way)).toEqual([noAnswerText]);
    await way.clock.advance(3_600_000);
    expect(way.notifier.raised).toHaveLength(1);
  });

  it('shorter than 60 s is not told, and its changes are told one by one', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(unavailable);
    await way.ring('7', '8');
    await way.clock.advance(30_000);
    way.redbooth.failWith(null);
    await way.clock.advance(120_000);
    expect(way.notifier.raised.map(({ title }) => title).sort()).toEqual([
      'Chi resolved “Task 7”',
      'Chi resolved “Task 8”',
    ]);
  });

  it.each([
    ['signed out', signedOut],
    ['unavailable', unavailable],
  ])('that was told (%s) ends in one summary of all that waited', async (_, failure) => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(failure);
    await way.ring(...ids);
    await way.clock.advance(300_000);
    way.redbooth.failWith(null);
    await way.clock.advance(300_000);
    expect(way.unsettled()).toEqual([]);
    expect(raised(way).slice(1)).toEqual([
      { title: '6 changes while you were away', body: 'Autumn summit 4, Website relaunch 2' },
    ]);
    expect(way.notifier.raised.at(-1)?.changeIds).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('after which only one change waited is told by that change', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(signedOut);
    await way.ring('7');
    way.redbooth.failWith(null);
    await way.clock.advance(300_000);
    expect(raised(way).slice(1)).toEqual([{ title: 'Chi resolved “Task 7”', body: 'Autumn summit' }]);
  });

  it('leaves hooks that come after it out of the summary', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(signedOut);
    await way.ring('7', '8');
    way.redbooth.failWith(null);
    await way.clock.advance(300_000);
    await way.ring('9');
    expect(raised(way).map(({ title }) => title)).toEqual([
      signInText.title,
      '2 changes while you were away',
      'Chi resolved “Task 9”',
    ]);
  });

  it('over a restart is still told only once, and still ends in one summary', async () => {
    const first = startWay();
    changedTasks(first);
    first.redbooth.failWith(signedOut);
    await first.ring('7', '8', '9');

    const second = first.restart();
    await second.clock.advance(3_600_000);
    expect(second.notifier.raised).toEqual([]);

    const third = second.restart();
    third.redbooth.failWith(null);
    await third.clock.advance(300_000);
    expect(raised(third)).toEqual([{ title: '3 changes while you were away', body: 'Autumn summit 3' }]);
  });

  it('counts its 60 s over a restart', async () => {
    const first = startWay();
    changedTasks(first);
    first.redbooth.failWith(unavailable);
    await first.ring('7');
    await first.clock.advance(50_000);
    const second = first.restart();
    await second.clock.advance(10_000);
    expect(raised(second)).toEqual([noAnswerText]);
  });

  it('that ended is followed by a second one, told anew', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(signedOut);
    await way.ring('7');
    way.redbooth.failWith(null);
    await way.clock.advance(300_000);
    way.redbooth.failWith(signedOut);
    await way.ring('8');
    expect(raised(way).map(({ title }) => title)).toEqual([
      signInText.title,
      'Chi resolved “Task 7”',
      signInText.title,
    ]);
  });

  it('is probed by one task at a time, with growing pauses of at most 2 minutes', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(unavailable);
    await way.ring(...ids);
    const first = way.redbooth.requests.length;
    expect(first).toBeLessThanOrEqual(4);
    const asked: number[] = [];
    for (let second = 1; second <= 600; second += 1) {
      const before = way.redbooth.requests.length;
      await way.clock.advance(1_000);
      for (let request = before; request < way.redbooth.requests.length; request += 1) asked.push(second);
    }
    const pauses = asked.map((at, index) => at - (asked[index - 1] ?? 0));
    expect(pauses).toEqual([4, 8, 15, 30, 60, 90, 90, 90, 90, 90]);
  });

  it('does not ask again before the API said it may', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith({ ...unavailable, kind: 'unavailable', message: 'HTTP 429', retryAfter: 45_000 });
    await way.ring('7');
    await way.clock.advance(44_999);
    expect(way.redbooth.requests).toHaveLength(1);
    await way.clock.advance(1);
    expect(way.redbooth.requests).toHaveLength(2);
  });

  it('is probed at once when the machine wakes', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(unavailable);
    await way.ring('7');
    way.redbooth.failWith(null);
    way.wake();
    await way.clock.advance(0);
    expect(way.unsettled()).toEqual([]);
  });

  it('is what it is when not even the own account is shown', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failAccountWith({ kind: 'forbidden' });
    await way.ring('7');
    expect(way.unsettled()).toHaveLength(1);
    await way.clock.advance(60_000);
    expect(raised(way)).toEqual([noAnswerText]);
    way.redbooth.failAccountWith(null);
    await way.clock.advance(300_000);
    expect(way.unsettled()).toEqual([]);
  });

  it('by a sign-in that ended is told at once, once, and not again when tasks change', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(signedOut);
    way.outage.failed({ kind: 'signed-out', message: 'ended' });
    expect(raised(way)).toEqual([
      { title: 'Redbooth asks you to sign in again', body: 'Changes are kept, and told once you are signed in' },
    ]);
    await way.ring(...ids);
    await way.clock.advance(3_600_000);
    expect(way.notifier.raised).toHaveLength(1);
  });

  it('that the user wanted, by signing out, is not told at all; what waited is told in one summary', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(signedOut);
    way.outage.signedOut();
    await way.ring(...ids);
    await way.clock.advance(3_600_000);
    expect(way.notifier.raised).toEqual([]);
    expect(way.unsettled()).toHaveLength(6);
    way.redbooth.failWith(null);
    way.outage.answered();
    await way.clock.advance(60_000);
    expect(way.unsettled()).toEqual([]);
    expect(way.notifier.raised).toHaveLength(1);
  });

  it('does not begin with the looks that closing the app ends', () => {
    const way = startWay();
    way.outage.dispose();
    way.outage.failed({ kind: 'unavailable', message: 'closing', retryAfter: 0 });
    expect(way.outage.current()).toBeNull();
    expect(way.clock.waiting()).toBe(0);
  });

  it('that ends while the history cannot be written goes on as soon as it can', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(unavailable);
    await way.ring('7', '8');
    way.redbooth.failWith(null);
    way.database.exec('PRAGMA query_only = ON');
    await way.clock.advance(120_000);
    expect(way.unsettled()).toHaveLength(2);
    way.database.exec('PRAGMA query_only = OFF');
    await way.clock.advance(120_000);
    expect(way.unsettled()).toEqual([]);
    expect(way.outage.current()).toBeNull();
  });

  it('that nobody can be told of, as the history cannot be written, breaks nothing', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(unavailable);
    await way.ring('7');
    way.database.exec('PRAGMA query_only = ON');
    await way.clock.advance(60_000);
    expect(way.outage.current()).not.toBeNull();
    way.database.exec('PRAGMA query_only = OFF');
    way.redbooth.failWith(null);
    await way.clock.advance(120_000);
    expect(way.unsettled()).toEqual([]);
  });

  it('is told after 60 s also when the clock was set back meanwhile', async () => {
    const way = startWay();
    changedTasks(way);
    way.redbooth.failWith(unavailable);
    await way.ring(...ids);
    const { since } = way.outage.current() ?? { since: 0 };
    const later = way.restart(since - 86_400_000);
    await later.clock.advance(61_000);
    expect(raised(later)).toEqual([noAnswerText]);
  });
});
