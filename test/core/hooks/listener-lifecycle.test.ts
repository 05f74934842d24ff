import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import type { ReceivedRequest } from '../../../electron/core/hooks/received-request.ts';
import { ask, hookBody, open, request, startListener } from './harness.ts';

test('A port in use is a failure that says what to do', async () => {
  const first = await startListener();
  const second = await startListener();
  const { createListener } = await import('../../../electron/core/hooks/listener.ts');
  const { systemClock } = await import('../../../electron/core/clock.ts');
  const listener = createListener({
    hookUrls: { match: () => null },
    append: first.journal.append,
    appendMany: first.journal.appendMany,
    nonces: first.nonces,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock: systemClock,
  });
  const result = await listener.listen(second.port);
  expect(result).toMatchObject({
    ok: false,
    failure: { code: 'hook-port-taken', message: expect.stringContaining('--hook-port') },
  });
  await second.listener.dispose();
  expect(await listener.listen(second.port)).toEqual({ ok: true, value: second.port });
  await listener.dispose();
});

test('Only 127.0.0.1 is listened on', async () => {
  const { port } = await startListener();
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .filter((address) => address !== '127.0.0.1' && !address.startsWith('fe80'));
  for (const host of ['127.0.0.2', ...others]) {
    const outcome = await new Promise((resolve) => {
      const socket = connect({ host, port });
      socket.once('connect', () => resolve('connected'));
      socket.once('error', () => resolve('refused'));
    });
    expect([host, outcome]).toEqual([host, 'refused']);
  }
});

test('Dispose closes silent connections and frees the port', async () => {
  const { port, listener, hookUrl } = await startListener();
  const silent = open(port);
  const idle = open(port);
  const halfway = open(port);
  idle.socket.write(request('POST', `/${hookUrl.secret}`, hookBody(1)));
  halfway.socket.write('POST / HTTP/1.1\r\n');
  await idle.answers(1);
  await listener.dispose();
  await Promise.all([silent.closed, idle.closed, halfway.closed]);
  const late = open(port);
  await late.closed;
  expect(late.text()).toBe('');
});

test('A hook that has arrived is stored and answered though the listener is being disposed', async () => {
  const { port, listener, hookUrl, journal } = await startListener();
  const wire = open(port);
  wire.socket.write(request('POST', `/${hookUrl.secret}`, hookBody(1)));
  const append = vi.spyOn(journal, 'append');
  await vi.waitFor(() => expect(listener.counts().accepted + append.mock.calls.length).toBeGreaterThan(0));
  await listener.dispose();
  await wire.closed;
  expect(wire.text()).toMatch(/^HTTP\/1.1 200 /);
  expect(journal.unsettled()).toHaveLength(1);
});

test('Every answered request is described for whoever looks, without its path', async () => {
  const records: ReceivedRequest[] = [];
  const { port, hookUrl } = await startListener({ onRequest: (record) => void records.push(record) });
  const headers = [`User-Agent: ${'u'.repeat(300)}`];
  await ask(port, request('POST', `/${hookUrl.secret}`, hookBody(7), headers));
  await ask(port, request('POST', `/${hookUrl.secret}`, 'x'.repeat(5_000), [...headers, 'Via: relay']));
  await ask(port, request('GET', '/wrong'));
  expect(records).toMatchObject([
    {
      status: 200,
      outcome: 'accepted',
      size: hookBody(7).length,
      bodyStart: hookBody(7),
      userAgent: 'u'.repeat(200),
      hookUrl: { id: hookUrl.id, name: hookUrl.name, isReplaced: false },
      isFromRelay: false,
      hookIds: ['1'],
    },
    {
      status: 400,
      outcome: 'invalid',
      size: 5_000,
      bodyStart: 'x'.repeat(4_096),
      userAgent: 'u'.repeat(200),
      hookUrl: { id: hookUrl.id, name: hookUrl.name, isReplaced: false },
      isFromRelay: false,
      hookIds: [],
    },
    { status: 404, outcome: 'not-found', size: 0, userAgent: null, hookUrl: null },
  ]);
  expect(JSON.stringify(records)).not.toContain(hookUrl.secret);
});
