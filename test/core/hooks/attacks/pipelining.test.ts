import { type Socket, connect, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../../electron/core/clock.ts';
import { invalidHook } from '../../../../electron/core/hooks/answers.ts';
import { createConnections } from '../../../../electron/core/hooks/connections.ts';
import { createHookLane } from '../../../../electron/core/hooks/hook-lane.ts';
import { defaultLimits } from '../../../../electron/core/hooks/limits.ts';
import { hookBody, open, request, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';
import { shortLimits } from './short-limits.ts';

/** Both ends of a connection. */
const pair = async (): Promise<{ readonly near: Socket; readonly far: Socket }> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const far = connect({ port: typeof address === 'object' && address ? address.port : 0, host: '127.0.0.1' });
  const near = await accepted;
  far.on('error', () => undefined);
  onTestFinished(() => {
    far.destroy();
    near.destroy();
    server.close();
  });
  return { near, far };
};

// A few requests ahead of their answers, in order: listener-protocol.test.ts.
describe('Requests ahead of their answers', () => {
  test('are answered, each in its order, also when there are 3,000', async () => {
    const { port, hookUrl, journal } = await startListener();
    const path = `/${hookUrl.secret}`;
    const wire = open(port);
    const bodies = Array.from({ length: 3_000 }, (_, index) => (index % 3 === 2 ? 'nonsense' : hookBody(index)));
    wire.socket.write(Buffer.concat(bodies.map((body) => request('POST', path, body))));
    const answers = await wire.answers(bodies.length);
    expect(answers.map(({ status }) => status)).toEqual(bodies.map((body) => (body === 'nonsense' ? 400 : 200)));
    expect(journal.unsettled()).toHaveLength(2_000);
  });

  test('by a client that never reads them do not pile up', async () => {
    const listener = await startListener({ limits: { ...shortLimits, requestTimeout: 2_000, headersTimeout: 2_000 } });
    const wire = open(listener.port);
    wire.socket.pause();
    const path = `/${listener.hookUrl.secret}`;
    const piece = Buffer.concat(Array.from({ length: 200 }, () => request('POST', path, '{}')));
    const isClosed = wire.closed.then(() => false);
    // What is taken from it ends where the systems’ buffers for its answers are full; then it counts as silent.
    const isTaken = (): Promise<boolean> =>
      new Promise((resolve) => wire.socket.write(piece, (error) => setImmediate(resolve, !error)));
    let taken = 0;
    while (await Promise.race([isTaken(), isClosed])) {
      taken += piece.length;
      if (taken > 200_000_000) throw new Error('it is taken for ever');
    }
    await wire.closed;
    await expectGoodHook(listener);
  });

  test('by a client that sends plain hooks one by one and never reads do not pile up either', async () => {
    const { near, far } = await pair();
    const connections = createConnections({ limits: defaultLimits, onDropped: () => undefined });
    const connection = connections.admit(near, false);
    if (connection === null) throw new Error('not admitted');
    const large = invalidHook('x'.repeat(100_000));
    const lane = createHookLane({
      hookUrls: { match: () => ({ id: '1', name: 'Test', isReplaced: false }) },
      receive: (_body, _id, end) => end({ answer: large, outcome: 'invalid', hookIds: [] }),
      connections,
      limits: { keepAliveTimeout: 200 },
      clock: systemClock,
      isClosing: () => false,
      noteEnding: () => undefined,
      handOver: (socket) => void socket.destroy(),
    });
    lane.take(connection, null);
    far.pause();
    let mostWaiting = 0;
    near.on('data', () => {
      mostWaiting = Math.max(mostWaiting, near.writableLength);
      if (mostWaiting > 10_000_000) near.destroy();
      else far.write(request('POST', `/${'A'.repeat(43)}`, '{}'));
    });
    const closed = connections.allClosed();
    far.write(request('POST', `/${'A'.repeat(43)}`, '{}'));
    await closed;
    expect(mostWaiting).toBeLessThan(1_000_000);
  });
});
