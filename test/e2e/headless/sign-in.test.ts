import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import { systemClock } from '../../../electron/core/clock.ts';
import type { Quirks } from '../../../electron/simulator/quirks.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { findFreePort } from '../../fakes/free-port.ts';
import { type Host, startHost } from './host.ts';
import { openPage } from './page.ts';

/** A Redbooth with an application registered for this test’s port, and nobody signed in to the app. */
const createWorld = async (quirks: Partial<Quirks> = {}) => {
  const port = await findFreePort();
  const redirectUris = [`http://localhost:${port}/oauth/callback`];
  const simulator = createSimulator({ seed: 7, clock: systemClock, signedInUser: 'ada', quirks, redirectUris });
  const { origin } = await simulator.listen();
  onTestFinished(() => simulator.dispose());
  const dataDirectory = temporaryDirectory();
  const settings = join(temporaryDirectory(), 'settings.json');
  writeFileSync(settings, JSON.stringify({ signInPort: port }));
  const flags = [
    '--data-dir',
    dataDirectory,
    '--settings',
    settings,
    '--redbooth',
    origin,
    ...'--api-rate 200 --catch-up 0 --tunnel off --ui-port 0'.split(' '),
  ];
  const { clientId, clientSecret } = simulator.client;
  const start = async (environment: Readonly<Record<string, string>> = {}) => {
    const host = startHost(flags, environment);
    const ready = await host.line('ready');
    simulator.attachHook(String(ready['localUrl']));
    return { host, page: await openPage(ready['uiUrl']), localUrl: String(ready['localUrl']) };
  };
  return { simulator, origin, port, dataDirectory, clientId, clientSecret, start };
};

type World = Awaited<ReturnType<typeof createWorld>>;
type Page = Awaited<ReturnType<typeof openPage>>;

/** Signs in as a person does: fills in the application, follows the link, agrees. */
const signIn = async ({ clientId, clientSecret, simulator }: World, page: Page, host: Host): Promise<string> => {
  await page.get('save-application', { id: clientId, secret: clientSecret });
  const opened = await page.get('sign-in', null);
  if (opened.kind !== 'link') throw new Error(`the link was ${opened.kind}`);
  const last = await (await fetch(opened.url)).text();
  await host.line('account', (line) => line['state'] === 'signed-in');
  // What is there when the app first looks is no news; tests are about what comes after.
  const hasLooked = (): boolean =>
    simulator.requests().some(({ path, status }) => path === '/api/3/tasks' && status === 200);
  while (!hasLooked()) await new Promise((resolve) => setTimeout(resolve, 20));
  return last;
};

const secretsIn = (dataDirectory: string): readonly string[] => {
  const text = readFileSync(join(dataDirectory, 'secrets.json'), 'utf8');
  return [...text.matchAll(/"(?:accessToken|refreshToken|secret)":"([^"]+)"/g)].map(([, secret = '']) => secret);
};

test('a person signs in from the page, gets their notifications, and is still signed in after a restart', async () => {
  const world = await createWorld();
  const { host, page } = await world.start();
  expect((await page.get('overview', null)).account).toMatchObject({
    state: 'signed-out',
    canSignOut: false,
    isFromEnvironment: false,
    signIn: { state: 'idle' },
  });
  expect(await page.get('sign-in-settings', null)).toMatchObject({
    redirectAddress: `http://localhost:${world.port}/oauth/callback`,
    storage: { strength: 'file' },
  });
  expect(await signIn(world, page, host)).toContain('You’re signed in');
  expect((await page.get('overview', null)).account).toMatchObject({ user: 'Ada Lovell', canSignOut: true });
  world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
  expect(await host.line('notification')).toMatchObject({ title: 'Bo created “Book venue”' });
  expect(await host.stop('SIGTERM')).toBe(0);
  expect(statSync(join(world.dataDirectory, 'secrets.json')).mode & 0o777).toBe(0o600);

  const again = await world.start();
  await again.host.line('account', (line) => line['state'] === 'signed-in');
  world.simulator.createTask({ name: 'Order cake', by: 'bo', assignedTo: 'ada' });
  expect(await again.host.line('notification')).toMatchObject({ title: 'Bo created “Order cake”' });
});

test('kill -9 right after signing in signs nobody out', async () => {
  const world = await createWorld();
  const first = await world.start();
  await signIn(world, first.page, first.host);
  await first.host.stop('SIGKILL');
  const { host } = await world.start();
  await host.line('account');
  expect(host.all('account').map((line) => line['state'])).toEqual(['signed-in']);
});

test('being thrown out at Redbooth is told at once, once, also over a restart; signing in again ends it', async () => {
  const world = await createWorld({ expiresIn: 7200 });
  const { host, page } = await world.start();
  await signIn(world, page, host);
  const [, token = ''] = secretsIn(world.dataDirectory);
  expect(await host.stop('SIGTERM')).toBe(0);
  world.simulator.revokeToken(token);

  const second = await world.start();
  await second.host.line('account', (line) => line['state'] === 'expired');
  expect(await second.host.line('notification')).toMatchObject({ title: 'Redbooth asks you to sign in again' });
  world.simulator.createTask({ name: 'Waits', by: 'bo', assignedTo: 'ada' });
  await second.host.line('hook');
  await world.simulator.hooksIdle();
  expect(await second.host.stop('SIGTERM')).toBe(0);
  expect(second.host.all('notification')).toHaveLength(1);

  const third = await world.start();
  await third.host.line('account', (line) => line['state'] === 'expired');
  expect((await third.page.get('overview', null)).notices.map(({ id }) => id)).toEqual(['signed-out']);
  await signIn(world, third.page, third.host);
  expect(await third.host.line('notification')).toMatchObject({ title: 'Bo created “Waits”' });
  expect(third.host.all('notification')).toHaveLength(1);
});

test('signing out forgets the tokens and the history, keeps the hook URL, and stays quiet', async () => {
  const world = await createWorld();
  const { host, page, localUrl } = await world.start();
  await signIn(world, page, host);
  world.simulator.createTask({ name: 'A title to forget', by: 'bo', assignedTo: 'ada' });
  await host.line('notification');
  expect((await page.get('changes', { before: null, limit: 10, filter: noFilter })).rows).toHaveLength(1);
  const secrets = secretsIn(world.dataDirectory);
  expect(secrets).toHaveLength(3);
  const hookUrls = (await page.get('overview', null)).hookUrls.map(({ id }) => id);
  await page.get('sign-out', { deleteHistory: true, forgetApplication: true });
  const { account, unread, hookUrls: after } = await page.get('overview', null);
  expect(account).toMatchObject({ state: 'signed-out', user: null, canSignOut: false });
  expect([unread, after.map(({ id }) => id)]).toEqual([0, hookUrls]);
  expect((await page.get('changes', { before: null, limit: 10, filter: noFilter })).rows).toEqual([]);
  for (const name of readdirSync(world.dataDirectory)) {
    const content = readFileSync(join(world.dataDirectory, name), 'latin1');
    for (const text of [...secrets, 'A title to forget'])
      expect(content.includes(text), `${name}: ${text}`).toBe(false);
  }

  const requests = world.simulator.requests().length;
  world.simulator.createTask({ name: 'Not read', by: 'bo', assignedTo: 'ada' });
  await host.line('hook', (line) => line['id'] !== '1');
  await world.simulator.hooksIdle();
  expect(await host.stop('SIGTERM')).toBe(0);
  expect(host.all('notification')).toHaveLength(1);
  expect(world.simulator.requests()).toHaveLength(requests);

  const again = await world.start();
  expect(again.localUrl).toBe(localUrl);
  await signIn(world, again.page, again.host);
  expect(await again.host.line('notification')).toMatchObject({ title: 'Bo created “Not read”' });
});

test('a taken port, and a person who says no, are told in words and as a stable code', async () => {
  const world = await createWorld({ authorization: 'denied' });
  const { host, page } = await world.start();
  await page.get('save-application', { id: world.clientId, secret: world.clientSecret });
  const other = createServer().listen(world.port, '::1');
  await once(other, 'listening');
  expect(await page.ask('sign-in', null)).toMatchObject({ ok: false, failure: { code: 'sign-in-port-taken' } });
  await host.line('error', (line) => line['code'] === 'sign-in-port-taken');
  await new Promise((resolve) => other.close(resolve));

  const opened = await page.get('sign-in', null);
  if (opened.kind !== 'link') throw new Error(`the link was ${opened.kind}`);
  expect((await page.get('overview', null)).account.signIn.state).toBe('waiting');
  expect(await (await fetch(opened.url)).text()).toContain('You’re not signed in');
  await host.line('error', (line) => line['code'] === 'sign-in-denied');
  expect((await page.get('overview', null)).account.signIn).toMatchObject({ state: 'failed', code: 'sign-in-denied' });
  await page.get('cancel-sign-in', null);
  expect((await page.get('overview', null)).account.signIn).toEqual({ state: 'idle' });
});

test('the environment wins over a kept sign-in, which is neither used nor touched', async () => {
  const world = await createWorld();
  const first = await world.start();
  await signIn(world, first.page, first.host);
  await first.host.stop('SIGTERM');
  const kept = readFileSync(join(world.dataDirectory, 'secrets.json'), 'utf8');
  const { accessToken } = world.simulator.signIn('bo');

  const { host, page } = await world.start({ REDBOOTH_ACCESS_TOKEN: accessToken });
  expect(await host.line('account')).toMatchObject({ state: 'signed-in', user: 'Bo Lindqvist' });
  expect((await page.get('overview', null)).account).toMatchObject({ isFromEnvironment: true, canSignOut: false });
  expect(await page.ask('sign-out', { deleteHistory: false, forgetApplication: true })).toMatchObject({
    failure: { code: 'sign-in-fixed' },
  });
  expect(await host.stop('SIGTERM')).toBe(0);
  const files = readdirSync(world.dataDirectory).map((name) => readFileSync(join(world.dataDirectory, name), 'latin1'));
  expect(files.join()).not.toContain(accessToken);
  expect(readFileSync(join(world.dataDirectory, 'secrets.json'), 'utf8')).toBe(kept);
});

test('no secret is in the output, the page, the arguments or any file but its own, whatever goes wrong', async () => {
  const world = await createWorld();
  const first = await world.start();
  const known = new Set<string>();
  const note = (): void => secretsIn(world.dataDirectory).forEach((secret) => known.add(secret));
  await signIn(world, first.page, first.host);
  note();
  await first.host.stop('SIGTERM');
  const [, ended = ''] = secretsIn(world.dataDirectory);
  world.simulator.expireToken(ended);
  world.simulator.failNext(1, { status: 500 }, '/oauth2/token');
  const { host, page } = await world.start();
  const pid = Number((await host.line('ready'))['pid']);
  world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
  await host.line('change');
  note();
  await page.get('sign-in-settings', null);
  await page.get('overview', null);
  if (process.platform === 'linux') expectNone(known, readFileSync(`/proc/${pid}/cmdline`, 'latin1'), 'arguments');
  expect(await host.stop('SIGTERM')).toBe(0);
  note();
  // The application’s secret, and two pairs.
  expect(known.size).toBe(5);
  expectNone(known, JSON.stringify([...first.host.lines, ...host.lines]), '--json');
  expectNone(known, first.host.errors() + host.errors(), 'stderr');
  expectNone(known, [...first.page.answers, ...page.answers].join(), 'the page');
  for (const name of readdirSync(world.dataDirectory).filter((each) => each !== 'secrets.json'))
    expectNone(known, readFileSync(join(world.dataDirectory, name), 'latin1'), name);
  // And the token goes to Redbooth’s API only, in its header only.
  for (const { path, search, authorization } of world.simulator.requests()) {
    if (authorization !== null) expect(path).toMatch(/^\/api\/3\//);
    expectNone(known, search, path);
  }
});

const expectNone = (secrets: ReadonlySet<string>, text: string, where: string): void => {
  for (const secret of secrets) expect(text.includes(secret), `a secret in ${where}`).toBe(false);
};
