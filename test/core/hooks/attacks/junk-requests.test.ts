import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TestListener, open, request, startListener } from '../harness.ts';
import { expectGoodHook } from './good-hook.ts';

const junk = fc.oneof(
  fc
    .record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'PROPFIND'),
      path: fc.webPath(),
      body: fc.string({ maxLength: 100 }),
    })
    .map(({ method, path, body }) => request(method, path === '' ? '/' : path, body)),
  fc
    .constantFrom('/.env', '/wp-login.php', '/api/session', '/../../etc/passwd', '/nonce/x')
    .map((path) => request('GET', path)),
  fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
);
const toHook = (secret: string) =>
  fc.oneof(
    fc.string({ minLength: 1 }).map((text) => Buffer.from(`POST /${secret} HTTP/1.1\r\n${text}\r\n\r\n`)),
    fc.nat(200).map((length) => Buffer.from(`POST /${secret} HTTP/1.1\r\nContent-Length: ${length}\r\n\r\n{}`)),
    fc.json().map((body) => request('POST', `/${secret}`, body)),
  );

const send = async ({ port }: TestListener, bytes: Uint8Array): Promise<string> => {
  const wire = open(port);
  wire.socket.end(bytes);
  await wire.closed;
  return wire.text();
};

test('10,000 junk requests leave the listener as it was, and no hook waits for them', async () => {
  const listener = await startListener({ limits: { lingerTimeout: 20 } });
  const { hookUrl, journal, logged } = listener;
  const requests = fc.sample(fc.oneof(junk, toHook(hookUrl.secret)), { seed: 48_123, numRuns: 10_000 });
  const statuses = new Set<string>();
  for (let start = 0; start < requests.length; start += 100) {
    const batch = requests.slice(start, start + 100).map((bytes) => send(listener, bytes));
    if (start % 1_000 === 0) await expectGoodHook(listener);
    for (const text of await Promise.all(batch)) statuses.add(/^HTTP\/1.1 (\d{3}) /.exec(text)?.[1] ?? '');
  }
  await expectGoodHook(listener);
  expect([...statuses].sort()).toEqual(['', '200', '400', '404']);
  expect(journal.unsettled().every(({ taskId }) => taskId === '4812300000000000001')).toBe(true);
  expect(logged).toEqual([]);
});
