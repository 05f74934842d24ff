import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hookBody, open, request, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';

describe('A crowd', () => {
  const connected = (port: number) =>
    new Promise<ReturnType<typeof open>>((resolve) => {
      const wire = open(port);
      wire.socket.once('connect', () => resolve(wire));
    });

  test('makes the connection that has been silent for longest go', async () => {
    const { port, hookUrl, listener } = await startListener({ limits: { crowd: 3, connections: 10 } });
    const wires = [await connected(port), await connected(port), await connected(port)];
    const bytes = request('POST', `/${hookUrl.secret}`, hookBody(1));
    wires[0]?.socket.write(bytes);
    await wires[0]?.answers(1);
    const fourth = await connected(port);
    await wires[1]?.closed;
    fourth.socket.write(bytes);
    wires[0]?.socket.write(bytes);
    await Promise.all([fourth.answers(1), wires[0]?.answers(2)]);
    expect(listener.counts().dropped).toBe(1);
  });

  test('beyond the limit is not let in, while those that wait for an answer stay', async () => {
    const { port, hookUrl, database, listener } = await startListener({ limits: { crowd: 1, connections: 2 } });
    // Every commit waits while this holds, so the answers are outstanding.
    database.exec('BEGIN');
    const bytes = request('POST', `/${hookUrl.secret}`, hookBody(1));
    const first = await connected(port);
    first.socket.write(bytes);
    const [answer] = await first.answers(1);
    expect(answer?.status).toBe(503);
    database.exec('ROLLBACK');
    expect(listener.counts().dropped).toBe(0);
    await connected(port);
    await first.closed;
    expect(listener.counts().dropped).toBe(1);
  });

  test.each([300, 2_000])('of %d silent connections does not keep a hook out', async (size) => {
    const listener = await startListener();
    const silent = Array.from({ length: size }, () => connect({ port: listener.port, host: '127.0.0.1' }));
    onTestFinished(() => silent.forEach((socket) => socket.destroy()));
    await Promise.all(
      silent.map((socket) => new Promise((resolve) => socket.on('error', resolve).on('connect', resolve))),
    );
    await expectGoodHook(listener);
    expect(listener.listener.counts().dropped).toBeGreaterThan(0);
  });
});
