/**
 * The seventeen known troubles of localtunnel, its client and its servers, by the numbers of docs/testing.md, and what this
 * app does instead: it neither crashes nor hangs, never retries in a tight loop, and never goes dead in silence. Sockets
 * are real; time is simulated.
 */
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { type IncomingHttpHeaders, createServer as createHttpServer } from 'node:http';
import { type Server, Socket, connect, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { TunnelState } from '../../../electron/core/tunnel/tunnel-state.ts';
import { createNonces } from '../../../electron/core/hooks/nonces.ts';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { createListener } from '../../../electron/core/hooks/listener.ts';
import { createLog } from '../../../electron/core/log.ts';
import { succeed } from '../../../electron/contract/index.ts';
import { createLocaltunnelProvider } from '../../../electron/core/tunnel/localtunnel.ts';
import { createRelayConnections } from '../../../electron/core/tunnel/localtunnel/connections.ts';
import { createRelaySlot } from '../../../electron/core/tunnel/localtunnel/relay-slot.ts';
import type { AcceptSocket, OpenResult } from '../../../electron/core/tunnel/provider.ts';
import { createRelay } from '../../../electron/simulator/relay/relay.ts';
import { portOf } from '../../../electron/simulator/relay/tunnel-port.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { type FastPassage, createFastPassage, outlast, step } from '../../storm/passage.ts';
import { type PostOutcome, postHook } from '../../storm/post.ts';
import { type World, startWorld } from '../../storm/world.ts';

const name = 'a23456789012345678901234';

type Setting = {
  readonly world: World;
  readonly passage: FastPassage;
  readonly states: readonly TunnelState[];
  readonly state: () => TunnelState;
  /** Lets time pass until the tunnel is as asked; rejects after two minutes. */
  readonly until: (isSo: (state: TunnelState) => boolean) => Promise<void>;
  readonly post: (taskId: string) => Promise<PostOutcome>;
};

/** The app's way in behind a relay that may do wrong from the first moment on. */
const setUp = async (...[fault]: Parameters<World['relay']['fault']> | []): Promise<Setting> => {
  let appending = 0;
  const states: TunnelState[] = [];
  const passage = createFastPassage(() => appending > 0);
  const world = await startWorld({
    directory: temporaryDirectory(),
    clock: passage.clock,
    random: () => 0.5,
    onState: (state) => states.push(state),
    onAppending: (difference) => {
      appending += difference;
    },
  });
  if (fault !== undefined) world.relay.fault(fault);
  onTestFinished(() => outlast(passage, world.dispose()));
  const state = (): TunnelState => world.supervisor.current();
  return {
    world,
    passage,
    states,
    state,
    until: async (isSo) => {
      for (let waited = 0; !isSo(state()); waited += step) {
        if (waited > 120_000) throw new Error(`still ${state().state} (${state().cause}) after two minutes`);
        await passage.pass(step);
      }
    },
    post: (taskId) => outlast(passage, postHook(world.hookUrl, taskId, passage.clock)),
  };
};

const isOnline = ({ state }: TunnelState): boolean => state === 'online';
const isNotOnline = (state: TunnelState): boolean => !isOnline(state);

const online = async (): Promise<Setting> => {
  const setting = await setUp();
  await setting.until(isOnline);
  return setting;
};

/** A port of a test's own making. */
const listen = async (server: Server): Promise<number> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return portOf(server.address());
};

/** Opens a tunnel without its supervisor. */
const openAt = async (
  host: string,
  passage: FastPassage,
  accept: AcceptSocket = () => undefined,
): Promise<OpenResult> => {
  const provider = createLocaltunnelProvider({ host, name, fetch, accept, clock: passage.clock, random: () => 0.5 });
  const opening = await outlast(passage, provider.open(new AbortController().signal));
  if (opening.ok) onTestFinished(() => opening.tunnel.dispose());
  return opening;
};

/** Says where a relay is that grants every name and sends its clients to `port`. */
const grantingRelay = async (port: number, onAsked: (headers: IncomingHttpHeaders) => void = () => undefined) => {
  const server = createHttpServer((request, response) => {
    onAsked(request.headers);
    response.setHeader('connection', 'close');
    response.end(JSON.stringify({ id: name, port, url: `http://${name}.localhost`, max_conn_count: 10 }));
  });
  return `http://127.0.0.1:${await listen(server)}`;
};

const refusingPort = async (): Promise<number> => {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return port;
};

describe('the client', () => {
  test('1: a refused connection ends neither the process nor the tunnel’s supervision', async () => {
    const passage = createFastPassage(() => false);
    const opening = await openAt(await grantingRelay(await refusingPort()), passage);
    expect(opening).toMatchObject({ ok: false, trouble: { cause: 'relay-connections-lost', final: false } });
    expect(passage.waiting()).toBe(0);
  });

  test('2: after a relay dropped everything and refused, it is registered and dialled anew when it returns', async () => {
    const { world, passage, state, until, post } = await online();
    world.relay.fault('refuse');
    await until(isNotOnline);
    await passage.pass(10_000);
    expect(state()).toMatchObject({ state: 'offline' });
    world.relay.fault(null);
    await until(isOnline);
    expect(await post('7')).toBe('acknowledged');
  });

  test.for(['EHOSTUNREACH', 'ETIMEDOUT', 'ENETUNREACH', 'ECONNRESET'])(
    '3: a connection that fails with %s is dialled again',
    async (code) => {
      const passage = createFastPassage(() => false);
      let dialled = 0;
      const slot = createRelaySlot({
        dial: () => {
          dialled += 1;
          const socket = new Socket();
          setImmediate(() => socket.destroy(Object.assign(new Error(code), { code })));
          return socket;
        },
        accept: () => undefined,
        clock: passage.clock,
        random: () => 1,
        onConnect: () => undefined,
        onSteady: () => undefined,
        onClosed: () => undefined,
        mayRenew: () => false,
      });
      onTestFinished(() => slot.dispose());
      await passage.pass(4000);
      expect(dialled).toBe(4);
    },
  );

  test('3: a connection that never comes about is given up after ten seconds and dialled again', async () => {
    const passage = createFastPassage(() => false);
    const dialled: Socket[] = [];
    const slot = createRelaySlot({
      dial: () => {
        const socket = new Socket();
        dialled.push(socket);
        return socket;
      },
      accept: () => undefined,
      clock: passage.clock,
      random: () => 1,
      onConnect: () => undefined,
      onSteady: () => undefined,
      onClosed: () => undefined,
      mayRenew: () => false,
    });
    onTestFinished(() => slot.dispose());
    await passage.pass(11_000);
    expect(dialled.map(({ destroyed }) => destroyed)).toEqual([true, false]);
  });

  test('4: a relay that takes four connections of the ten it offered is not dialled in a tight loop', async () => {
    const passage = createFastPassage(() => false);
    let dialled = 0;
    let held = 0;
    const port = await listen(
      createServer((socket) => {
        dialled += 1;
        if (held >= 4) socket.destroy();
        else held += 1;
      }),
    );
    let isLost = false;
    const connections = createRelayConnections({
      registration: { url: 'http://name.relay.test', address: '127.0.0.1', port, connectionLimit: 10 },
      accept: (socket) => socket.resume(),
      clock: passage.clock,
      random: () => 0.5,
      onConnect: () => undefined,
      onDoubt: () => undefined,
      onLost: () => {
        isLost = true;
      },
    });
    onTestFinished(() => connections.dispose());
    await passage.pass(60_000);
    expect(held).toBe(4);
    expect(isLost).toBe(false);
    // Six slots, each at 0.4, 1.1, 2.6, 5.6, 11.6, 19.1 … s.
    expect(dialled).toBeLessThan(4 + 6 * 15);
    expect(dialled).toBeGreaterThan(4 + 6 * 5);
  });

  test('5: a relay that refuses with 403 is named as such, and not asked again each second', async () => {
    const { world, passage, states, state } = await setUp('forbid');
    await passage.pass(60_000);
    expect(state()).toMatchObject({ state: 'offline', cause: 'relay-rejected' });
    expect(states.map(({ state }) => state)).toEqual(['connecting', 'offline']);
    world.relay.fault(null);
    expect(await outlast(passage, world.supervisor.test())).toMatchObject({ cause: null });
  });

  test('6: a registration that is never answered is given up after four seconds, and tried again', async () => {
    const { world, passage, state, until } = await setUp('hang');
    await passage.pass(3900);
    expect(state().state).toBe('connecting');
    await passage.pass(200);
    expect(state()).toMatchObject({ state: 'offline', cause: 'relay-hung' });
    world.relay.fault(null);
    await until(isOnline);
  });

  test('7: a name that was silently exchanged is not taken up, asked for during 90 s, and then called lost', async () => {
    const { world, passage, states, until, state } = await online();
    const { url } = state();
    world.relay.fault('refuse');
    await passage.pass(1500);
    world.relay.fault('wrong-name');
    const since = passage.clock.now();
    await until(({ state }) => state === 'name-lost');
    expect(passage.clock.now() - since).toBeGreaterThanOrEqual(89_000);
    expect(new Set(states.map((state) => state.url))).toEqual(new Set([null, url]));
    world.relay.fault(null);
    await until(isOnline);
    expect(state().url).toBe(url);
  });

  test('8: another’s answer on our name is told from ours, and nothing is called reachable', async () => {
    const { world, passage, state, until, post } = await online();
    world.relay.fault('taken');
    expect(await outlast(passage, world.supervisor.test())).toMatchObject({ cause: 'foreign-answer' });
    expect(isOnline(state())).toBe(false);
    expect(await post('7')).toBe('foreign');
    expect(world.journalled().size).toBe(0);
    world.relay.fault(null);
    await until(isOnline);
  });

  test('9: connections that look open after sleep, and are dead, are found out by the proof at waking', async () => {
    const { world, passage, until } = await online();
    world.relay.fault('freeze');
    const wokeAt = passage.clock.now();
    world.supervisor.wake();
    await until(isNotOnline);
    expect(passage.clock.now() - wokeAt).toBeLessThanOrEqual(10_020);
    await until(({ state }) => state === 'offline');
    world.relay.fault(null);
    await until(isOnline);
  });

  test('9: they are found out within a minute also when nothing tells of the waking', async () => {
    const { world, passage, until } = await online();
    world.relay.fault('freeze');
    const frozenAt = passage.clock.now();
    await until(isNotOnline);
    expect(passage.clock.now() - frozenAt).toBeLessThanOrEqual(60_000);
  });

  test('10: connections that the relay has half closed are closed and replaced', async () => {
    const { world, passage, until, post } = await online();
    await passage.pass(2000);
    world.relay.fault('half-close');
    await until(isNotOnline);
    world.relay.fault(null);
    await until(isOnline);
    expect(await post('7')).toBe('acknowledged');
  });

  test('11: what listens on 127.0.0.1 only is reached also by the name localhost', async () => {
    const passage = createFastPassage(() => false);
    const relay = createRelay({ clock: passage.clock });
    onTestFinished(() => relay.dispose());
    const { port } = await relay.listen();
    expect((await openAt(`http://localhost:${port}`, passage)).ok).toBe(true);
  });

  test('12: hooks are handed over within the process: no local port is dialled that might refuse', async () => {
    const passage = createFastPassage(() => false);
    const taskIds: string[] = [];
    const hookUrls = createHookUrls({
      database: temporaryDatabase(),
      clock: passage.clock,
      onChanged: () => undefined,
    });
    const hookUrl = hookUrls.add('Team');
    const listener = createListener({
      hookUrls,
      append: async (hook) => {
        taskIds.push(hook.taskId);
        return succeed({ ...hook, id: '1', receivedAt: 0 });
      },
      appendMany: () => Promise.reject(new Error('not used here')),
      nonces: createNonces({ clock: passage.clock }),
      log: createLog(() => undefined),
      clock: passage.clock,
    });
    // It never listens, so there is no port.
    const relay = createRelay({ clock: passage.clock });
    onTestFinished(() => relay.dispose());
    const opening = await openAt((await relay.listen()).url, passage, listener.accept);
    if (!opening.ok || !hookUrl.ok) throw new Error('no tunnel');
    const posting = postHook(`${opening.tunnel.url}/${hookUrl.value.secret}`, '7', passage.clock);
    expect(await outlast(passage, posting)).toBe('acknowledged');
    expect(taskIds).toEqual(['7']);
  });

  test('13: a piece of a body that looks like a request is not taken for one', async () => {
    const { world, passage } = await online();
    const { host, port, pathname } = new URL(world.hookUrl);
    const [first, second] = ['{"type":"task","id":7,"action":"update","note":"', `POST ${pathname} HTTP/1.1"}`];
    const visitor = connect(Number(port), '127.0.0.1');
    onTestFinished(() => void visitor.destroy());
    let answers = '';
    visitor.on('data', (chunk: Buffer) => {
      answers += chunk.toString('latin1');
    });
    visitor.write(
      `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${first.length + second.length}\r\n\r\n${first}`,
    );
    await passage.pass(1000);
    visitor.write(second);
    await passage.pass(1000);
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
    expect(world.journalled()).toEqual(new Map([['7', 1]]));
  });

  test('14: nothing secret is sent to the relay, whose second leg is not encrypted', async () => {
    const passage = createFastPassage(() => false);
    const asked: IncomingHttpHeaders[] = [];
    const relayPort = await listen(createServer());
    await openAt(await grantingRelay(relayPort, (headers) => asked.push(headers)), passage);
    expect(asked).toHaveLength(1);
    for (const forbidden of ['authorization', 'cookie', 'referer', 'origin'])
      expect(asked[0]).not.toHaveProperty(forbidden);
    expect(JSON.stringify(asked)).not.toMatch(/[\w-]{43}/);
  });

  test('15: neither the package localtunnel nor its axios is shipped or used', () => {
    const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    const { dependencies } = JSON.parse(manifest);
    expect(Object.keys(dependencies)).not.toContain('localtunnel');
    expect(Object.keys(dependencies)).not.toContain('axios');
    const electron = new URL('../../../electron/', import.meta.url);
    const sources = readdirSync(electron, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const users = sources.filter((file) =>
      /from '(?:localtunnel|axios)'/.test(readFileSync(new URL(file.replaceAll('\\', '/'), electron), 'utf8')),
    );
    expect(sources.length).toBeGreaterThan(50);
    expect(users).toEqual([]);
  });
});

describe('the server', () => {
  test('16: more hooks at a time than a client has connections are all acknowledged', async () => {
    const { world, passage } = await online();
    const taskIds = Array.from({ length: 60 }, (_, place) => String(place + 1));
    const posting = Promise.all(taskIds.map((taskId) => postHook(world.hookUrl, taskId, passage.clock)));
    expect(new Set(await outlast(passage, posting))).toEqual(new Set(['acknowledged']));
    expect(world.journalled()).toEqual(new Map(taskIds.map((taskId) => [taskId, 1])));
  });

  test('17: a server that never answers is “no answer” within ten seconds', async () => {
    const { world, passage } = await online();
    world.relay.fault('freeze');
    const askedAt = passage.clock.now();
    expect(await outlast(passage, world.supervisor.test())).toMatchObject({ state: 'degraded', cause: 'no-answer' });
    expect(passage.clock.now() - askedAt).toBeLessThanOrEqual(10_020);
  });
});
