import { describe, expect, test } from 'vitest';
import { ask, hookBody, open, request, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';
import { shortLimits } from './short-limits.ts';

describe('More than 64 KiB', () => {
  test('is answered 413 before a byte of it is read, and the connection is closed', async () => {
    const { port, hookUrl, listener } = await startListener({ limits: shortLimits });
    const wire = open(port);
    wire.socket.write(`POST /${hookUrl.secret} HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n`);
    const [answer] = await wire.answers(1);
    expect(answer).toMatchObject({ status: 413 });
    expect(answer?.headers.get('connection')).toBe('close');
    await wire.closed;
    expect(listener.counts()['too-large']).toBe(1);
  });

  test('is answered 413 though all of it is sent before the answer is read', async () => {
    const { port, hookUrl } = await startListener({ limits: shortLimits });
    expect((await ask(port, request('POST', `/${hookUrl.secret}`, 'x'.repeat(200_000)))).status).toBe(413);
  });

  test('is answered 413 also without a length', async () => {
    const { port, hookUrl, journal } = await startListener({ limits: shortLimits });
    const wire = open(port);
    wire.socket.write(`POST /${hookUrl.secret} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n`);
    for (let index = 0; index < 10; index += 1) wire.socket.write(`2000\r\n${'x'.repeat(8_192)}\r\n`);
    const [answer] = await wire.answers(1);
    expect(answer?.status).toBe(413);
    await wire.closed;
    expect(journal.unsettled()).toEqual([]);
  });

  test('is refused though its length hides behind 200 other headers', async () => {
    const listener = await startListener({ limits: shortLimits });
    const crowd = Array.from({ length: 200 }, (_, index) => `X-${index}: 1`);
    const bytes = request('POST', `/${listener.hookUrl.secret}`, 'x'.repeat(70_000), crowd);
    expect([413, 431]).toContain((await ask(listener.port, bytes)).status);
    await expectGoodHook(listener);
  });

  test('begins after exactly 64 KiB', async () => {
    const { port, hookUrl } = await startListener();
    const body = hookBody(1).padEnd(65_536);
    expect((await ask(port, request('POST', `/${hookUrl.secret}`, body))).status).toBe(200);
    expect((await ask(port, request('POST', `/${hookUrl.secret}`, `${body} `))).status).toBe(413);
  });

  test.each([
    ['', []],
    [', its length hidden behind 200 other headers,', Array.from({ length: 200 }, (_, index) => `X-${index}: 1\r\n`)],
  ])('sent to a wrong path%s is cut off after the linger limit', async (_name, crowd) => {
    const { port } = await startListener({
      limits: { ...shortLimits, requestTimeout: 60_000, lingerTimeout: 60_000, lingerBytes: 100_000 },
    });
    const wire = open(port);
    wire.socket.write(`POST /wrong HTTP/1.1\r\nHost: a\r\n${crowd.join('')}Content-Length: 1000000000\r\n\r\n`);
    const [answer] = await wire.answers(1);
    expect([404, 431]).toContain(answer?.status);
    const flood = setInterval(() => wire.socket.write('x'.repeat(65_536)), 5);
    await wire.closed;
    clearInterval(flood);
    expect(wire.socket.bytesWritten).toBeLessThan(100_000_000);
  });
});

describe('Headers', () => {
  test('larger than 8 KiB are answered 431', async () => {
    const { port } = await startListener({ limits: shortLimits });
    const wire = open(port);
    wire.socket.write(request('GET', '/', '', [`X-Large: ${'x'.repeat(9_000)}`]));
    const [answer] = await wire.answers(1);
    expect(answer?.status).toBe(431);
    await wire.closed;
  });

  test('without end are cut off', async () => {
    const listener = await startListener({ limits: shortLimits });
    const wire = open(listener.port);
    wire.socket.write('GET / HTTP/1.1\r\n');
    const flood = setInterval(() => wire.socket.write('X: y\r\n'.repeat(200)), 2);
    await wire.closed;
    clearInterval(flood);
    expect(wire.text()).toMatch(/^(HTTP\/1.1 431 |$)/);
    await expectGoodHook(listener);
  });
});

test('A path of 8 KiB is answered 431, one just below it like any other', async () => {
  const { port } = await startListener({ limits: shortLimits });
  expect((await ask(port, request('GET', `/${'a'.repeat(9_000)}`))).status).toBe(431);
  expect((await ask(port, request('GET', `/${'a'.repeat(7_000)}`))).status).toBe(404);
});
