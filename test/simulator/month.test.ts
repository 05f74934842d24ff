import { describe, expect, it } from 'vitest';
import { monthPopulation } from '../../electron/simulator/month-population.ts';
import type { Truth } from '../../electron/simulator/month-truth.ts';
import { createMonth } from '../../electron/simulator/month.ts';
import { createRandom } from '../../electron/simulator/random.ts';
import { createSimulator } from '../../electron/simulator/simulator.ts';
import { createFakeClock } from '../fakes/clock.ts';

const day = 86_400_000;

const play = async (seed: number, actions = 1_500) => {
  const clock = createFakeClock();
  const start = clock.now();
  const simulator = createSimulator({ seed, clock, population: monthPopulation });
  const first = new Map(simulator.world.tasks);
  const month = createMonth({ simulator, random: createRandom(seed), start, actions });
  for (const { at, act } of month.steps) {
    await clock.advance(at - clock.now());
    act();
  }
  return { start, simulator, month, first, ada: simulator.world.userNamed('ada').id };
};

const byTask = (truth: readonly Truth[], field: Truth['field']): Map<string, readonly Truth[]> => {
  const rows = new Map<string, readonly Truth[]>();
  for (const entry of truth)
    if (entry.field === field) rows.set(entry.taskId, [...(rows.get(entry.taskId) ?? []), entry]);
  return rows;
};

describe('a month', () => {
  it('has as many steps as asked for, in order, all within its days', async () => {
    const { start, month } = await play(1);
    const times = month.steps.map(({ at }) => at);
    expect(times).toHaveLength(1_500);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(start);
    expect(Math.max(...times)).toBeLessThan(start + 30 * day);
  });

  it('is the same with the same seeds, and another with others', async () => {
    const [one, again, other] = [await play(3, 400), await play(3, 400), await play(4, 400)];
    expect(again.month.truth()).toEqual(one.month.truth());
    expect(other.month.truth()).not.toEqual(one.month.truth());
  });

  it('is quiet at night and at the weekend, and does several things within a minute', async () => {
    const { month } = await play(2);
    const dates = month.steps.map(({ at }) => new Date(at));
    expect(dates.filter((date) => date.getUTCHours() < 4).length).toBeLessThan(15);
    expect(dates.filter((date) => date.getUTCDay() % 6 === 0).length).toBeLessThan(200);
    const close = month.truth().filter((entry, index, all) => {
      const previous = all[index - 1];
      return previous?.taskId === entry.taskId && previous.at !== entry.at && entry.at - previous.at < 60_000;
    });
    expect(close.length).toBeGreaterThan(300);
  });

  it('does everything that people do, by Ada too, and where she cannot look', async () => {
    const { month, ada } = await play(1, 5_000);
    const truth = month.truth();
    expect([...new Set(truth.map(({ field }) => field))].sort()).toEqual([
      'assigned_id',
      'comment',
      'comment-deleted',
      'comment-edited',
      'created',
      'deleted',
      'description',
      'due_on',
      'is_private',
      'name',
      'project_id',
      'status',
      'task_list_id',
      'urgent',
      'watcher_ids',
    ]);
    expect(truth.filter(({ actorUserId }) => actorUserId === ada).length).toBeGreaterThan(100);
    expect(truth.filter(({ visibleTo }) => !visibleTo.includes(ada)).length).toBeGreaterThan(500);
    expect(truth.filter(({ field, commentId }) => field === 'status' && commentId === null).length).toBeGreaterThan(10);
    expect(new Set(month.memberships().map(({ kind }) => kind))).toEqual(new Set(['joined', 'left']));
  });

  it('tells a truth that chains: each value before is the value after of the change before it, up to the end', async () => {
    const { simulator, month, first } = await play(5);
    for (const [taskId, entries] of byTask(month.truth(), 'status')) {
      let value: unknown = first.get(taskId)?.status ?? entries[0]?.before;
      for (const { before, after } of entries) {
        expect(before).toBe(value);
        value = after;
      }
      expect(simulator.world.task(taskId).status).toBe(value);
    }
  });

  it('tells each comment with words once, by its author', async () => {
    const { simulator, month } = await play(6);
    const deleted = new Set(
      month
        .truth()
        .filter(({ field }) => field === 'comment-deleted')
        .map(({ commentId }) => commentId),
    );
    const told = month
      .truth()
      .filter(({ field, commentId }) => field === 'comment' && !deleted.has(commentId))
      .map(({ commentId, actorUserId }) => `${commentId} ${actorUserId}`);
    const kept = [...simulator.world.comments.values()]
      .flat()
      .filter(({ body }) => body !== '')
      .map(({ id, userId }) => `${id} ${userId}`);
    expect(told.sort()).toEqual(kept.sort());
  });
});
