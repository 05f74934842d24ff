import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../electron/core/clock.ts';
import { createProbe } from '../../../electron/core/doctor/probe.ts';
import type { Fetch } from '../../../electron/core/redbooth/client-port.ts';
import { nodeFetch } from '../../../electron/start/node-fetch.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const serve = async (date: string | null): Promise<{ url: string; asked: () => number }> => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.sendDate = false;
    if (date !== null) response.setHeader('Date', date);
    response.writeHead(401).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    asked: () => asked,
  };
};

it('tells how far this clock is ahead of the server’s, and asks once for all who want to know', async () => {
  const clock = createFakeClock(Date.UTC(2026, 10, 23, 9, 2, 0));
  const { url, asked } = await serve('Mon, 23 Nov 2026 09:00:00 GMT');
  const probe = createProbe({ fetch: nodeFetch, clock, url });
  expect(await Promise.all([probe(), probe()])).toEqual([
    { kind: 'answer', status: 401, ahead: 120_000 },
    { kind: 'answer', status: 401, ahead: 120_000 },
  ]);
  expect(asked()).toBe(1);
});

it.each([[null], ['yesterday, maybe']])(
  'a server that says %s for its time tells nothing of the clock',
  async (date) => {
    const { url } = await serve(date);
    expect(await createProbe({ fetch: nodeFetch, clock: systemClock, url })()).toEqual({
      kind: 'answer',
      status: 401,
      ahead: null,
    });
  },
);

it('a refused connection is silence', async () => {
  const probe = createProbe({ fetch: nodeFetch, clock: systemClock, url: 'http://127.0.0.1:1/' });
  expect(await probe()).toMatchObject({ kind: 'silent', fault: 'refused' });
});

it('a server that never answers is silent after 10 s, also for a client that does not heed the end', async () => {
  const clock = createFakeClock();
  const fetch: Fetch = () => new Promise(() => undefined);
  const reply = createProbe({ fetch, clock, url: 'https://redbooth.com/' })();
  await clock.advance(10_000);
  expect(await reply).toEqual({ kind: 'silent', fault: 'timeout' });
  expect(clock.waiting()).toBe(0);
});
