import { headers, nanos } from '@nats-io/transport-node';
import { AckPolicy, jetstreamManager } from '@nats-io/jetstream';
import { describe, expect, it } from 'vitest';
import { leaderSubject, teamStream, teamSubject } from '../../../electron/core/team/subjects.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { createNatsServer, natsMissing } from './nats-server.ts';
import { eventually, newMessageId, publish, rawConnection, setUp, startMember, usualLimits } from './stream-world.ts';

const world = async (limits = usualLimits) => {
  const server = await createNatsServer();
  await server.start();
  await setUp(server, null, limits);
  return server;
};
const consumerOf = async (server: Awaited<ReturnType<typeof world>>, name = 'anybody') => {
  const manager = await jetstreamManager(await rawConnection(server));
  return manager.consumers.info(teamStream, name);
};

/** Takes one message in the place of `anybody`, as a broken connection would; answers with the task that it was about. */
const swallowOne = async (server: Awaited<ReturnType<typeof world>>): Promise<{ readonly task: Promise<string> }> => {
  const raw = await rawConnection(server);
  const inbox = 'swallowed';
  const task = new Promise<string>((resolve) => {
    raw.subscribe(inbox, {
      max: 1,
      callback: (_error, message) => resolve(/"id":"(\d+)"/.exec(message.string())?.[1] ?? ''),
    });
  });
  raw.publish(`$JS.API.CONSUMER.MSG.NEXT.${teamStream}.anybody`, JSON.stringify({ batch: 1, expires: nanos(20_000) }), {
    reply: inbox,
  });
  await eventually(async () => (await consumerOf(server)).num_waiting === 2);
  return { task };
};

describe.skipIf(natsMissing !== null)('a member', { timeout: 40_000 }, () => {
  it('takes each hook of the stream into its journal, in order, and acknowledges it', async () => {
    const server = await world();
    const { online, tasks } = startMember(server, { installation: 'anybody' });
    await online();
    await publish(server, ['1', '2', '3']);
    await eventually(() => tasks().length === 3);
    expect(tasks()).toEqual(['1', '2', '3']);
    await eventually(async () => (await consumerOf(server)).ack_floor.stream_seq === 3);
  });

  it('goes on at its own place after it was away, without asking for anything else', async () => {
    const server = await world();
    const history = temporaryHistory();
    const before = startMember(server, { history, installation: 'anybody' });
    await before.online();
    await publish(server, ['1']);
    await eventually(() => before.tasks().length === 1);
    await before.stop();
    await publish(server, ['2', '3']);
    const after = startMember(server, { history, installation: 'anybody' });
    await eventually(() => after.tasks().length === 3);
    expect(after.tasks()).toEqual(['1', '2', '3']);
    expect(after.gaps()).toBe(0);
  });

  it('takes a message once, however often it is on the stream', async () => {
    const server = await world();
    const { online, tasks } = startMember(server, { installation: 'anybody' });
    await online();
    const same = newMessageId();
    await publish(server, ['1'], null, [same]);
    // Beyond the stream's own memory of ids.
    await (
      await jetstreamManager(await rawConnection(server))
    ).streams.update(teamStream, { duplicate_window: 100_000_000 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await publish(server, ['1', '2'], null, [same]);
    await eventually(() => tasks().includes('2'));
    expect(tasks()).toEqual(['1', '2']);
    await eventually(async () => (await consumerOf(server)).ack_floor.stream_seq === 3);
  });

  it('acknowledges nothing that its journal did not take', async () => {
    const server = await world();
    const { online, tasks, breakJournal } = startMember(server, { installation: 'anybody' });
    await online();
    breakJournal(true);
    await publish(server, ['1']);
    await eventually(async () => (await consumerOf(server)).num_ack_pending === 1);
    expect(tasks()).toEqual([]);
    expect((await consumerOf(server)).ack_floor.stream_seq).toBe(0);
  });

  it('goes on by itself when the server is back', async () => {
    const server = await world();
    const { online, tasks, member } = startMember(server, { installation: 'anybody' });
    await online();
    await server.kill();
    await eventually(() => member.current().state === 'offline');
    expect(member.current().trouble?.code).toBe('team-unreachable');
    await server.start();
    await online();
    await publish(server, ['1']);
    await eventually(() => tasks().length === 1);
  });

  it('says that hooks are missing when the stream has moved beyond its place', async () => {
    const server = await world();
    const history = temporaryHistory();
    const before = startMember(server, { history, installation: 'anybody' });
    await before.online();
    await before.stop();
    await publish(server, ['1', '2', '3']);
    await (await jetstreamManager(await rawConnection(server))).streams.purge(teamStream, { seq: 3 });
    const after = startMember(server, { history, installation: 'anybody' });
    await eventually(() => after.tasks().length === 1);
    expect(after.tasks()).toEqual(['3']);
    await eventually(() => after.gaps() > 0);
    expect(after.gaps()).toBe(1);
  });

  it('misses nothing when a hook was handed out to a connection that is no more: it comes again', async () => {
    const server = await world();
    const { online, tasks, gaps } = startMember(server, { installation: 'anybody' });
    await online();
    const swallowed = await swallowOne(server);
    await publish(server, ['1', '2', '3']);
    const taken = await swallowed.task;
    await eventually(() => tasks().length === 3);
    expect(tasks().at(-1)).toBe(taken);
    expect(gaps()).toBe(0);
  });

  it('says that hooks are missing when what was handed out to nobody has left the stream', async () => {
    const server = await world();
    const { online, tasks, gaps } = startMember(server, { installation: 'anybody' });
    await online();
    const swallowed = await swallowOne(server);
    await publish(server, ['1', '2', '3']);
    const taken = await swallowed.task;
    await (await jetstreamManager(await rawConnection(server))).streams.purge(teamStream);
    await eventually(() => gaps() > 0);
    expect(tasks()).toHaveLength(2);
    expect(tasks()).not.toContain(taken);
    await publish(server, ['4']);
    await eventually(() => tasks().includes('4'));
    expect(gaps()).toBe(1);
  });

  it('asks for messages again when it hears that another server leads its consumer', async () => {
    const server = await world();
    const raw = await rawConnection(server);
    let requests = 0;
    raw.subscribe(`$JS.API.CONSUMER.MSG.NEXT.${teamStream}.anybody`, { callback: () => void (requests += 1) });
    const { online, tasks } = startMember(server, { installation: 'anybody' });
    await online();
    await eventually(() => requests === 1);
    raw.publish(leaderSubject('anybody'), '{}');
    await eventually(() => requests === 2);
    await publish(server, ['1']);
    await eventually(() => tasks().length === 1);
  });

  it('gives a consumer of an older version the limits of this one', async () => {
    const server = await world();
    const { consumers } = await jetstreamManager(await rawConnection(server));
    await consumers.add(teamStream, {
      durable_name: 'anybody',
      description: 'anybody',
      filter_subject: teamSubject,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(30_000),
    });
    const { online, gaps } = startMember(server, { installation: 'anybody' });
    await online();
    expect((await consumerOf(server)).config.backoff).toEqual([4_000, 10_000, 30_000].map((each) => nanos(each)));
    expect(gaps()).toBe(0);
  });

  it('begins where it was when its consumer was deleted, and says so', async () => {
    const server = await world();
    const since = Date.now() - 1_000;
    await publish(server, ['1', '2']);
    const { tasks, gaps } = startMember(server, { installation: 'anybody', since });
    await eventually(() => tasks().length === 2);
    expect(gaps()).toBe(1);
  });

  it('begins with what comes from now on when it is new', async () => {
    const server = await world();
    await publish(server, ['1']);
    const { tasks, online, gaps } = startMember(server, { installation: 'anybody' });
    await online();
    await publish(server, ['2']);
    await eventually(() => tasks().length > 0);
    expect(tasks()).toEqual(['2']);
    expect(gaps()).toBe(0);
  });

  it.each<[string, { body?: string; id?: string | null }]>([
    ['is not JSON', { body: 'hook' }],
    ['names no task', { body: '{"type":"task","action":"update"}' }],
    ['holds many hooks', { body: '[{"type":"task","id":"1"},{"type":"task","id":"2"}]' }],
    ['is of another kind', { body: '{"type":"note","id":"1"}' }],
    ['has no id', { id: null }],
    ['has an id that is none', { id: '../../etc/passwd\u00e9' }],
    ['has an id without end', { id: 'a'.repeat(500) }],
    ['is huge', { body: JSON.stringify({ type: 'task', id: '1', action: 'x'.repeat(200_000) }) }],
  ])(
    'is not blocked by a message that %s',
    async (_what, { body = '{"type":"task","id":"1"}', id = newMessageId() }) => {
      const server = await world();
      const { streams } = await jetstreamManager(await rawConnection(server));
      await streams.update(teamStream, { max_msg_size: -1 });
      const { online, tasks, member } = startMember(server, { installation: 'anybody' });
      await online();
      const hostile = await rawConnection(server);
      const head = headers();
      if (id !== null) head.set('Nats-Msg-Id', id);
      await hostile.request(teamSubject, body, { headers: head, timeout: 5_000 });
      await publish(server, ['2']);
      await eventually(() => tasks().length > 0);
      expect(tasks()).toEqual(['2']);
      expect(member.counts()).toEqual({ received: 1, refused: 1 });
      await eventually(async () => (await consumerOf(server)).ack_floor.stream_seq === 2);
    },
  );
});
