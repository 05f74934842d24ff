import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { overviewSchema, receivedRequestSchema } from '../../../electron/contract/index.ts';
import { visit } from '../../core/tunnel/visitor.ts';
import { startProxyServer } from '../../start/proxy-server.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { startHost } from './host.ts';
import { type HostPage, openPage } from './page.ts';
import { createWorld, postHook, startRelay } from './world.ts';

const run = promisify(execFile);

const overviewReply = v.object({ ok: v.literal(true), value: overviewSchema });
const overviewOf = async (page: HostPage) => v.parse(overviewReply, await page.ask('overview', null)).value;
const requestsReply = v.object({ ok: v.literal(true), value: v.array(receivedRequestSchema) });
const requestsOf = async (page: HostPage) => v.parse(requestsReply, await page.ask('received-requests', null)).value;
const copiedReply = v.object({ ok: v.literal(true), value: v.object({ kind: v.literal('text'), text: v.string() }) });

/** A hook through a relay, whose names only our own lookup knows. */
const postPublicly = async (url: unknown): Promise<number> =>
  (await visit(String(url), JSON.stringify({ type: 'task', id: 7, action: 'update' }))).status;

const start = async (more: readonly string[], dataDirectory = temporaryDirectory()) => {
  const world = await createWorld();
  const flags = [...world.flags.filter((flag) => flag !== '--no-ui'), '--ui-port', '0', '--data-dir', dataDirectory];
  const host = startHost([...flags, ...more], world.environment);
  const { localUrl } = await host.line('ready');
  await host.line('account', (line) => line['state'] === 'signed-in');
  return {
    ...world,
    host,
    localUrl: String(localUrl),
    dataDirectory,
    page: await openPage((await host.line('ready'))['uiUrl']),
  };
};

test('a tunnel chosen in the page works at once, and after a restart', async () => {
  const { url } = await startRelay();
  const dataDirectory = temporaryDirectory();
  writeFileSync(join(dataDirectory, 'settings.json'), JSON.stringify({ tunnel: 'off' }));
  const first = await start([], dataDirectory);
  const chosen = await first.page.ask('choose-tunnel', { tunnel: 'localtunnel', tunnelHost: url, publicUrl: null });
  expect(chosen).toEqual({ ok: true, value: null });
  const online = await first.host.line('tunnel', (line) => line['state'] === 'online');
  expect(await postPublicly(online['hookUrl'])).toBe(200);
  await first.host.line('hook');
  expect(await first.host.stop('SIGTERM')).toBe(0);

  const second = await start([], dataDirectory);
  const again = await second.host.line('tunnel', (line) => line['state'] === 'online');
  expect(again['hookUrl']).toBe(online['hookUrl']);
});

test('a tunnel fixed by flags cannot be chosen in the page', async () => {
  const { page } = await start(['--tunnel', 'off']);
  expect(await page.ask('tunnel-settings', null)).toMatchObject({ value: { isFixed: true } });
  const refused = await page.ask('choose-tunnel', { tunnel: 'off', tunnelHost: 'https://a.test', publicUrl: null });
  expect(refused).toMatchObject({ ok: false, failure: { code: 'settings-invalid' } });
});

test('the page shows what reached the listener and what became of it, and the command for it works', async () => {
  const { page, host, simulator, localUrl } = await start(['--tunnel', 'off']);
  const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', silently: true });
  expect(await postHook(localUrl, taskId, 'create')).toBe(200);
  await host.line('notification');
  const story = async (): Promise<string> => (await requestsOf(page))[0]?.story ?? '';
  while ((await story()) === 'About to be told') await pause(5);
  expect(await story()).toBe('Told you: Bo created “Book venue”');

  const [request] = await requestsOf(page);
  const copied = v.parse(copiedReply, await page.ask('copy-request-as-curl', { id: request?.id ?? '' }));
  const { stdout } = await run('bash', ['-c', copied.value.text], {
    env: { PATH: process.env['PATH'], HOOK_URL: localUrl },
  });
  expect(stdout).toContain('200 OK');
  expect(await requestsOf(page)).toHaveLength(2);

  expect(await page.ask('replay-request', { id: request?.id ?? '' })).toEqual({ ok: true, value: null });
  const settledCount = (): number =>
    host.all('settled').flatMap((line) => JSON.parse(JSON.stringify(line['hookIds']))).length;
  await host.line('settled', () => settledCount() === 3);
  expect(host.all('hook')).toHaveLength(3);
  expect(host.all('change')).toHaveLength(1);
  expect(
    JSON.stringify([...host.lines.filter(({ event }) => event !== 'ready' && event !== 'tunnel'), host.errors()]),
  ).not.toContain(new URL(localUrl).pathname);
});

test('a rotated hook URL is a new address from outside, while the old one goes on working, also after a restart', async () => {
  const { url } = await startRelay();
  const first = await start(['--tunnel', 'localtunnel', '--tunnel-host', url]);
  const { hookUrl: old } = await first.host.line('tunnel', (line) => line['state'] === 'online');
  const [before] = (await overviewOf(first.page)).hookUrls;
  expect(await first.page.ask('rotate-hook-url', { id: before?.id ?? '' })).toEqual({ ok: true, value: null });
  const [after] = (await overviewOf(first.page)).hookUrls;
  expect(after?.url).not.toBe(old);
  expect(after?.previousUntil).toBeGreaterThan(Date.now() + 6 * 86_400_000);
  expect(await postPublicly(old)).toBe(200);
  await first.host.line('hook');
  expect((await overviewOf(first.page)).notices.map(({ title }) => title)).toContain(
    'Redbooth still uses the old hook URL',
  );
  expect(await first.host.stop('SIGTERM')).toBe(0);

  const second = await start(['--tunnel', 'localtunnel', '--tunnel-host', url], first.dataDirectory);
  const online = await second.host.line('tunnel', (line) => line['state'] === 'online');
  expect(online['hookUrl']).toBe(after?.url);
  expect(await postPublicly(old)).toBe(200);
  expect(await postPublicly(after?.url)).toBe(200);
  expect((await overviewOf(second.page)).notices.map(({ title }) => title)).not.toContain(
    'Redbooth still uses the old hook URL',
  );
});

test('a proxy of the environment is asked for everything that is not on this machine', async () => {
  const world = await createWorld();
  const proxy = await startProxyServer(Number(new URL(world.origin).port));
  const host = startHost(
    [
      '--no-ui',
      '--data-dir',
      temporaryDirectory(),
      '--redbooth',
      'https://redbooth.test',
      '--tunnel',
      'url',
      '--public-url',
      'https://hooks.test/x',
    ],
    { ...world.environment, HTTPS_PROXY: proxy.url },
  );
  await host.line('tunnel', (line) => line['cause'] !== null);
  while (!proxy.asked.includes('CONNECT redbooth.test:443')) await pause(5);
  expect(proxy.asked).toContain('CONNECT hooks.test:443');
  expect(await host.stop('SIGTERM')).toBe(0);
});

test('a proxy that is none is said, and the host does not start', async () => {
  const host = startHost(['--no-ui', '--data-dir', temporaryDirectory()], { HTTPS_PROXY: 'socks5://127.0.0.1:1080' });
  expect(await host.ended).toBe(1);
  expect(host.errors()).toContain('HTTPS_PROXY');
});
