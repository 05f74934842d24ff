import { Server } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../../electron/core/clock.ts';
import { createListenerCheck } from '../../../electron/core/tunnel/listener-check.ts';
import { createSelfTest } from '../../../electron/core/tunnel/self-test.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { ask, hookBody, open, request, startListener } from '../hooks/harness.ts';

const never = new AbortController().signal;
/** Nothing listens there. */
const deadUrl = 'http://127.0.0.1:9';

/** A running listener, with the server inside it in our hands. */
const setUp = async () => {
  const listen = vi.spyOn(Server.prototype, 'listen');
  onTestFinished(() => listen.mockRestore());
  const running = await startListener();
  const server = listen.mock.contexts.find((context) => context instanceof Server);
  if (!(server instanceof Server)) throw new Error('no server was started');
  const { listener, nonces, port } = running;
  const log = createFakeLog();
  const check = createListenerCheck({
    selfTest: createSelfTest({ issueNonce: () => nonces.issue(), clock: systemClock }),
    listener,
    port: () => port,
    log,
  });
  return { ...running, server, check, log };
};

test('while the listener answers, a failed proof keeps its cause', async () => {
  const { check, port, log } = await setUp();
  expect(await check.prove(deadUrl, never)).toEqual({ outcome: 'failed', cause: 'no-answer' });
  expect(await check.prove(`http://127.0.0.1:${port}`, never)).toMatchObject({ outcome: 'proven' });
  expect(log.lines).toEqual([]);
});

test('a listener that has stopped is the cause, and is opened anew on the same port', async () => {
  const { check, server, port, hookUrl, log } = await setUp();
  server.close();
  await once(server, 'close');
  expect(await check.prove(deadUrl, never)).toEqual({ outcome: 'failed', cause: 'listener-dead' });
  expect(log.lines).toEqual(['warn: The listener did not answer on this machine; it is opened anew.']);
  expect(await check.prove(`http://127.0.0.1:${port}`, never)).toMatchObject({ outcome: 'proven' });
  expect((await ask(port, request('POST', `/${hookUrl.secret}`, hookBody(7)))).status).toBe(200);
});

test('a listener whose port another program has taken says so', async () => {
  const { check, server, port, log } = await setUp();
  server.close();
  await once(server, 'close');
  const other = new Server((socket) => socket.destroy()).listen(port, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  expect(await check.prove(deadUrl, never)).toEqual({ outcome: 'failed', cause: 'listener-dead' });
  expect(log.lines.at(-1)).toMatch(/^error: Port \d+ is in use by another program\./);
});

test('a listener that still listens is opened anew without losing a request under way', async () => {
  const { listener, port, hookUrl } = await setUp();
  const bytes = request('POST', `/${hookUrl.secret}`, hookBody(7));
  const wire = open(port);
  await new Promise<void>((resolve) => wire.socket.write(bytes.subarray(0, 100), () => setImmediate(resolve)));
  expect(await listener.reopen()).toEqual({ ok: true, value: port });
  wire.socket.write(bytes.subarray(100));
  expect((await wire.answers(1))[0]?.status).toBe(200);
  expect((await ask(port, bytes)).status).toBe(200);
});
