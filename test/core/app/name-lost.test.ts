import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import * as v from 'valibot';
import type { OperatorLine } from '../../../electron/core/operator/line.ts';
import type { Fetch } from '../../../electron/core/redbooth/client-port.ts';
import { createRelay } from '../../../electron/simulator/relay/relay.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { type TemporaryHistory, temporaryHistory } from '../../fakes/history.ts';
import { hookBody, visit } from '../tunnel/visitor.ts';
import { type WholeApp, startApp } from './whole-app.ts';

const registrationSchema = v.object({ id: v.string(), port: v.number() });
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Counts what is asked of the relay, so that a test lets time pass only while nothing is under way. */
const countedFetch = () => {
  const underWay = new Set<symbol>();
  const counted: Fetch = async (url, init) => {
    const request = Symbol(url);
    underWay.add(request);
    try {
      const response = await fetch(url, init);
      const body = await response.text();
      return new Response(body, { status: response.status });
    } finally {
      underWay.delete(request);
    }
  };
  return {
    fetch: counted,
    quiet: async (): Promise<void> => {
      for (let turns = 0; turns < 20 || underWay.size > 0; turns += 1) await turn();
    },
  };
};

const isTunnel =
  (state: string) =>
  (line: OperatorLine): line is Extract<OperatorLine, { event: 'tunnel' }> =>
    line.event === 'tunnel' && line.state === state;

const setUp = async (history: TemporaryHistory = temporaryHistory()) => {
  // The relay's own time stands still but when a test says so: it holds names for ever.
  const relayClock = createFakeClock();
  const relay = createRelay({ clock: relayClock, graceTime: 1_000 });
  const { url: host, port } = await relay.listen();
  onTestFinished(() => relay.dispose());
  const start = async (clock = createFakeClock()) => {
    const { fetch, quiet } = countedFetch();
    const running = await startApp({ history, clock, fetch, settings: { tunnel: 'localtunnel', tunnelHost: host } });
    /** Lets the app's time pass until a line is there. */
    const passUntil = async (isWanted: (line: OperatorLine) => boolean, most: number): Promise<void> => {
      for (let second = 0; !running.lines.some(isWanted); second += 1) {
        if (second > most) throw new Error(`not within ${most} s: ${JSON.stringify(running.lines.slice(-3))}`);
        await clock.advance(1_000);
        await quiet();
      }
    };
    const pass = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) {
        await clock.advance(1_000);
        await quiet();
      }
    };
    return { ...running, clock, pass, passUntil };
  };
  /** Has somebody else take the name for good. */
  const takeAway = async (hookUrl: string): Promise<void> => {
    const [name = ''] = new URL(hookUrl).hostname.split('.');
    relay.fault('drop');
    await turn();
    await relayClock.advance(1_000);
    relay.fault(null);
    const response = await fetch(`${host}/${name}`);
    const granted = v.parse(registrationSchema, await response.json());
    expect(granted.id).toBe(name);
    const socket = connect(granted.port, '127.0.0.1');
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    await new Promise((resolve) => socket.once('connect', resolve));
  };
  return { relay, host, port, start, takeAway };
};

const hookUrlOf = async (running: WholeApp, state: string): Promise<string> => {
  const line = await running.line(isTunnel(state));
  if (line.event !== 'tunnel' || line.hookUrl === null) throw new Error('no hook URL');
  return line.hookUrl;
};
const noticesOf = (running: WholeApp) => running.app.overview().notices.map(({ id }) => id);
/** What was told, but for that nobody is signed in. */
const told = (running: WholeApp) => running.notifier.raised.filter(({ title }) => !title.startsWith('Tasks changed'));
const post = (hookUrl: string) => visit(hookUrl, hookBody(7));

test('a name lost for good: a new URL is known at once, told once, and confirmed by the first hook on it', async () => {
  const world = await setUp();
  const running = await world.start();
  const before = await hookUrlOf(running, 'online');
  expect((await post(before)).status).toBe(200);

  await world.takeAway(before);
  await running.passUntil(isTunnel('name-lost'), 400);
  const after = await hookUrlOf(running, 'name-lost');
  expect(after).not.toBe(before);
  expect(new URL(after).pathname).toBe(new URL(before).pathname);
  expect(running.linesOf('tunnel').filter(({ state }) => state === 'name-lost')).toHaveLength(1);

  await running.line((line) => isTunnel('online')(line) && line.hookUrl === after);
  expect(told(running).map(({ title, body, url }) => ({ title, body, url }))).toEqual([
    {
      title: 'Your hook URL changed',
      body: 'Hooks do not reach you until an admin pastes the new URL into Redbooth',
      url: null,
    },
  ]);
  expect(noticesOf(running)).toContain('hook-url-changed');
  expect(running.app.overview().hookUrls[0]?.url).toBe(after);
  const id = told(running)[0]?.id ?? '';
  expect(await running.app.clickNotification(id)).toEqual({ kind: 'nothing' });

  // From this machine itself: no proof that Redbooth has the new URL.
  expect((await post(running.localUrl)).status).toBe(200);
  expect(noticesOf(running)).toContain('hook-url-changed');

  expect((await post(after)).status).toBe(200);
  expect(told(running).map(({ title }) => title)).toEqual(['Your hook URL changed', 'Hooks arrive again']);
  expect(noticesOf(running)).not.toContain('hook-url-changed');
  expect((await post(after)).status).toBe(200);
  expect(told(running)).toHaveLength(2);
});

test('what a lost name asks for survives a restart: the new name, the notice, and that it was told', async () => {
  const history = temporaryHistory();
  const world = await setUp(history);
  const first = await world.start();
  const before = await hookUrlOf(first, 'online');
  await world.takeAway(before);
  await first.passUntil(isTunnel('name-lost'), 400);
  const after = await hookUrlOf(first, 'name-lost');
  await first.app.dispose();

  const second = await world.start();
  // The relay still holds the new name for the run before, as its time stands still.
  expect(second.app.overview().notices.map(({ id }) => id)).toContain('hook-url-changed');
  expect(told(second)).toEqual([]);
  expect(after).not.toBe(before);
});

test('a relay that refuses every name does not cost us ours', async () => {
  const world = await setUp();
  const running = await world.start();
  const before = await hookUrlOf(running, 'online');
  world.relay.fault('wrong-name');
  world.relay.fault('taken');
  await running.passUntil(isTunnel('name-lost'), 400);
  expect(await hookUrlOf(running, 'name-lost')).toBe(before);
  expect(noticesOf(running)).toContain('name-lost');
  expect(told(running)).toEqual([]);
});

test('at most one new name an hour: then the lost one is asked for again and again', async () => {
  const world = await setUp();
  const running = await world.start();
  const first = await hookUrlOf(running, 'online');
  await world.takeAway(first);
  await running.passUntil(isTunnel('name-lost'), 400);
  const second = await hookUrlOf(running, 'name-lost');
  await running.line((line) => isTunnel('online')(line) && line.hookUrl === second);

  await world.takeAway(second);
  await running.passUntil(
    (line) =>
      isTunnel('name-lost')(line) &&
      line.cause === 'name-taken' &&
      running.linesOf('tunnel').filter(isTunnel('name-lost')).length === 2,
    400,
  );
  await running.pass(600);
  expect(running.linesOf('tunnel').at(-1)).toMatchObject({ state: 'name-lost', hookUrl: second });
  expect(told(running)).toHaveLength(1);

  await running.passUntil(
    (line) => isTunnel('name-lost')(line) && line.hookUrl !== second && line.hookUrl !== first && line.hookUrl !== null,
    3_600,
  );
  expect(told(running).map(({ title }) => title)).toEqual(['Your hook URL changed', 'Your hook URL changed']);
});

test('a name lost in a pause is told when that is over, as it still has to be pasted', async () => {
  const world = await setUp();
  const running = await world.start();
  const before = await hookUrlOf(running, 'online');
  await running.app.dispatch('pause', { minutes: null });
  await world.takeAway(before);
  await running.passUntil(isTunnel('name-lost'), 400);
  const after = await hookUrlOf(running, 'name-lost');
  await running.line((line) => isTunnel('online')(line) && line.hookUrl === after);
  expect(told(running)).toEqual([]);
  expect(noticesOf(running)).toContain('hook-url-changed');
  await running.app.dispatch('resume', null);
  expect(told(running).map(({ title }) => title)).toEqual(['Your hook URL changed']);
});
