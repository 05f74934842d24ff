import { EventEmitter, once } from 'node:events';
import { type IncomingMessage, type RequestListener, createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../electron/core/clock.ts';
import { createNonces } from '../../../electron/core/hooks/nonces.ts';
import { createSelfTest } from '../../../electron/core/tunnel/self-test.ts';
import { portOf } from '../../../electron/simulator/relay/tunnel-port.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const never = new AbortController().signal;

const serve = async (answer: RequestListener): Promise<number> => {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return portOf(server.address());
};

const setUp = () => {
  const clock = createFakeClock();
  const nonces = createNonces({ clock });
  return { clock, nonces, selfTest: createSelfTest({ issueNonce: () => nonces.issue(), clock }) };
};

test.for(['127.0.0.1', 'localhost', 'name.localhost', 'a.b.localhost'])(
  'a listener that knows the nonce is proven at http://%s',
  async (host) => {
    const { clock, nonces, selfTest } = setUp();
    const port = await serve((request, response) => response.end(nonces.answer(request.url ?? '')));
    expect(await selfTest.prove(`http://${host}:${port}`, never)).toEqual({ outcome: 'proven', at: clock.now() });
    expect(clock.waiting()).toBe(0);
  },
);

test('the nonce is asked for as no browser would, with nothing else, and is forgotten afterwards', async () => {
  const { nonces, selfTest } = setUp();
  const asked: IncomingMessage[] = [];
  const port = await serve((request, response) => {
    asked.push(request);
    response.end(nonces.answer(request.url ?? ''));
  });
  await selfTest.prove(`http://127.0.0.1:${port}`, never);
  const [request] = asked;
  expect(request?.headers).toEqual({
    host: `127.0.0.1:${port}`,
    'user-agent': expect.stringMatching(/^RedboothNotifier\//),
    'bypass-tunnel-reminder': '1',
    connection: 'close',
  });
  expect(nonces.answer(request?.url ?? '')).toBeNull();
});

test('a path of the public address goes before the nonce’s', async () => {
  const { nonces, selfTest } = setUp();
  const port = await serve((request, response) =>
    response.end(nonces.answer((request.url ?? '').replace(/^\/hooks/, ''))),
  );
  expect(await selfTest.prove(`http://127.0.0.1:${port}/hooks`, never)).toMatchObject({ outcome: 'proven' });
});

test.for([
  ['foreign-answer', 200, 'another nonce'],
  ['foreign-answer', 200, 'x'.repeat(100_000)],
  ['foreign-answer', 302, ''],
  ['foreign-answer', 403, ''],
  ['reminder-page', 401, 'Friendly reminder'],
  ['no-answer', 404, '404'],
  ['no-answer', 408, ''],
  ['no-answer', 502, ''],
  ['no-answer', 503, 'Tunnel Unavailable'],
  ['no-answer', 504, ''],
] as const)('%s is the cause when the answer is %i', async ([cause, status, body]) => {
  const { selfTest } = setUp();
  const port = await serve((_, response) => response.writeHead(status, { location: '/elsewhere' }).end(body));
  expect(await selfTest.prove(`http://127.0.0.1:${port}`, never)).toEqual({ outcome: 'failed', cause });
});

test('a public address that refuses connections does not answer', async () => {
  const { selfTest } = setUp();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  server.close();
  expect(await selfTest.prove(`http://127.0.0.1:${port}`, never)).toEqual({ outcome: 'failed', cause: 'no-answer' });
});

test.for([
  ['before it answers', () => {}],
  ['in the middle of its answer', (_, response) => void response.writeHead(200).write('a')],
] as const satisfies readonly (readonly [string, RequestListener])[])(
  'a public address that hangs %s is given up after ten seconds',
  async ([, answer]) => {
    const { clock, selfTest } = setUp();
    const asked = new EventEmitter();
    const arrival = once(asked, 'asked');
    const port = await serve((request, response) => {
      answer(request, response);
      asked.emit('asked');
    });
    const proof = selfTest.prove(`http://127.0.0.1:${port}`, never);
    await arrival;
    await clock.advance(9999);
    expect(clock.waiting()).toBe(1);
    await clock.advance(1);
    expect(await proof).toEqual({ outcome: 'failed', cause: 'no-answer' });
  },
);

test('an aborted proof ends at once and leaves no timer', async () => {
  const stop = new AbortController();
  const { clock, selfTest } = setUp();
  const port = await serve(() => stop.abort());
  expect(await selfTest.prove(`http://127.0.0.1:${port}`, stop.signal)).toMatchObject({ outcome: 'failed' });
  expect(clock.waiting()).toBe(0);
});

test('the machine’s own clock serves as well', async () => {
  const nonces = createNonces({ clock: systemClock });
  const selfTest = createSelfTest({ issueNonce: () => nonces.issue(), clock: systemClock });
  const port = await serve((request, response) => response.end(nonces.answer(request.url ?? '')));
  expect(await selfTest.prove(`http://127.0.0.1:${port}`, never)).toMatchObject({ outcome: 'proven' });
});
