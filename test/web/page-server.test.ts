import { symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagePolicy } from '../../electron/core/page/policy.ts';
import { createPageServer } from '../../electron/web/page-server.ts';
import { temporaryDirectory } from '../fakes/directory.ts';
import { neighbour, startPageServer } from './page-server-fixture.ts';

describe('who may ask', () => {
  it.each([
    ['GET', { Host: 'evil.example' }],
    ['GET', { Host: 'localhost:1' }],
    ['GET', { Origin: 'https://evil.example' }],
    ['GET', { 'Sec-Fetch-Site': 'cross-site' }],
    ['POST', {}],
    ['POST', { Origin: 'https://evil.example' }],
    ['POST', { Origin: 'null' }],
    ['OPTIONS', { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' }],
  ])('refuses %s with %j, wherever it goes', async (method, headers) => {
    const { client, calls, signIn } = await startPageServer();
    const cookie = await signIn();
    for (const path of ['/', '/api/resume', '/api/session', '/api/events', '/nowhere']) {
      const answer = await client.send(method, path, {
        'Content-Type': 'application/json',
        Cookie: cookie,
        ...headers,
      });
      expect(answer.status).toBe(403);
    }
    expect(calls).toEqual([]);
  });

  it('refuses a request without Host', async () => {
    const { client } = await startPageServer();
    expect(await client.raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 403 /);
  });

  it('refuses a request with two Hosts', async () => {
    const { client, port } = await startPageServer();
    const hosts = `Host: 127.0.0.1:${port}\r\nHost: evil.example\r\n`;
    expect(await client.raw(`GET / HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 40[03] /);
  });

  it('never answers with a header that lets other origins read', async () => {
    const { client, signIn } = await startPageServer();
    const cookie = await signIn();
    const answers = [
      await client.send('GET', '/'),
      await client.post('/api/resume', null, { Cookie: cookie }),
      await client.send('OPTIONS', '/api/resume', { Origin: 'https://evil.example' }),
    ];
    const names = answers.flatMap(({ headers }) => Object.keys(headers));
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('every answer', () => {
  it('carries the security headers, whatever it is', async () => {
    const { client, signIn } = await startPageServer();
    const cookie = await signIn();
    const stream = await client.listen(cookie);
    const answers = [
      await client.send('GET', '/'),
      await client.send('GET', '/nowhere'),
      await client.send('GET', '/', { Host: 'evil.example' }),
      await client.send('GET', '/api/resume'),
      await client.post('/api/resume', null),
      await client.post('/api/resume', null, { Cookie: cookie }),
      await client.post('/api/session', { token: 'wrong' }),
      stream,
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 403, 405, 401, 200, 401, 200]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'content-security-policy': pagePolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['cache-control']).toMatch(/^no-(store|cache)$/);
    }
  });

  it.each([
    ['what is not HTTP', 'nonsense\r\n\r\n', 400],
    ['headers that are too large', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('carries them even to %s', async (_, text, status) => {
    const { client } = await startPageServer();
    const answer = await client.raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain(`Content-Security-Policy: ${pagePolicy}\r\n`);
  });
});

describe('the page’s files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html><title>Page</title>'],
    ['/?a=b', 'text/html; charset=utf-8', '<!doctype html><title>Page</title>'],
    ['/assets/app.js', 'text/javascript; charset=utf-8', 'export {};'],
    ['/assets/app.css', 'text/css; charset=utf-8', 'body {}'],
  ])('serves %s as %s', async (path, type, body) => {
    const { client } = await startPageServer();
    const answer = await client.send('GET', path);
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([200, type, body]);
  });

  it('sends no body on HEAD, and none again to who has it', async () => {
    const { client } = await startPageServer();
    const head = await client.send('HEAD', '/');
    expect([head.status, head.body]).toEqual([200, '']);
    const again = await client.send('GET', '/', { 'If-None-Match': head.headers.etag });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it.each([
    '/../neighbour.json',
    '/assets/../../neighbour.json',
    '/%2e%2e/neighbour.json',
    '/..%2fneighbour.json',
    '/..%5cneighbour.json',
    '/..\\neighbour.json',
    '//neighbour.json',
    '/./index.html',
    '/assets',
    '/assets/',
    '/assets/app.js/',
    '/assets/app.js%00.html',
    '/__proto__',
    '/constructor',
    '/notes.txt',
    '../neighbour.json',
    '*',
    'http://127.0.0.1/../neighbour.json',
  ])('serves nothing at %s', async (path) => {
    const { client, port } = await startPageServer();
    const answer = await client.raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 (400|404) /);
    expect(answer).not.toContain(neighbour);
  });

  it.skipIf(process.platform === 'win32')('follows no link out of the directory', async () => {
    const directory = temporaryDirectory();
    const elsewhere = join(temporaryDirectory(), 'secret.json');
    writeFileSync(elsewhere, neighbour);
    symlinkSync(elsewhere, join(directory, 'link.json'));
    const { client } = await startPageServer({ pageDirectory: directory });
    expect((await client.send('GET', '/link.json')).status).toBe(404);
  });

  it('takes nothing that is sent to them', async () => {
    const { client } = await startPageServer();
    const answer = await client.post('/', {});
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('signing in', () => {
  it('lets a browser in for a link’s token, and keeps the secret in a cookie out of reach of scripts', async () => {
    const { client, issueToken, port } = await startPageServer();
    const answer = await client.post('/api/session', { token: issueToken() });
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^redbooth-notifier-${port}=[\\w-]{43}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict$`),
      ),
    ]);
  });

  it('lets nobody in by a token that was used', async () => {
    const { client, issueToken } = await startPageServer();
    const token = issueToken();
    await client.post('/api/session', { token });
    const replay = await client.post('/api/session', { token });
    expect([replay.status, replay.headers['set-cookie']]).toEqual([401, undefined]);
  });

  it('lets nobody in by a token that is 10 minutes old', async () => {
    const { client, issueToken, clock } = await startPageServer();
    const token = issueToken();
    await clock.advance(10 * 60_000);
    expect((await client.post('/api/session', { token })).status).toBe(401);
  });

  it.each([{ token: 'wrong' }, { token: 7 }, { token: null }, {}, [], null, 'token'])(
    'lets nobody in by %j',
    async (body) => {
      const { client } = await startPageServer();
      expect((await client.post('/api/session', body)).status).toBe(401);
    },
  );

  it('slows down who guesses, for a minute', async () => {
    const { client, issueToken, clock } = await startPageServer();
    const token = issueToken();
    for (let guess = 0; guess < 10; guess += 1) await client.post('/api/session', { token: `wrong ${guess}` });
    const refused = await client.post('/api/session', { token });
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60']);
    await clock.advance(60_000);
    expect((await client.post('/api/session', { token })).status).toBe(204);
  });

  it('logs a refused link, never the token', async () => {
    const { client, logged } = await startPageServer();
    await client.post('/api/session', { token: 'the-wrong-token' });
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain('the-wrong-token');
  });
});

describe('a request of the page', () => {
  it('reaches the app with its payload, and brings the reply back', async () => {
    const { client, signIn, calls } = await startPageServer();
    const answer = await client.post('/api/resume', { some: ['payload'] }, { Cookie: await signIn() });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true, value: null }]);
    expect(calls).toEqual([{ name: 'resume', payload: { some: ['payload'] } }]);
  });

  it('gets a failure of the contract as an answer like any other', async () => {
    const { client, signIn } = await startPageServer();
    const answer = await client.post('/api/open-change', { id: '1' }, { Cookie: await signIn() });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      200,
      { ok: false, failure: { code: 'not-found', message: 'There is no such thing.' } },
    ]);
  });

  it.each([
    ['no cookie', ''],
    ['a made-up cookie', 'A'.repeat(43)],
  ])('is refused with %s', async (_, secret) => {
    const { client, calls, port } = await startPageServer();
    const headers = secret ? { Cookie: `redbooth-notifier-${port}=${secret}` } : {};
    const answer = await client.post('/api/resume', null, headers);
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
    expect(calls).toEqual([]);
  });

  it.each<[string, Record<string, string>, string, number]>([
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'a=b', 415],
    ['plain text', { 'Content-Type': 'text/plain' }, 'null', 415],
    ['no type', {}, 'null', 415],
    ['an encoding', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, 'null', 415],
    ['broken JSON', { 'Content-Type': 'application/json' }, '{', 400],
    ['nothing', { 'Content-Type': 'application/json' }, '', 400],
    ['64 KiB and a byte', { 'Content-Type': 'application/json' }, `"${'x'.repeat(65_535)}"`, 413],
    [
      'too much, its length not said',
      { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
      `"${'x'.repeat(200_000)}"`,
      413,
    ],
  ])('is refused with %s', async (_, headers, body, status) => {
    const { client, signIn, calls, port } = await startPageServer();
    const cookie = await signIn();
    const answer = await client.send(
      'POST',
      '/api/resume',
      { Origin: `http://127.0.0.1:${port}`, Cookie: cookie, ...headers },
      body,
    );
    expect(answer.status).toBe(status);
    expect(calls).toEqual([]);
  });

  it('may be 64 KiB long, and say its charset', async () => {
    const { client, signIn, calls } = await startPageServer();
    const headers = { Cookie: await signIn(), 'Content-Type': 'application/json; charset=utf-8' };
    const answer = await client.post('/api/resume', 'x'.repeat(65_534), headers);
    expect([answer.status, calls.length]).toEqual([200, 1]);
  });

  it('ends its connection when it goes on for a mebibyte, without waiting for the rest', async () => {
    const { client, signIn, port } = await startPageServer();
    const host = `127.0.0.1:${port}`;
    const head = `POST /api/resume HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nCookie: ${await signIn()}\r\n`;
    const body = `Content-Type: application/json\r\nContent-Length: 8000000\r\n\r\n${'x'.repeat(2_000_000)}`;
    // Whether the answer comes through or is lost with the connection is up to the system.
    const answer = await client.raw(head + body).catch(() => '');
    expect(answer).toMatch(/^(HTTP\/1.1 413 [^]*\r\nConnection: close\r\n|$)/);
  });

  it('is answered 500 and logged when the app has a bug', async () => {
    const { client, signIn, logged } = await startPageServer({ dispatch: () => Promise.reject(new Error('a bug')) });
    const answer = await client.post('/api/resume', null, { Cookie: await signIn() });
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain('a bug');
    expect(logged.join()).toContain('a bug');
  });
});

describe('the server', () => {
  it('listens on 127.0.0.1 alone', async () => {
    const { port } = await startPageServer();
    const refused = await new Promise((resolve) => {
      const socket = connect(port, '::1');
      socket.on('error', () => resolve(true));
      socket.on('connect', () => resolve(false));
    });
    expect(refused).toBe(true);
  });

  it('says so when its port is taken', async () => {
    const { port, client } = await startPageServer();
    const other = createPageServer({
      dispatch: async () => ({ ok: true, value: null }),
      subscribe: () => () => undefined,
      pageDirectory: temporaryDirectory(),
      links: { issue: () => '', redeem: () => false },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      clock: { now: () => 0, schedule: () => () => undefined },
    });
    const listening = await other.listen(port);
    expect(listening).toEqual({
      ok: false,
      failure: { code: 'ui-port-taken', message: expect.stringContaining(`port ${port}: another program uses it`) },
    });
    await other.dispose();
    expect((await client.send('GET', '/')).status).toBe(200);
  });

  it.each([
    ['in its headers', 'GET / HTTP/1.1\r\nHost: 127.0.0.1'],
    [
      'in its body',
      'POST /api/session HTTP/1.1\r\nHost: HERE\r\nOrigin: http://HERE\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
    ],
  ])('closes on a client that stops %s', async (_, text) => {
    const limits = { headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 20 };
    const { client, port } = await startPageServer({ limits });
    const answer = await client.raw(text.replaceAll('HERE', `127.0.0.1:${port}`));
    expect(answer).toMatch(/^(HTTP\/1.1 408 |$)/);
  });

  it('throws when its page was not built', async () => {
    const pageDirectory = join(temporaryDirectory(), 'missing');
    await expect(startPageServer({ pageDirectory })).rejects.toThrow('ENOENT');
  });
});
