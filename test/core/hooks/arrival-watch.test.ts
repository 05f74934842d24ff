import { describe, expect, it } from 'vitest';
import { createArrivalWatch } from '../../../electron/core/hooks/arrival-watch.ts';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';

const minute = 60_000;

const startWatch = () => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  let missed = 0;
  let changed = 0;
  const make = () =>
    createArrivalWatch({
      database,
      clock,
      log: createFakeLog(),
      onMissed: () => {
        missed += 1;
      },
      onChanged: () => {
        changed += 1;
      },
    });
  let watch = make();
  const hookUrls = createHookUrls({ database, clock, onChanged: () => undefined });
  const hookUrl = hookUrls.add('My organisation');
  if (!hookUrl.ok) throw new Error(hookUrl.failure.message);
  const journal = createJournal({ database, clock, onCommitted: () => undefined });
  /** So many minutes pass, with a proof from outside every 45 s if the URL is reachable. */
  const pass = async (minutes: number, isReachable = true): Promise<void> => {
    for (let left = minutes * minute; left > 0; left -= 45_000) {
      await clock.advance(Math.min(left, 45_000));
      watch.reachable(isReachable ? clock.now() : null);
    }
  };
  /** The catch-up finds a change that was made so many minutes ago. */
  const find = (taskId: string, minutesAgo = 10, accountId = '1', kind: 'updated' | 'gone' = 'updated'): void =>
    watch.recorded([{ accountId, taskId, source: 'catch-up', kind, happenedAt: clock.now() - minutesAgo * minute }]);
  return {
    clock,
    find,
    pass,
    missing: (accountId: string | null = '1') => watch.missing(accountId),
    recordHookChange: (taskId: string) =>
      watch.recorded([{ accountId: '1', taskId, source: 'hook', kind: 'updated', happenedAt: clock.now() - minute }]),
    arrive: async () => {
      await journal.append({ taskId: '7', action: 'update', source: 'listener', hookUrlId: hookUrl.value.id });
      watch.arrived();
    },
    restart: () => {
      watch = make();
    },
    missed: () => missed,
    changed: () => changed,
  };
};

/** Three tasks change over three quarters of an hour, and only the catch-up finds out. */
const missThree = async ({ pass, find }: ReturnType<typeof startWatch>): Promise<void> => {
  await pass(20);
  for (const id of ['7', '8', '9']) {
    find(id);
    await pass(20);
  }
};

describe('hooks are missing', () => {
  it('when three tasks changed over half an hour and no hook came though the URL was reachable', async () => {
    const watch = startWatch();
    await missThree(watch);
    expect(watch.missing()).toEqual({ tasks: 3, isFirst: true });
  });

  it('and had come before', async () => {
    const watch = startWatch();
    await watch.arrive();
    await missThree(watch);
    expect(watch.missing()).toEqual({ tasks: 3, isFirst: false });
  });

  it('no more with the first hook, and from there it is counted anew', async () => {
    const watch = startWatch();
    await missThree(watch);
    await watch.arrive();
    expect(watch.missing()).toBeNull();
    expect(watch.changed()).toBe(1);
    watch.find('7');
    await watch.pass(40);
    watch.find('8');
    expect(watch.missing()).toBeNull();
  });

  it('also when the app was restarted meanwhile', async () => {
    const watch = startWatch();
    await watch.pass(20);
    watch.find('7');
    watch.find('8');
    watch.restart();
    await watch.pass(60);
    watch.find('9');
    expect(watch.missing()).toEqual({ tasks: 3, isFirst: true });
    watch.restart();
    await watch.arrive();
    expect(watch.missing()).toBeNull();
  });

  it('for the account whose tasks they are only', async () => {
    const watch = startWatch();
    await missThree(watch);
    expect(watch.missing('2')).toBeNull();
    expect(watch.missing(null)).toBeNull();
  });
});

describe('nothing is concluded', () => {
  it.for([
    ['two tasks, however often they change', ['7', '8', '7', '8', '7']],
    ['one task', ['7', '7', '7', '7']],
  ] as const)('from %s', async ([, ids]) => {
    const watch = startWatch();
    await watch.pass(20);
    for (const id of ids) {
      watch.find(id);
      await watch.pass(20);
    }
    expect(watch.missing()).toBeNull();
  });

  it('from many changes within a few minutes', async () => {
    const watch = startWatch();
    await watch.pass(20);
    for (const id of ['1', '2', '3', '4', '5', '6']) watch.find(id);
    expect(watch.missing()).toBeNull();
  });

  it('from changes made while the URL was not reachable, or while the machine slept', async () => {
    const watch = startWatch();
    await watch.pass(10);
    await watch.pass(120, false);
    await watch.pass(10);
    for (const [index, id] of ['7', '8', '9'].entries()) watch.find(id, 30 + index * 30);
    await watch.clock.advance(240 * minute);
    await watch.pass(5);
    for (const [index, id] of ['11', '12', '13'].entries()) watch.find(id, 30 + index * 30);
    expect(watch.missing()).toBeNull();
  });

  it('from tasks that are gone, or changed a moment ago, or came by a hook', async () => {
    const watch = startWatch();
    await watch.pass(20);
    for (const id of ['7', '8', '9', '10']) {
      watch.find(id, 10, '1', 'gone');
      watch.find(id, 1);
      watch.recordHookChange(id);
      await watch.pass(20);
    }
    expect(watch.missing()).toBeNull();
    expect(watch.missed()).toBe(0);
  });
});
