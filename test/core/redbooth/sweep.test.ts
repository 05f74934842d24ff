import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../electron/contract/index.ts';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import { createKept } from '../../../electron/core/database/kept.ts';
import type { ApiFailure } from '../../../electron/core/redbooth/client-port.ts';
import { createSweep, sweptSchema } from '../../../electron/core/redbooth/sweep.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { aTask } from '../../fakes/task.ts';

const minute = 60_000;
const day = 86_400_000;

/** A sweep over two projects; `10` has tasks 1 to 8, `20` has 21 and 22. What it asks for is looked at when a test says so. */
const startSweep = () => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const store = createChangeStore(database, clock);
  const swept = createKept(database, 'swept/1', sweptSchema);
  const ids = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, n) => String(from + n));
  const listed = new Map([
    ['10', ids(1, 8)],
    ['20', ids(21, 22)],
  ]);
  for (const [projectId, taskIds] of listed)
    store.adopt(
      '1',
      taskIds.map((id) => aTask({ id, projectId })),
    );
  const requests: string[] = [];
  const asked: string[][] = [];
  const waiting = new Set<string>();
  const failures = new Map<string, ApiFailure>();
  let account = '1';
  let looked = 0;
  const make = () =>
    createSweep({
      clock,
      log: createFakeLog(),
      client: {
        taskIds: async (projectId, page, perPage) => {
          requests.push(`${projectId} ${page}/${perPage}`);
          const failure = failures.get(`${projectId} ${page}`);
          if (failure) return fail(failure);
          const size = Math.min(perPage, 5);
          const all = listed.get(projectId) ?? [];
          return succeed({ ids: all.slice((page - 1) * size, page * size), isLast: page * size >= all.length });
        },
      },
      identify: async () => succeed({ accountId: account }),
      store,
      swept: () => swept,
      append: async (hooks) => {
        asked.push(hooks.map(({ taskId }) => taskId));
        for (const { taskId } of hooks) waiting.add(taskId);
        return succeed(hooks.map((hook) => ({ ...hook, id: '1', receivedAt: clock.now() })));
      },
      waiting: () => waiting,
      onLooked: () => {
        looked += 1;
      },
    });
  const sweep = make();
  /** A day passes, and the sweep has time to list everything. */
  const nextDay = async (): Promise<void> => {
    await clock.advance(day);
    void sweep.sweep();
    await clock.advance(minute);
  };
  return {
    clock,
    listed,
    requests,
    asked,
    waiting,
    failures,
    swept,
    sweep,
    make,
    nextDay,
    begin: async () => {
      await sweep.sweep();
    },
    looked: () => looked,
    become: (id: string) => void (account = id),
  };
};

describe('the sweep', () => {
  it('comes a day after everything was read for the first time, and then once a day', async () => {
    const { clock, sweep, begin, nextDay, requests } = startSweep();
    await begin();
    await clock.advance(day - 1);
    await sweep.sweep();
    expect(requests).toEqual([]);
    await clock.advance(1);
    void sweep.sweep();
    await clock.advance(minute);
    expect(requests).toEqual(['10 1/1000', '10 2/1000', '20 1/1000']);
    void sweep.sweep();
    await clock.advance(minute);
    expect(requests).toHaveLength(3);
    await nextDay();
    expect(requests).toHaveLength(6);
  });

  it('has exactly the missing tasks looked at', async () => {
    const { begin, nextDay, listed, asked } = startSweep();
    await begin();
    listed.set('10', ['1', '2', '4', '5', '6', '8', '99']);
    await nextDay();
    expect(asked).toEqual([['3', '7']]);
  });

  it('has a few looked at at a time, and goes on when they are settled', async () => {
    const { clock, begin, nextDay, listed, asked, waiting, sweep, looked } = startSweep();
    await begin();
    listed.set('10', ['1']);
    await nextDay();
    await clock.advance(60 * minute);
    expect(asked).toEqual([['2', '3', '4', '5', '6']]);
    expect(sweep.isLooking()).toBe(true);
    waiting.clear();
    await clock.advance(minute);
    expect(asked[1]).toEqual(['7', '8']);
    expect(looked()).toBe(0);
    waiting.clear();
    await clock.advance(minute);
    expect(sweep.isLooking()).toBe(false);
    expect(looked()).toBe(1);
  });

  it('asks for nothing that a hook waits for already', async () => {
    const { begin, nextDay, listed, asked, waiting } = startSweep();
    await begin();
    listed.set('10', ['1', '2', '4', '5', '6', '8']);
    waiting.add('3');
    await nextDay();
    expect(asked).toEqual([['7']]);
  });

  it.for([
    ['a list that breaks off', '10 2', { kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 }],
    ['a list whose later page is refused', '10 2', { kind: 'forbidden' }],
    ['a list that does not come at all', '10 1', { kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 }],
  ] as const)('concludes nothing from %s', async ([, at, failure]) => {
    const { begin, nextDay, listed, asked, failures } = startSweep();
    await begin();
    listed.set('10', ['1', '2', '3', '4', '5', '6']);
    failures.set(at, failure);
    await nextDay();
    expect(asked).toEqual([]);
  });

  it('takes a project that cannot be seen any more as empty: each task’s own answer decides', async () => {
    const { begin, nextDay, asked, failures } = startSweep();
    await begin();
    failures.set('20 1', { kind: 'missing' });
    await nextDay();
    expect(asked).toEqual([['21', '22']]);
  });

  it('goes on with the project it had come to when it was cut short, also by a restart', async () => {
    const { clock, begin, nextDay, requests, failures, make } = startSweep();
    await begin();
    failures.set('20 1', { kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 });
    await nextDay();
    expect(requests).toEqual(['10 1/1000', '10 2/1000', '20 1/1000']);
    failures.clear();
    void make().sweep();
    await clock.advance(minute);
    expect(requests.slice(3)).toEqual(['20 1/1000']);
  });

  it('begins anew when the clock was set back', async () => {
    const { clock, begin, requests, swept, sweep } = startSweep();
    await begin();
    swept.write({ begunAt: clock.now() + 10 * day, done: null });
    void sweep.sweep();
    await clock.advance(minute);
    expect(requests).toHaveLength(3);
    expect(swept.read()?.begunAt).toBeLessThan(clock.now() + day);
  });

  it('stops when somebody else is signed in', async () => {
    const { begin, clock, sweep, listed, asked, become } = startSweep();
    await begin();
    listed.set('10', []);
    await clock.advance(day);
    void sweep.sweep();
    await clock.advance(1);
    become('2');
    await clock.advance(minute);
    expect(asked).toEqual([]);
  });

  it('ends when told to, wherever it is, and leaves no timer', async () => {
    const { begin, clock, sweep, requests } = startSweep();
    await begin();
    await clock.advance(day);
    void sweep.sweep();
    await clock.advance(1);
    await sweep.halt();
    expect(clock.waiting()).toBe(0);
    expect(requests).toEqual([]);
    void sweep.sweep();
    await clock.advance(minute);
    expect(requests).toHaveLength(3);
  });
});
