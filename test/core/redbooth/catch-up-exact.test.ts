import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { succeed } from '../../../electron/contract/index.ts';
import type { Snapshot } from '../../../electron/core/changes/snapshot.ts';
import { type CaughtUp, type CatchUpRun, createCatchUp } from '../../../electron/core/redbooth/catch-up.ts';
import type { Task } from '../../../electron/core/redbooth/task.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { type ListManners, createMovingList } from './moving-list.ts';

const second = 1_000;
const minute = 60_000;
const day = 86_400_000;
const proper: ListManners = { hasHeaders: true, largestPage: 1000, hasStableTies: true };

/** A catch-up on a list that moves; what it finds is looked at when it has ended, as the worker would. */
const start = (manners: ListManners = proper) => {
  const clock = createFakeClock();
  const list = createMovingList(manners);
  const snapshots = new Map<string, Snapshot>();
  let kept: CaughtUp | null = null;
  let account = '1';
  const see = (task: Task): void =>
    void snapshots.set(task.id, { task, lastCommentId: null, readAt: clock.now(), goneAt: null });
  const catchUp = createCatchUp({
    clock,
    client: { recentTasks: list.recentTasks },
    identify: async () => succeed({ accountId: account }),
    caughtUp: () => ({ read: () => kept, write: (next) => void (kept = next) }),
    snapshot: (_, id) => snapshots.get(id) ?? null,
    adopt: (_, tasks) => tasks.forEach(see),
    append: async (hooks) =>
      succeed(hooks.map((hook, index) => ({ ...hook, id: String(index + 1), receivedAt: clock.now() }))),
  });
  const run = async (): Promise<CatchUpRun & { readonly found: readonly string[] }> => {
    const ran = await catchUp.run();
    await clock.advance(1);
    const found = ran.hooks.map(({ taskId }) => taskId);
    for (const id of found) {
      const task = list.tasks.get(id);
      if (task) see(task);
    }
    return { ...ran, found };
  };
  /** Runs until there is nothing left to read, a minute apart as the rounds do; gives all that was found. */
  const finish = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for (let runs = 0; runs < 300; runs += 1) {
      const ran = await run();
      found.push(...ran.found);
      if (ran.isComplete) return found;
      await clock.advance(minute);
    }
    throw new Error('it comes to no end');
  };
  const unknown = (): readonly string[] =>
    [...list.tasks.values()]
      .filter((task) => JSON.stringify(snapshots.get(task.id)?.task) !== JSON.stringify(task))
      .map(({ id }) => id);
  const fill = (count: number, newest: number, apart = second): void => {
    for (let id = 1; id <= count; id += 1) list.put(id, newest - (count - id) * apart);
  };
  return {
    clock,
    list,
    snapshots,
    run,
    finish,
    unknown,
    fill,
    kept: () => kept,
    become: (id: string) => void (account = id),
  };
};

const move = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('touch'), place: fc.nat(900), count: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), place: fc.nat(900), count: fc.nat(150) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('create'), place: fc.nat(900), count: fc.nat(3) }) },
);

describe('nothing is passed over', () => {
  it('while tasks are updated, made and removed between any two pages, with and without paging headers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          hasHeaders: fc.boolean(),
          isCapped: fc.boolean(),
          apart: fc.constantFrom(0.2 * second, second, 7 * second),
          changed: fc.integer({ min: 1, max: 800 }),
          moves: fc.array(fc.array(move, { maxLength: 4 }), { maxLength: 12 }),
        }),
        async ({ hasHeaders, isCapped, apart, changed, moves }) => {
          // A server that gives less than it is asked for says so in its headers.
          const largestPage = isCapped && hasHeaders ? 30 : 1000;
          const { clock, list, finish, unknown, fill } = start({ hasHeaders, largestPage, hasStableTies: true });
          const now = clock.now() - 40 * day;
          fill(1_000, now, 60 * second);
          await finish();

          const atSecond = (at: number): number => Math.floor(at / second) * second;
          for (let place = 0; place < changed; place += 1) list.touch(999, atSecond(now + day + place * apart));
          const dirty = new Set(unknown());
          let at = atSecond(now + 2 * day);
          let nextId = 5_000;
          list.beforePage((request) => {
            for (const { kind, place, count } of moves[request % 12] ?? []) {
              at += second;
              if (kind === 'remove') {
                list.remove(place, count);
                continue;
              }
              for (let each = 0; each < count; each += 1) {
                nextId += 1;
                if (kind === 'touch') list.touch(place + each * 7, at);
                else list.put(nextId, at);
              }
            }
          });
          const untouched = (): readonly string[] =>
            [...dirty].filter((id) => (list.tasks.get(id)?.updatedAt ?? at) < now + 2 * day);
          await finish();
          const left = new Set(unknown());
          expect(untouched().filter((id) => left.has(id))).toEqual([]);

          list.beforePage(() => undefined);
          await finish();
          expect(unknown()).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);

  it('of what moves to the top while further pages are read, in the same run', async () => {
    const { clock, list, run, finish, fill } = start();
    const now = clock.now() - 40 * day;
    fill(1_000, now);
    await finish();
    for (let place = 0; place < 300; place += 1) list.touch(999, now + day + place * second);
    const before = list.requests();
    list.beforePage((request) => {
      if (request === before + 1) list.put(9_001, now + 2 * day);
    });
    expect((await run()).found).toContain('9001');
  });

  it('where hundreds of tasks share the second at a page’s end, in any order', async () => {
    const { clock, list, finish, unknown, fill } = start({ ...proper, hasStableTies: false });
    const now = clock.now() - day;
    fill(700, now - day);
    await finish();
    for (let id = 1; id <= 400; id += 1) list.put(id, now);
    expect((await finish()).length).toBe(400);
    expect(unknown()).toEqual([]);
  });
});

describe('the whole list', () => {
  it('is read once a day, for changes that renewed no time', async () => {
    const { clock, list, run, finish, fill } = start();
    fill(600, clock.now() - day);
    await finish();
    list.comment(3);
    expect((await run()).found).toEqual([]);
    await clock.advance(day);
    expect(await finish()).toEqual(['3']);
    list.comment(3);
    await clock.advance(minute);
    expect(await finish()).toEqual([]);
  });

  it('brings tasks in that became visible without a change, and tells nothing of them', async () => {
    const { clock, list, finish, snapshots, fill } = start();
    fill(10, clock.now() - day);
    await finish();
    list.put(77, clock.now() - 30 * day);
    await clock.advance(day);
    expect(await finish()).toEqual([]);
    expect(snapshots.has('77')).toBe(true);
  });

  it('is due at once when the clock was set back', async () => {
    const { list, finish, fill, kept, clock } = start();
    fill(10, clock.now() - 2 * day);
    await clock.advance(10 * minute);
    await finish();
    const before = list.requests();
    const wholeAt = kept()?.wholeAt ?? 0;
    expect(wholeAt).toBeGreaterThan(0);
    await finish();
    expect(list.requests()).toBe(before + 1);
  });
});

describe('a catch-up that cannot read it all', () => {
  it('goes on where it stopped, over any number of failures, and finds all', async () => {
    const { clock, list, run, finish, unknown, fill } = start();
    const now = clock.now() - 40 * day;
    fill(4_000, now);
    await finish();
    for (let place = 0; place < 3_000; place += 1) list.touch(3_999, now + day + place * second);
    for (let failures = 0; failures < 4; failures += 1) {
      list.failAt(list.requests() + 3);
      expect(await run()).toMatchObject({ isComplete: false });
    }
    list.failAt(null);
    await finish();
    expect(unknown()).toEqual([]);
  });

  it('keeps what it found before it failed', async () => {
    const { clock, list, run, finish, fill } = start();
    const now = clock.now() - 40 * day;
    fill(1_000, now);
    await finish();
    for (let place = 0; place < 300; place += 1) list.touch(999, now + day + place * second);
    list.failAt(list.requests() + 3);
    const { hooks, failure } = await run();
    expect(failure).toMatchObject({ kind: 'unavailable' });
    expect(hooks.length).toBeGreaterThanOrEqual(100);
  });

  it('tells as news, when it goes on, what was made meanwhile, and not what was there before the first one', async () => {
    const { clock, list, run, finish, snapshots, fill } = start();
    const now = clock.now() - 40 * day;
    fill(3_000, now);
    list.failAt(list.requests() + 3);
    await run();
    expect(snapshots.size).toBeLessThan(3_000);
    list.put(9_001, now + day);
    list.failAt(null);
    expect(await finish()).toEqual(['9001']);
    expect(snapshots.size).toBe(3_001);
  });

  it('reads at most 200 pages of what is new, and then the rest of it', async () => {
    const { clock, list, run, finish, unknown, fill } = start({ ...proper, largestPage: 20 });
    const now = clock.now() - 40 * day;
    fill(5_000, now);
    await finish();
    for (let place = 0; place < 4_900; place += 1) list.touch(4_999, now + day + place * second);
    const before = list.requests();
    expect(await run()).toMatchObject({ isComplete: false, failure: null });
    expect(list.requests() - before).toBeLessThan(210);
    await finish();
    expect(unknown()).toEqual([]);
  });
});

describe('what is read', () => {
  it('is not taken for another account’s when somebody else signs in meanwhile', async () => {
    const { clock, list, run, snapshots, fill, become } = start();
    fill(10, clock.now() - day);
    list.beforePage(() => become('2'));
    expect(await run()).toMatchObject({ failure: { kind: 'signed-out' }, hooks: [] });
    expect(snapshots.size).toBe(0);
  });

  it('is compared by Redbooth’s times only, however wrong our clock is', async () => {
    const { clock, list, finish, fill } = start();
    const redboothNow = clock.now() + 3 * 3_600_000;
    fill(10, redboothNow - day);
    await finish();
    list.touch(4, redboothNow);
    list.put(99, redboothNow);
    expect((await finish()).length).toBe(2);
  });

  it('is not hidden by a task with a time of the far future', async () => {
    const { clock, list, finish, fill } = start();
    fill(10, clock.now() - day);
    list.put(50, clock.now() + 1_000 * day);
    await finish();
    list.touch(4, clock.now());
    expect((await finish()).length).toBe(1);
  });

  it('is asked for once, when list and single task disagree for ever', async () => {
    const { clock, list, finish, snapshots, fill } = start();
    fill(10, clock.now() - minute);
    await finish();
    list.comment(10);
    const alone = { ...list.tasks.get('10'), commentsCount: 0 };
    const seen = snapshots.get('10');
    expect(await finish()).toEqual(['10']);
    if (seen) snapshots.set('10', { ...seen, task: { ...seen.task, ...alone }, readAt: clock.now() });
    await clock.advance(minute);
    expect(await finish()).toEqual([]);
  });
});
