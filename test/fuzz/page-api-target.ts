import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { systemClock } from '../../electron/core/clock.ts';
import { createPageServer } from '../../electron/web/page-server.ts';
import { startAppWorld } from './app-world.ts';
import { hostileText } from './hostile-json.ts';
import { pageRequest, problemOfReply } from './page-requests.ts';
import type { FuzzTarget } from './target.ts';

type Source = 'own' | 'foreign-host' | 'foreign-origin' | 'no-origin' | 'cross-site' | 'other-port';
type PageApiCase = {
  readonly name: string;
  readonly body: string;
  readonly method: string;
  readonly source: Source;
  readonly hasSession: boolean;
  readonly type: string | null;
};

const isOneOf = (name: string): boolean => /^[a-z-]{1,60}$/.test(name);

const cases: fc.Arbitrary<PageApiCase> = fc
  .record({
    asked: fc.oneof(
      { weight: 12, arbitrary: pageRequest.filter(({ name }) => isOneOf(name)) },
      {
        weight: 1,
        arbitrary: fc.record({
          name: fc.constant('session'),
          payload: fc.oneof(fc.record({ token: hostileText }), hostileText),
        }),
      },
    ),
    broken: fc.oneof(
      { weight: 12, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: hostileText },
      { weight: 1, arbitrary: fc.constantFrom('', '{', '"'.padEnd(70_000, 'x')) },
    ),
    method: fc.constantFrom(...Array<string>(20).fill('POST'), 'GET', 'PUT', 'DELETE', 'OPTIONS'),
    source: fc.constantFrom<Source>(
      ...Array<'own'>(12).fill('own'),
      'foreign-host',
      'foreign-origin',
      'no-origin',
      'cross-site',
      'other-port',
    ),
    hasSession: fc.constantFrom(true, true, true, true, true, true, true, false),
    type: fc.constantFrom(
      ...Array<string>(12).fill('application/json'),
      'application/json; charset=utf-8',
      'text/plain',
      null,
    ),
  })
  .map(({ asked, broken, ...rest }) => ({
    ...rest,
    name: asked.name,
    body: broken ?? JSON.stringify(asked.payload) ?? '',
  }));

const headersOf = ({ source, type, hasSession }: PageApiCase, host: string, cookie: string): OutgoingHttpHeaders => ({
  ...(type !== null && { 'Content-Type': type }),
  ...(hasSession && { Cookie: cookie }),
  Host: source === 'foreign-host' ? 'evil.example' : host,
  ...(source !== 'no-origin' && { Origin: source === 'foreign-origin' ? 'https://evil.example' : `http://${host}` }),
  ...(source === 'cross-site' && { 'Sec-Fetch-Site': 'cross-site' }),
  ...(source === 'other-port' && { 'Sec-Fetch-Site': 'same-site' }),
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** How the server must answer, by its rules in their order. */
const wantedStatus = ({ name, body, method, source, hasSession, type }: PageApiCase): readonly number[] => {
  // Reading needs no Origin, though it must not be a foreign one.
  if (source !== 'own' && !(source === 'no-origin' && method === 'GET')) return [403];
  if (method !== 'POST') return [405];
  if (name !== 'session' && !hasSession) return [401];
  if (type?.startsWith('application/json') !== true) return [415];
  if (Buffer.byteLength(body) > 65_536) return [413];
  if (!isJson(body)) return [400];
  return name === 'session' ? [401, 429] : [200];
};

/** The headless page’s requests over HTTP, to the real app, by its own page and by others. */
export const pageApiTarget: FuzzTarget<PageApiCase> = {
  name: 'requests over HTTP',
  share: 5,
  cases,
  together: 4,
  start: async () => {
    const world = await startAppWorld();
    const pageDirectory = join(world.directory, 'page');
    mkdirSync(pageDirectory);
    writeFileSync(join(pageDirectory, 'index.html'), '<!doctype html>');
    const token = 'the one good token';
    const logged: string[] = [];
    const server = createPageServer({
      dispatch: world.app.dispatch,
      subscribe: (listener) => world.app.subscribe(listener),
      pageDirectory,
      links: { issue: () => token, redeem: (given) => given === token },
      log: { info: () => undefined, warn: () => undefined, error: (line) => void logged.push(line) },
      clock: systemClock,
    });
    const listening = await server.listen(0);
    if (!listening.ok) throw new Error(listening.failure.message);
    const host = `127.0.0.1:${listening.value}`;
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const send = (path: string, method: string, headers: OutgoingHttpHeaders, body: string) =>
      new Promise<{ readonly status: number; readonly text: string; readonly cookie: string }>((resolve, reject) => {
        const sent = request(
          { host: '127.0.0.1', port: listening.value, path, method, headers, agent, timeout: 20_000 },
          (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
            response.on('error', reject);
            response.on('end', () =>
              resolve({
                status: response.statusCode ?? 0,
                text,
                cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
              }),
            );
          },
        );
        sent.on('timeout', () => sent.destroy(new Error('no answer')));
        sent.on('error', reject);
        sent.end(body);
      });
    const headers = { 'Content-Type': 'application/json', Origin: `http://${host}` };
    const { cookie } = await send('/api/session', 'POST', headers, JSON.stringify({ token }));
    return {
      check: async (given) => {
        try {
          const { status, text } = await send(
            `/api/${given.name}`,
            given.method,
            headersOf(given, host, cookie),
            given.body,
          );
          const [complaint] = [...world.complaints(), ...logged.splice(0)];
          if (complaint !== undefined) return complaint;
          const wanted = wantedStatus(given);
          if (!wanted.includes(status)) return `status ${status} and not ${wanted.join(' or ')}: ${text.slice(0, 100)}`;
          return status === 200 ? problemOfReply(given.name, JSON.parse(text)) : null;
        } catch (error) {
          return `no answer: ${String(error)}`;
        }
      },
      finish: async () => ({ complaints: [...world.complaints(), ...logged], figures: [] }),
      dispose: async () => {
        agent.destroy();
        await server.dispose();
        await world.dispose();
      },
    };
  },
};
