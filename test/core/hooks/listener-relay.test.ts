import { type Socket, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type Wire, hookBody, open, request, startListener } from './harness.ts';

/** A relay's view of one tunnel connection: `far` is its end, `near` the socket that the listener is given. */
const tunnelConnection = async (): Promise<{ far: Wire; near: Socket }> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const near = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const far = open(typeof address === 'object' && address ? address.port : 0);
  return { far, near: await near };
};

const short = {
  headersTimeout: 50,
  requestTimeout: 60,
  inactivityTimeout: 50,
  keepAliveTimeout: 50,
  checkingInterval: 10,
};

test('A relay’s socket that has been idle for much longer than every limit is served', async () => {
  const { port, listener, hookUrl, journal } = await startListener({ limits: short });
  const { far, near } = await tunnelConnection();
  listener.accept(near);
  // An ordinary connection opened later and closed for its silence proves that all limits have passed, ten times over.
  for (let round = 0; round < 10; round += 1) await open(port).closed;
  far.socket.write(request('POST', `/${hookUrl.secret}`, hookBody(1)));
  const [answer] = await far.answers(1);
  expect(answer?.status).toBe(200);
  expect(journal.unsettled()).toHaveLength(1);
});

test.each([
  ['a plain hook', (path: string) => request('POST', path, hookBody(1)), 200],
  ['any other request', (path: string) => request('GET', path), 200],
  ['an invalid hook', (path: string) => request('POST', path, 'nonsense'), 400],
])('A relay’s socket is closed after the answer to %s, and says so', async (_name, bytesOf, status) => {
  const { listener, hookUrl } = await startListener();
  const { far, near } = await tunnelConnection();
  listener.accept(near);
  far.socket.write(bytesOf(`/${hookUrl.secret}`));
  const [answer] = await far.answers(1);
  expect(answer?.status).toBe(status);
  expect(answer?.headers.get('connection')).toBe('close');
  await far.closed;
});

test('The limits apply to a relay’s socket from its first byte', async () => {
  const { listener } = await startListener({ limits: { ...short, inactivityTimeout: 10_000 } });
  const { far, near } = await tunnelConnection();
  listener.accept(near);
  far.socket.write('POST ');
  await far.closed;
  expect(far.text()).toMatch(/^HTTP\/1.1 408 /);
});

test('A request that arrives in pieces over a relay’s socket is read wholly', async () => {
  const { listener, hookUrl, journal } = await startListener();
  const { far, near } = await tunnelConnection();
  listener.accept(near);
  for (const byte of request('POST', `/${hookUrl.secret}`, hookBody(1)))
    await new Promise<void>((resolve) => far.socket.write(Buffer.of(byte), () => setImmediate(resolve)));
  expect((await far.answers(1))[0]?.status).toBe(200);
  expect(journal.unsettled()).toHaveLength(1);
});

test('A relay’s socket that ends or breaks while it waits is let go', async () => {
  const { listener } = await startListener();
  const ended = await tunnelConnection();
  listener.accept(ended.near);
  ended.far.socket.end();
  await ended.far.closed;
  const broken = await tunnelConnection();
  listener.accept(broken.near);
  const closed = new Promise((resolve) => broken.near.once('close', resolve));
  broken.far.socket.resetAndDestroy();
  await closed;
});

test('A socket that is closed already does no harm', async () => {
  const { listener } = await startListener();
  const { near } = await tunnelConnection();
  near.destroy();
  listener.accept(near);
});

test('A hook that arrived over a relay’s socket is answered though the listener is being disposed', async () => {
  const { listener, hookUrl, journal } = await startListener();
  const { far, near } = await tunnelConnection();
  listener.accept(near);
  const arrived = new Promise((resolve) => near.once('data', resolve));
  far.socket.write(request('POST', `/${hookUrl.secret}`, hookBody(1)));
  await arrived;
  await listener.dispose();
  await far.closed;
  expect(far.text()).toMatch(/^HTTP\/1.1 200 /);
  expect(journal.unsettled()).toHaveLength(1);
});

test('Dispose closes the sockets that wait, and those that come later', async () => {
  const { listener } = await startListener();
  const waiting = await tunnelConnection();
  listener.accept(waiting.near);
  await listener.dispose();
  await waiting.far.closed;
  const late = await tunnelConnection();
  listener.accept(late.near);
  await late.far.closed;
});
