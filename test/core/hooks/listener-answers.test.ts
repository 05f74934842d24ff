import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ask, hookBody, request, startListener } from './harness.ts';

const notFoundBody = `${JSON.stringify({ error: { code: 'not-found', message: 'There is nothing here.' } })}\n`;

/** Plain hooks have a way of their own, and every request must be answered alike on both: the second is not plain. */
const ways = [
  ['a plain request', (bytes: Buffer): readonly Buffer[] => [bytes]],
  [
    'a request with a header that needs a real parser',
    (bytes: Buffer): readonly Buffer[] => [
      Buffer.from(bytes.toString('latin1').replace('\r\n', '\r\nVia: 1.1 relay\r\n'), 'latin1'),
    ],
  ],
  ['a request in many pieces', (bytes: Buffer): readonly Buffer[] => [...bytes].map((byte) => Buffer.of(byte))],
] as const;

describe.each(ways)('%s', (_way, split) => {
  test.each([
    ['a task hook', hookBody('48123'), 'update'],
    ['a numeric id', '{"type":"task","id":48123,"action":"create"}', 'create'],
    ['an unknown action', hookBody('48123', 'resolve'), 'update'],
    ['no action', '{"type":"task","id":"48123"}', 'update'],
    ['a form field', `payload=${encodeURIComponent(hookBody('48123', 'delete'))}`, 'delete'],
  ])('is answered 200 once %s is committed', async (_name, body, action) => {
    const { port, hookUrl, journal } = await startListener();
    const answer = await ask(port, ...split(request('POST', `/${hookUrl.secret}`, body)));
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(journal.unsettled()).toMatchObject([{ taskId: '48123', action, source: 'listener', hookUrlId: hookUrl.id }]);
  });

  test('is answered 200 and stored wholly when it is an array of hooks', async () => {
    const { port, hookUrl, journal } = await startListener();
    const answer = await ask(port, ...split(request('POST', `/${hookUrl.secret}`, `[${hookBody(1)},${hookBody(2)}]`)));
    expect(answer.status).toBe(200);
    expect(journal.unsettled().map(({ taskId }) => taskId)).toEqual(['1', '2']);
  });

  test.each([
    ['an unknown type', '{"type":"comment","id":"1","action":"create"}'],
    ['an empty body', ''],
    ['blanks', ' \r\n'],
  ])('is answered 200 and counted as ignored when it is %s', async (_name, body) => {
    const { port, hookUrl, journal, listener } = await startListener();
    expect(await ask(port, ...split(request('POST', `/${hookUrl.secret}`, body)))).toMatchObject({
      status: 200,
      body: '',
    });
    expect(listener.counts()).toMatchObject({ ignored: 1, accepted: 0 });
    expect(journal.unsettled()).toEqual([]);
  });

  test.each([
    ['not JSON', 'hello', 'The body is not JSON in UTF-8.'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'The body is not JSON in UTF-8.'],
    ['without an id', '{"type":"task"}', '“id” must be 1 to 19 digits.'],
    ['with 20 digits', hookBody('12345678901234567890'), '“id” must be 1 to 19 digits.'],
  ])('is answered 400 saying why when its body is %s', async (_name, body, message) => {
    const { port, hookUrl, journal, listener } = await startListener();
    const answer = await ask(port, ...split(request('POST', `/${hookUrl.secret}`, body)));
    expect(answer.status).toBe(400);
    const text = Buffer.from(answer.body, 'latin1').toString('utf8');
    expect(JSON.parse(text)).toEqual({ error: { code: 'bad-request', message } });
    expect(listener.counts().invalid).toBe(1);
    expect(journal.unsettled()).toEqual([]);
  });

  test.each([
    ['gzip', gzipSync(hookBody(1))],
    ['br', hookBody(1)],
  ])('is answered 415 when its content is encoded with %s', async (encoding, body) => {
    const { port, hookUrl, journal } = await startListener();
    const answer = await ask(
      port,
      ...split(request('POST', `/${hookUrl.secret}`, body, [`Content-Encoding: ${encoding}`])),
    );
    expect(answer.status).toBe(415);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'encoding-unsupported' } });
    expect(journal.unsettled()).toEqual([]);
  });

  test.each(['GET', 'HEAD'])('is answered 200 when it is a %s of the secret path', async (method) => {
    const { port, hookUrl } = await startListener();
    const answer = await ask(port, ...split(request(method, `/${hookUrl.secret}`)));
    expect(answer.status).toBe(200);
    if (method === 'GET') expect(answer.body).toMatch(/^This hook URL works\./);
    else expect(answer.body).toBe('');
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])(
    'is answered with the usual 404 when it is a %s of the secret path',
    async (method) => {
      const { port, hookUrl } = await startListener();
      expect(await ask(port, ...split(request(method, `/${hookUrl.secret}`)))).toMatchObject({
        status: 404,
        body: notFoundBody,
      });
    },
  );

  test.each([
    ['GET', '/'],
    ['POST', `/${'A'.repeat(43)}`],
    ['GET', `/${'A'.repeat(43)}`],
    ['POST', '/favicon.ico'],
    ['GET', '/nonce/unknown'],
    ['OPTIONS', '*'],
    ['GET', '/%2e%2e/etc/passwd'],
  ])('is answered with the same 404 when it is a %s of %s', async (method, path) => {
    const { port, journal } = await startListener();
    const body = method === 'POST' ? hookBody(1) : '';
    expect(await ask(port, ...split(request(method, path, body)))).toMatchObject({ status: 404, body: notFoundBody });
    expect(journal.unsettled()).toEqual([]);
  });

  test.each([
    ['a trailing slash', (secret: string) => `/${secret}/`],
    ['a query', (secret: string) => `/${secret}?source=redbooth`],
    ['both', (secret: string) => `/${secret}/?a=/b`],
    ['the absolute form', (secret: string) => `http://example.test/${secret}`],
  ])('reaches the hook URL with %s', async (_name, pathOf) => {
    const { port, hookUrl, journal } = await startListener();
    expect((await ask(port, ...split(request('POST', pathOf(hookUrl.secret), hookBody(7))))).status).toBe(200);
    expect(journal.unsettled()).toHaveLength(1);
  });

  test('is answered 503 with Retry-After while the journal cannot be written, and 200 afterwards', async () => {
    const { port, hookUrl, database, journal, logged } = await startListener();
    const bytes = request('POST', `/${hookUrl.secret}`, hookBody(7));
    database.exec('PRAGMA query_only = ON');
    const refused = await ask(port, ...split(bytes));
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'journal-unwritable' } });
    expect(await ask(port, ...split(bytes))).toMatchObject({ status: 503 });
    database.exec('PRAGMA query_only = OFF');
    expect(journal.unsettled()).toEqual([]);
    expect((await ask(port, ...split(bytes))).status).toBe(200);
    expect(journal.unsettled()).toHaveLength(1);
    expect(logged).toHaveLength(2);
  });

  test('needs no Host', async () => {
    const { port, hookUrl } = await startListener();
    const body = hookBody(1);
    const bytes = Buffer.from(`POST /${hookUrl.secret} HTTP/1.1\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    expect((await ask(port, ...split(bytes))).status).toBe(200);
  });
});

test('The nonce path answers with the nonce until it is forgotten', async () => {
  const { port, nonces } = await startListener();
  const { path, nonce, forget } = nonces.issue();
  expect(await ask(port, request('GET', path))).toMatchObject({ status: 200, body: nonce });
  expect((await ask(port, request('POST', path, hookBody(1)))).status).toBe(404);
  forget();
  expect((await ask(port, request('GET', path))).status).toBe(404);
});

test('Nothing is ever logged about requests, so no path is', async () => {
  const { port, hookUrl, logged } = await startListener();
  await ask(port, request('POST', `/${hookUrl.secret}`, hookBody(1)));
  await ask(port, request('POST', `/${hookUrl.secret}`, 'nonsense'));
  await ask(port, request('GET', '/secret-looking-path'));
  await ask(port, 'nonsense\r\n\r\n');
  expect(logged).toEqual([]);
});
