import { EventEmitter, once } from 'node:events';
import { type RequestListener, createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Fetch } from '../../../electron/core/redbooth/client-port.ts';
import { systemClock } from '../../../electron/core/clock.ts';
import { register } from '../../../electron/core/tunnel/localtunnel/registration.ts';
import { portOf } from '../../../electron/simulator/relay/tunnel-port.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const granted = { id: 'wanted', port: 4321, url: 'https://wanted.relay.test', max_conn_count: 10 };
const never = new AbortController().signal;

const serve = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${portOf(server.address())}`;
};

const serveJson = (body: unknown, status = 200): Promise<string> =>
  serve((_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)));

const ask = (host: string) => register({ fetch, clock: systemClock }, { host, name: 'wanted' }, never);

test('asks for the name by its path and says who asks, whatever slash the host ends in', async () => {
  const asked: unknown[] = [];
  const host = await serve((request, response) => {
    asked.push([request.method, request.url, request.headers['user-agent']]);
    response.end(JSON.stringify(granted));
  });
  await ask(host);
  await ask(`${host}/`);
  expect(asked).toEqual(
    Array.from({ length: 2 }, () => ['GET', '/wanted', expect.stringMatching(/^RedboothNotifier\//)]),
  );
});

test.for([
  ['all fields', granted, { connectionLimit: 10 }],
  ['no count', { ...granted, max_conn_count: undefined }, { connectionLimit: 1 }],
  ['a count of none', { ...granted, max_conn_count: 0 }, { connectionLimit: 1 }],
  ['a high count', { ...granted, max_conn_count: 5000 }, { connectionLimit: 10 }],
  ['the name in capitals', { ...granted, id: 'WANTED' }, { port: 4321 }],
  ['an address with a slash', { ...granted, url: 'https://wanted.relay.test/' }, { url: 'https://wanted.relay.test' }],
] as const)('takes a grant with %s', async ([, body, registration]) => {
  expect(await ask(await serveJson(body))).toMatchObject({ ok: true, value: registration });
});

test.for([
  ['another name', { ...granted, id: 'other' }, 'name-taken'],
  ['a port of 0', { ...granted, port: 0 }, 'relay-reply-unusable'],
  ['a port beyond 65535', { ...granted, port: 65_536 }, 'relay-reply-unusable'],
  ['a port that is text', { ...granted, port: '4321' }, 'relay-reply-unusable'],
  ['an address that is no web address', { ...granted, url: 'javascript:alert(1)' }, 'relay-reply-unusable'],
  ['an address with a password', { ...granted, url: 'https://a:b@relay.test' }, 'relay-reply-unusable'],
  ['nothing but a list', [], 'relay-reply-unusable'],
  ['more than 64 KiB', { ...granted, more: 'x'.repeat(70_000) }, 'relay-reply-unusable'],
] as const)('does not take a grant with %s', async ([, body, cause]) => {
  expect(await ask(await serveJson(body))).toMatchObject({ ok: false, failure: { cause, final: false } });
});

test.for([
  [400, true],
  [403, true],
  [404, true],
  [408, false],
  [429, false],
  [500, false],
  [503, false],
] as const)('a refusal with %i carries the relay’s words; final: %s', async ([status, final]) => {
  expect(await ask(await serveJson({ message: 'Not\nyou.' }, status))).toEqual({
    ok: false,
    failure: { cause: 'relay-rejected', message: `The tunnel server answered ${status}: Not you.`, final },
  });
});

test('follows no redirect', async () => {
  const host = await serve((_, response) => response.writeHead(302, { location: 'https://elsewhere.test/' }).end());
  expect(await ask(host)).toMatchObject({ ok: false, failure: { cause: 'relay-reply-unusable' } });
});

describe('a relay that hangs', () => {
  test.for([
    ['before its answer', () => {}],
    ['in the middle of it', (_, response) => void response.writeHead(200).write('{')],
  ] as const satisfies readonly (readonly [string, RequestListener])[])(
    '%s is given up after four seconds',
    async ([, answer]) => {
      const clock = createFakeClock();
      const asked = new EventEmitter();
      const arrival = once(asked, 'asked');
      const host = await serve((request, response) => {
        answer(request, response);
        asked.emit('asked');
      });
      const outcome = register({ fetch, clock }, { host, name: 'wanted' }, never);
      await arrival;
      await clock.advance(3999);
      expect(clock.waiting()).toBe(1);
      await clock.advance(1);
      expect(await outcome).toMatchObject({ ok: false, failure: { cause: 'relay-hung', final: false } });
      expect(clock.waiting()).toBe(0);
    },
  );

  test('is given up after four seconds also by a fetch that heeds no signal', async () => {
    const clock = createFakeClock();
    const deaf: Fetch = () => new Promise(() => {});
    const outcome = register({ fetch: deaf, clock }, { host: 'http://relay.test', name: 'wanted' }, never);
    await clock.advance(4000);
    expect(await outcome).toMatchObject({ ok: false, failure: { cause: 'relay-hung' } });
  });
});

const coded = (code: string): Error => Object.assign(new Error(code), { code });
const wrapped = (cause: unknown): Error => new TypeError('fetch failed', { cause });

test.for([
  ['relay-refused', wrapped(coded('ECONNREFUSED'))],
  ['relay-refused', wrapped(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]))],
  ['relay-refused', wrapped(coded('UND_ERR_SOCKET'))],
  ['relay-refused', new Error('net::ERR_CONNECTION_REFUSED')],
  ['relay-hung', wrapped(coded('UND_ERR_CONNECT_TIMEOUT'))],
  ['relay-hung', new Error('net::ERR_CONNECTION_TIMED_OUT')],
  ['dns', wrapped(coded('ENOTFOUND'))],
  ['dns', wrapped(coded('EAI_AGAIN'))],
  ['dns', new Error('net::ERR_NAME_NOT_RESOLVED')],
  ['no-internet', wrapped(coded('ENETUNREACH'))],
  ['no-internet', new Error('net::ERR_INTERNET_DISCONNECTED')],
  ['relay-reply-unusable', wrapped(coded('CERT_HAS_EXPIRED'))],
  ['relay-reply-unusable', new Error('net::ERR_CERT_AUTHORITY_INVALID')],
] as const)('%s is the cause when fetch fails with %s', async ([cause, error]) => {
  const failing: Fetch = () => Promise.reject(error);
  expect(
    await register({ fetch: failing, clock: createFakeClock() }, { host: 'http://relay.test', name: 'wanted' }, never),
  ).toMatchObject({ ok: false, failure: { cause, final: false } });
});
