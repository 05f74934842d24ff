import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ask, hookBody, open, request, startListener } from './harness.ts';

const short = {
  headersTimeout: 150,
  requestTimeout: 200,
  inactivityTimeout: 400,
  keepAliveTimeout: 150,
  checkingInterval: 50,
  lingerTimeout: 100,
};

describe('A slow client', () => {
  test('that stops in the headers is told 408 and closed', async () => {
    const { port } = await startListener({ limits: short });
    const wire = open(port);
    wire.socket.write('POST / HTTP/1.1\r\nHost: ');
    const [answer] = await wire.answers(1);
    expect(answer?.status).toBe(408);
    await wire.closed;
  });

  test('that drips its headers byte by byte is closed none the later', async () => {
    const { port } = await startListener({ limits: { ...short, inactivityTimeout: 60_000 } });
    const wire = open(port);
    wire.socket.write('POST / HTTP/1.1\r\nX-Slow: ');
    const drip = setInterval(() => wire.socket.write('x'), 20);
    await wire.closed;
    clearInterval(drip);
    expect(wire.text()).toContain(' 408 ');
  });

  test('that stops in the body is closed, and nothing is stored', async () => {
    const { port, hookUrl, journal } = await startListener({ limits: short });
    const bytes = request('POST', `/${hookUrl.secret}`, hookBody(1));
    const wire = open(port);
    wire.socket.write(bytes.subarray(0, -1));
    await wire.closed;
    expect(wire.text()).toContain(' 408 ');
    expect(journal.unsettled()).toEqual([]);
  });

  test('that never sends anything is closed', async () => {
    const { port } = await startListener({ limits: short });
    const wire = open(port);
    await wire.closed;
    expect(wire.text()).toBe('');
  });

  test('that says nothing more after an answer is closed, whichever way it was answered', async () => {
    const { port, hookUrl } = await startListener({ limits: short });
    for (const bytes of [request('POST', `/${hookUrl.secret}`, hookBody(1)), request('GET', `/${hookUrl.secret}`)]) {
      const wire = open(port);
      wire.socket.write(bytes);
      await wire.closed;
      expect(wire.text()).toMatch(/^HTTP\/1.1 200 /);
    }
  });

  test('is closed within 15 s of its first byte by the limits as they are shipped', async () => {
    const { defaultLimits } = await import('../../../electron/core/hooks/limits.ts');
    const { headersTimeout, requestTimeout, checkingInterval, lingerTimeout, inactivityTimeout } = defaultLimits;
    expect(Math.max(headersTimeout, requestTimeout) + checkingInterval + lingerTimeout).toBeLessThan(15_000);
    expect(inactivityTimeout).toBeLessThanOrEqual(15_000);
  });
});

describe('More than 64 KiB', () => {
  test('is answered 413 before a byte of it is read, and the connection is closed', async () => {
    const { port, hookUrl, listener } = await startListener({ limits: short });
    const wire = open(port);
    wire.socket.write(`POST /${hookUrl.secret} HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n`);
    const [answer] = await wire.answers(1);
    expect(answer).toMatchObject({ status: 413 });
    expect(answer?.headers.get('connection')).toBe('close');
    await wire.closed;
    expect(listener.counts()['too-large']).toBe(1);
  });

  test('is answered 413 though all of it is sent before the answer is read', async () => {
    const { port, hookUrl } = await startListener({ limits: short });
    expect((await ask(port, request('POST', `/${hookUrl.secret}`, 'x'.repeat(200_000)))).status).toBe(413);
  });

  test('is answered 413 also without a length', async () => {
    const { port, hookUrl, journal } = await startListener({ limits: short });
    const wire = open(port);
    wire.socket.write(`POST /${hookUrl.secret} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n`);
    for (let index = 0; index < 10; index += 1) wire.socket.write(`2000\r\n${'x'.repeat(8_192)}\r\n`);
    const [answer] = await wire.answers(1);
    expect(answer?.status).toBe(413);
    await wire.closed;
    expect(journal.unsettled()).toEqual([]);
  });

  test('begins after exactly 64 KiB', async () => {
    const { port, hookUrl } = await startListener();
    const body = hookBody(1).padEnd(65_536);
    expect((await ask(port, request('POST', `/${hookUrl.secret}`, body))).status).toBe(200);
    expect((await ask(port, request('POST', `/${hookUrl.secret}`, `${body} `))).status).toBe(413);
  });

  test('sent to a wrong path is cut off after the linger limit', async () => {
    const { port } = await startListener({ limits: { ...short, lingerTimeout: 60_000, lingerBytes: 100_000 } });
    const wire = open(port);
    wire.socket.write('POST /wrong HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n');
    const [answer] = await wire.answers(1);
    expect(answer?.status).toBe(404);
    const flood = setInterval(() => wire.socket.write('x'.repeat(65_536)), 5);
    await wire.closed;
    clearInterval(flood);
  });
});

describe('Headers', () => {
  test('larger than 8 KiB are answered 431', async () => {
    const { port } = await startListener({ limits: short });
    const wire = open(port);
    wire.socket.write(request('GET', '/', '', [`X-Large: ${'x'.repeat(9_000)}`]));
    const [answer] = await wire.answers(1);
    expect(answer?.status).toBe(431);
    await wire.closed;
  });
});

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

  test('of 300 silent connections does not keep a hook out', async () => {
    const { port, hookUrl, journal } = await startListener();
    const silent = Array.from({ length: 300 }, () => connect({ port, host: '127.0.0.1' }));
    await Promise.all(
      silent.map((socket) => new Promise((resolve) => socket.on('error', resolve).on('connect', resolve))),
    );
    expect((await ask(port, request('POST', `/${hookUrl.secret}`, hookBody(1)))).status).toBe(200);
    expect(journal.unsettled()).toHaveLength(1);
    for (const socket of silent) socket.destroy();
  });
});
