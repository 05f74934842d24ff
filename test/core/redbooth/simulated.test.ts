import { describe, expect, it, onTestFinished } from 'vitest';
import { createRedboothClient } from '../../../electron/core/redbooth/client.ts';
import { createLimiter } from '../../../electron/core/redbooth/limiter.ts';
import type { Quirks } from '../../../electron/simulator/quirks.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createTokens, failureOf, createNotedLog, valueOf } from './talk.ts';

/** Ada of the simulated office, by the real client; time stands still a minute after the last save. */
const start = async (quirks: Partial<Quirks> = {}) => {
  // The server's Date header is the machine's own.
  const clock = createFakeClock(Date.now() - 120_000);
  const simulator = createSimulator({ seed: 7, clock, quirks });
  const { origin } = await simulator.listen();
  const limiter = createLimiter({ clock, rate: 1_000, burst: 1_000 });
  const client = createRedboothClient({
    origin,
    fetch: (url, init) => fetch(url, init),
    tokens: createTokens(simulator.signIn('ada').accessToken),
    clock,
    random: () => 0.5,
    limiter,
    log: createNotedLog(),
  });
  onTestFinished(async () => {
    client.dispose();
    limiter.dispose();
    await simulator.dispose();
  });
  const ada = simulator.world.userNamed('ada');
  const task = [...simulator.world.tasks.values()].find((each) => simulator.world.canSee(ada, each));
  if (task === undefined) throw new Error('Ada sees no task');
  return { client, clock, simulator, ada, task };
};

const bothWays: readonly Partial<Quirks>[] = [
  {},
  { taskReply: 'array', status: 'number', errorBody: 'text', notFound: 'html', pagingHeaders: false },
];

describe.each(bothWays)('the simulated Redbooth, with %j', (quirks) => {
  it('takes a status', async () => {
    const { client, simulator, task, ada } = await start(quirks);
    expect(valueOf(await client.setTaskStatus(task.id, 'resolved'))).toMatchObject({
      id: task.id,
      status: 'resolved',
      updatedByUserId: ada.id,
    });
    expect(simulator.world.task(task.id).status).toBe('resolved');
    expect(valueOf(await client.setTaskStatus(task.id, 'open')).status).toBe('open');
  });

  it('takes a comment, once', async () => {
    const { client, simulator, task, ada } = await start(quirks);
    expect((await client.addComment(task.id, 'On my way @bo')).ok).toBe(true);
    const comments = (simulator.world.comments.get(task.id) ?? []).filter(({ body }) => body === 'On my way @bo');
    expect(comments.map(({ userId }) => userId)).toEqual([ada.id]);
  });

  it('has no task to write to once it is deleted', async () => {
    const { client, simulator, task } = await start(quirks);
    simulator.deleteTask(task.id, 'ada');
    expect(failureOf(await client.setTaskStatus(task.id, 'open'))).toEqual({ kind: 'missing' });
    expect(failureOf(await client.addComment(task.id, 'Too late'))).toEqual({ kind: 'missing' });
  });

  it('lists the ids of a project’s tasks, page by page', async () => {
    const { client, simulator, task } = await start(quirks);
    const expected = [...simulator.world.tasks.values()].filter((each) => each.projectId === task.projectId);
    const ids: string[] = [];
    for (let page = 1; page < 100; page += 1) {
      const read = valueOf(await client.inBackground.taskIds(task.projectId, page, 2));
      ids.push(...read.ids);
      if (read.isLast) break;
    }
    expect(ids).toEqual(expected.map(({ id }) => id).sort((left, right) => Number(left) - Number(right)));
  });
});

describe('a task that is asked for again', () => {
  it.each<[Quirks['etag'], readonly number[]]>([
    ['strong', [200, 304, 200]],
    ['weak', [200, 304, 200]],
    ['ignored', [200, 200, 200]],
    ['none', [200, 200, 200]],
  ])('is as it is in Redbooth, with ETags that are %s', async (etag, statuses) => {
    const { client, clock, simulator, task } = await start({ etag });
    const first = valueOf(await client.task(task.id));
    expect(valueOf(await client.task(task.id))).toEqual(first);
    await clock.advance(60_000);
    simulator.editTask(task.id, { name: 'Another name' }, 'ada');
    expect(valueOf(await client.task(task.id)).name).toBe('Another name');
    expect(simulator.requests().map(({ status }) => status)).toEqual(statuses);
  });
});
