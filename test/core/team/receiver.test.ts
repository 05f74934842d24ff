import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../electron/core/clock.ts';
import type { OperatorLine } from '../../../electron/core/operator/line.ts';
import { createSettings } from '../../../electron/core/settings/settings.ts';
import * as nats from '../../../electron/core/team/nats.ts';
import { createHealthServer } from '../../../electron/core/team/health-server.ts';
import { createReceiver } from '../../../electron/core/team/receiver.ts';
import { teamSubject } from '../../../electron/core/team/subjects.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { readingAt } from '../../fakes/reading.ts';
import { createNatsServer, natsMissing } from './nats-server.ts';
import { eventually, rawConnection, setUp, startMember } from './stream-world.ts';

const start = async () => {
  const server = await createNatsServer();
  await server.start();
  await setUp(server);
  const database = temporaryHistory().open();
  const settings = createSettings({ read: () => ({ tunnel: 'off' }), write: () => undefined }, {}, {}, () => undefined);
  if (!settings.ok) throw new Error(settings.failure);
  const lines: OperatorLine[] = [];
  const receiver = createReceiver({
    database,
    settings: settings.value,
    hookPort: null,
    loadNats: async () => nats,
    servers: server.url,
    credentials: async () => null,
    certificatesFile: null,
    clock: systemClock,
    random: () => 0,
    log: createFakeLog(),
    fetch,
    report: (line) => void lines.push(line),
    reading: () => readingAt(systemClock.now()),
  });
  const started = await receiver.start();
  if (!started.ok) throw new Error(started.failure.message);
  onTestFinished(() => receiver.dispose());
  await eventually(() => receiver.health().connection === 'online');
  return {
    server,
    receiver,
    lines,
    post: async (taskId: string): Promise<number> => {
      const body = JSON.stringify({ type: 'task', id: taskId, url: 'https://redbooth.com/x', action: 'update' });
      const response = await fetch(started.value.localUrl, { method: 'POST', body });
      return response.status;
    },
  };
};

describe.skipIf(natsMissing !== null)('a receiver', { timeout: 40_000 }, () => {
  it('passes on the number of the task and what happened, and nothing else of what was sent', async () => {
    const { server, post, lines } = await start();
    const connection = await rawConnection(server);
    const bodies: string[] = [];
    connection.subscribe(teamSubject, { callback: (_error, message) => void bodies.push(message.string()) });
    await connection.flush();
    expect(await post('7')).toBe(200);
    await eventually(() => bodies.length === 1);
    expect(bodies).toEqual(['{"type":"task","id":"7","action":"update"}']);
    expect(lines.filter(({ event }) => event === 'hook')).toMatchObject([{ taskId: '7', action: 'update' }]);
  });

  it('answers while the server still hangs, and sends it all once it goes on', async () => {
    const { server, post, receiver } = await start();
    const member = startMember(server, { installation: 'anybody' });
    await member.online();
    server.freeze();
    expect(await Promise.all(['1', '2', '3'].map(post))).toEqual([200, 200, 200]);
    expect(receiver.health()).toMatchObject({ status: 'keeping', backlog: 3 });
    server.thaw();
    await eventually(() => receiver.health().status === 'forwarding');
    await eventually(() => member.tasks().length === 3);
    expect([...member.tasks()].sort()).toEqual(['1', '2', '3']);
  });
});

it('the health of a receiver is 200 while it can take hooks, 503 when it cannot, and nothing else is there', async () => {
  let status: 'forwarding' | 'keeping' | 'refusing' = 'forwarding';
  const server = createHealthServer(() => ({ status, connection: 'online', backlog: 0, trouble: null }));
  const listening = await server.listen(0);
  if (!listening.ok) throw new Error(listening.failure.message);
  onTestFinished(() => server.dispose());
  const code = async (path: string, method = 'GET'): Promise<number> =>
    (await fetch(`http://127.0.0.1:${listening.value}${path}`, { method })).status;
  expect(await code('/health')).toBe(200);
  status = 'keeping';
  expect(await code('/health')).toBe(200);
  status = 'refusing';
  expect(await code('/health')).toBe(503);
  expect(await code('/')).toBe(404);
  expect(await code('/health', 'POST')).toBe(404);
});
