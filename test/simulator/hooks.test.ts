import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startReceiver, startSimulator } from './start.ts';

const started = async (options: Parameters<typeof startSimulator>[0] = {}, status = 200) => {
  const receiver = await startReceiver(status);
  const { simulator, clock, origin } = await startSimulator(options);
  simulator.attachHook(receiver.url);
  return { ...receiver, simulator, clock, origin };
};

describe('web hooks', () => {
  it('are a POST of exactly the four documented fields', async () => {
    const { simulator, origin, received } = await started();
    const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo' });
    await simulator.hooksIdle();
    expect(received).toEqual([
      {
        method: 'POST',
        url: '/secret',
        contentType: 'application/json',
        body: JSON.stringify({ type: 'task', id: taskId, url: `${origin}/api/3/tasks/${taskId}`, action: 'create' }),
      },
    ]);
  });

  it('come for each kind of change, in the words of the hooks page', async () => {
    const { simulator } = await started();
    const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo' });
    simulator.editTask(taskId, { name: 'Book the venue' }, 'bo');
    simulator.comment(taskId, 'Done', 'ada');
    simulator.deleteTask(taskId, 'bo');
    await simulator.hooksIdle();
    expect(
      simulator
        .deliveries()
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['create', 'delete', 'update', 'update']);
  });

  it('are sent for changes by API as well, after the reply at the latest', async () => {
    const { simulator, origin, received } = await started();
    const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo', silently: true });
    await fetch(`${origin}/api/3/tasks/${taskId}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${simulator.signIn('ada').accessToken}`, 'content-type': 'application/json' },
      body: '{"status":"hold"}',
    });
    await simulator.hooksIdle();
    expect(received).toHaveLength(1);
  });

  it('go to every target, attached or asked for, and to none that was detached', async () => {
    const [second, third] = [await startReceiver(), await startReceiver()];
    const { simulator, received } = await started({ hookTargets: () => [second.url] });
    simulator.attachHook(third.url);
    simulator.detachHook(third.url);
    simulator.createTask({ name: 'a', by: 'bo' });
    await simulator.hooksIdle();
    expect([received.length, second.received.length, third.received.length]).toEqual([1, 1, 0]);
  });

  it('reach a name under .localhost, whatever the resolver knows', async () => {
    const { port, received } = await startReceiver();
    const { simulator } = await startSimulator();
    simulator.attachHook(`http://some-name.localhost:${port}/hook`);
    simulator.createTask({ name: 'a', by: 'bo' });
    await simulator.hooksIdle();
    expect(received.map(({ url }) => url)).toEqual(['/hook']);
  });

  it('are recorded with what became of them, and never sent again', async () => {
    const { simulator, clock, url, received } = await started({}, 503);
    simulator.attachHook('http://127.0.0.1:1/closed');
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo' });
    await simulator.hooksIdle();
    const common = { taskId, action: 'create', attempt: 1, sentAt: clock.now(), at: clock.now() };
    expect(simulator.deliveries()).toHaveLength(2);
    expect(simulator.deliveries()).toContainEqual({ ...common, target: url, status: 503, failure: null });
    expect(simulator.deliveries()).toContainEqual({
      ...common,
      target: 'http://127.0.0.1:1/closed',
      status: null,
      failure: expect.stringContaining('ECONNREFUSED'),
    });
    expect(received).toHaveLength(1);
  });

  it('can be left out for one action', async () => {
    const { simulator, received } = await started();
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo', silently: true });
    simulator.editTask(taskId, { name: 'b' }, 'bo', { silently: true });
    simulator.comment(taskId, 'c', 'bo', { silently: true });
    simulator.deleteTask(taskId, 'bo', { silently: true });
    await simulator.hooksIdle();
    expect(received).toEqual([]);
  });

  it('all arrive when hundreds are fired at once', async () => {
    const { simulator, received } = await started();
    for (let index = 0; index < 300; index += 1) simulator.createTask({ name: String(index), by: 'bo' });
    await simulator.hooksIdle();
    expect(received).toHaveLength(300);
    expect(simulator.deliveries().every(({ status }) => status === 200)).toBe(true);
  });
});

describe('hooks that are not answered well', () => {
  const attempts = (simulator: { deliveries(): readonly { attempt: number }[] }): number[] =>
    simulator.deliveries().map(({ attempt }) => attempt);

  it('can be sent again after a while, so many times', async () => {
    const { simulator, clock } = await started({ quirks: { hookRetries: 2, hookRetryDelay: 5000 } }, 503);
    simulator.createTask({ name: 'a', by: 'bo' });
    const answered = async (count: number): Promise<void> => {
      while (simulator.deliveries().length < count) await new Promise((resolve) => setImmediate(resolve));
    };
    await answered(1);
    await clock.advance(4999);
    expect(attempts(simulator)).toEqual([1]);
    await clock.advance(1);
    await answered(2);
    await clock.advance(5000);
    await answered(3);
    await simulator.hooksIdle();
    expect(attempts(simulator)).toEqual([1, 2, 3]);
    expect(clock.waiting()).toBe(0);
  });

  it('are not sent again once one was answered', async () => {
    const { simulator, clock } = await started({ quirks: { hookRetries: 2 } });
    simulator.createTask({ name: 'a', by: 'bo' });
    await simulator.hooksIdle();
    expect([attempts(simulator), clock.waiting()]).toEqual([[1], 0]);
  });

  it('are given up when there is no answer in time', async () => {
    const { simulator } = await startSimulator({ quirks: { hookTimeout: 50 } });
    const silent = createServer(() => undefined);
    onTestFinished(() => {
      silent.closeAllConnections();
      silent.close();
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    simulator.attachHook(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/x`);
    simulator.createTask({ name: 'a', by: 'bo' });
    await simulator.hooksIdle();
    expect(simulator.deliveries()).toMatchObject([{ status: null, failure: 'no answer in time' }]);
  });

  it('can end in no more hooks for that URL, until it is pasted again', async () => {
    const { simulator, url, received } = await started({ quirks: { hookDisabledAfter: 2 } }, 500);
    const good = await startReceiver();
    simulator.attachHook(good.url);
    for (const name of ['a', 'b', 'c']) {
      simulator.createTask({ name, by: 'bo' });
      await simulator.hooksIdle();
    }
    expect([received.length, good.received.length]).toEqual([2, 3]);
    expect(simulator.disabledHookUrls()).toEqual([url]);
    simulator.attachHook(url);
    simulator.createTask({ name: 'd', by: 'bo' });
    await simulator.hooksIdle();
    expect([received.length, simulator.disabledHookUrls()]).toEqual([3, []]);
  });
});

describe('hooks that go astray', () => {
  const fates = async (seed: number, traffic: { drop?: number; double?: number }): Promise<string[]> => {
    const { simulator } = await started({ seed });
    simulator.setHookTraffic(traffic);
    const created = Array.from({ length: 60 }, () => simulator.createTask({ name: 'a', by: 'bo' }).taskId);
    await simulator.hooksIdle();
    return simulator
      .deliveries()
      .map(({ taskId }) => String(created.indexOf(taskId)))
      .sort();
  };

  it('are dropped by the seed', async () => {
    const some = await fates(5, { drop: 0.5 });
    expect(some.length).toBeGreaterThan(10);
    expect(some.length).toBeLessThan(50);
    expect(await fates(5, { drop: 0.5 })).toEqual(some);
    expect(await fates(6, { drop: 0.5 })).not.toEqual(some);
  });

  it('are doubled by the seed', async () => {
    expect(await fates(5, { double: 1 })).toHaveLength(120);
    expect((await fates(5, { double: 0.5 })).length).toBeGreaterThan(60);
  });

  it('overtake each other within the time given', async () => {
    const { simulator, clock } = await started();
    simulator.setHookTraffic({ shuffleWithin: 1000 });
    const created = Array.from({ length: 20 }, () => simulator.createTask({ name: 'a', by: 'bo' }).taskId);
    await clock.advance(1000);
    await simulator.hooksIdle();
    const sent = [...simulator.deliveries()].sort((a, b) => a.sentAt - b.sentAt).map(({ taskId }) => taskId);
    expect(sent).not.toEqual(created);
    expect([...sent].sort()).toEqual([...created].sort());
  });

  it('are let go of when the simulator is disposed', async () => {
    const { simulator, clock } = await started();
    simulator.setHookTraffic({ shuffleWithin: 1000 });
    simulator.createTask({ name: 'a', by: 'bo' });
    await simulator.dispose();
    await simulator.hooksIdle();
    expect(clock.waiting()).toBe(0);
  });
});
