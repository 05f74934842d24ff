import { type IncomingMessage, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PageEvent } from '../../../electron/contract/index.ts';
import { type StreamListener, createHttpBridge } from '../../../renderer/client/http-bridge.ts';
import { english } from '../../../renderer/messages/en/index.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { sampleOverview } from '../harness/sample.ts';

type Answer = { status: number; body: unknown };
const good: Answer = { status: 200, body: { ok: true, value: sampleOverview } };

/** A bridge to a real server; its event stream is in the test's hand. */
const start = async () => {
  const state = { answer: good, isAway: false, unauthorized: 0 };
  const requests: { method: string | undefined; path: string | undefined; type: string | undefined; body: string }[] =
    [];
  const read = async (request: IncomingMessage): Promise<void> => {
    const body = await text(request);
    requests.push({ method: request.method, path: request.url, type: request.headers['content-type'], body });
  };
  const server = createServer((request, response) => {
    void read(request).then(() => {
      response.writeHead(state.answer.status, { 'content-type': 'application/json' });
      return response.end(JSON.stringify(state.answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const clock = createFakeClock();
  const streams: StreamListener[] = [];
  let open = 0;
  const bridge = createHttpBridge({
    fetch: (path, init) => (state.isAway ? Promise.reject(new TypeError('away')) : fetch(origin + path, init)),
    openStream: (_, listener) => {
      streams.push(listener);
      open += 1;
      return () => {
        open -= 1;
      };
    },
    schedule: (milliseconds, task) => clock.schedule(milliseconds, task),
    unauthorized: () => {
      state.unauthorized += 1;
    },
    words: () => english.connection,
  });
  const events: PageEvent[] = [];
  const connections: boolean[] = [];
  const listen = () =>
    bridge.subscribe(
      (event) => events.push(event),
      (isConnected) => connections.push(isConnected),
    );
  return { bridge, state, requests, clock, streams, events, connections, listen, openStreams: () => open };
};

describe('a request', () => {
  it('is a JSON POST to its own path', async () => {
    const { bridge, requests } = await start();
    const answer = await bridge.request('overview', null);
    expect(answer).toEqual({ ok: true, value: sampleOverview });
    expect(requests).toEqual([{ method: 'POST', path: '/api/overview', type: 'application/json', body: 'null' }]);
  });

  it.each<[string, Answer]>([
    ['an answer out of contract', { status: 200, body: { ok: true, value: { unread: 'many' } } }],
    ['no reply at all', { status: 502, body: 'Bad gateway' }],
  ])('fails in words on %s', async (_, answer) => {
    const { bridge, state } = await start();
    state.answer = answer;
    expect(await bridge.request('overview', null)).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
  });

  it('says so when the app does not answer', async () => {
    const { bridge, state } = await start();
    state.isAway = true;
    const answer = await bridge.request('overview', null);
    expect(answer).toMatchObject({ ok: false, failure: { message: expect.stringContaining('does not answer') } });
    expect(state.unauthorized).toBe(0);
  });

  it('tells the page when it needs a fresh link', async () => {
    const { bridge, state } = await start();
    state.answer = { status: 401, body: {} };
    expect((await bridge.request('overview', null)).ok).toBe(false);
    expect(state.unauthorized).toBe(1);
  });
});

describe('signing in', () => {
  it('trades the token for a session', async () => {
    const { bridge, requests } = await start();
    await bridge.signIn('one-time');
    expect(requests).toMatchObject([{ path: '/api/session', body: '{"token":"one-time"}' }]);
  });

  it('leaves it to the first request to find that the app is away', async () => {
    const { bridge, state } = await start();
    state.isAway = true;
    await expect(bridge.signIn('one-time')).resolves.toBeUndefined();
  });
});

describe('events', () => {
  it('come through, and what does not fit the contract is left out', async () => {
    const { listen, streams, events, connections } = await start();
    listen();
    streams[0]?.opened();
    streams[0]?.message('not json');
    streams[0]?.message('{"event":"of another version"}');
    streams[0]?.message('{"event":"changes-read","which":"all"}');
    expect(connections).toEqual([true]);
    expect(events).toEqual([{ event: 'changes-read', which: 'all' }]);
  });

  it('open again after the app was away for a while, more and more slowly', async () => {
    const { listen, streams, connections, state, clock, openStreams } = await start();
    listen();
    streams[0]?.opened();
    state.isAway = true;
    streams[0]?.failed();
    expect(connections).toEqual([true, false]);
    expect(openStreams()).toBe(0);
    await clock.advance(1_000 + 2_000 + 4_000);
    expect(streams).toHaveLength(1);
    state.isAway = false;
    await clock.advance(8_000);
    await expect.poll(() => streams.length).toBe(2);
    streams[1]?.opened();
    expect(connections).toEqual([true, false, true]);
  });

  it('are not asked for again once the app wants a fresh sign-in', async () => {
    const { listen, streams, state, clock } = await start();
    listen();
    state.answer = { status: 401, body: {} };
    streams[0]?.failed();
    await clock.advance(1_000);
    await expect.poll(() => state.unauthorized).toBe(1);
    expect(clock.waiting()).toBe(0);
    expect(streams).toHaveLength(1);
  });

  it('end with the subscription, also while it waits to try again', async () => {
    const { listen, streams, clock, openStreams } = await start();
    const unsubscribe = listen();
    streams[0]?.failed();
    unsubscribe();
    expect(clock.waiting()).toBe(0);
    expect(openStreams()).toBe(0);
  });
});
