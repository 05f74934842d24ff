import { createServer } from 'node:http';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkNames } from '../../../electron/contract/index.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { runHost, startHost } from './host.ts';
import { createWorld, startRelay } from './world.ts';

const secret = /[\w-]{43}/;

type Line = Readonly<Record<string, unknown>>;

/** Runs `doctor --json`: the exit code, the checks by their names, and the last line. */
const examine = async (flags: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const { exitCode, stdout, stderr } = await runHost(['doctor', '--json', ...flags], environment);
  const lines = stdout
    .trim()
    .split('\n')
    .map((text): Line => JSON.parse(text));
  const checks = lines.filter(({ event }) => event === 'check');
  const check = (name: string): Line => checks.find((line) => line['name'] === name) ?? {};
  return { exitCode, stdout, stderr, checks, check, summary: lines.at(-1) };
};

test('with no app running it looks from outside, makes nothing, and tells all twelve in order', async () => {
  const world = await createWorld();
  const { url } = await startRelay();
  const directory = temporaryDirectory();
  const { exitCode, checks, check, summary, stdout } = await examine(
    ['--data-dir', join(directory, 'state'), '--redbooth', world.origin, '--tunnel-host', url],
    world.environment,
  );
  expect(checks.map(({ name }) => name)).toEqual(checkNames);
  expect(summary).toMatchObject({ event: 'doctor', verdict: 'ok', broken: 0 });
  expect(exitCode).toBe(0);
  expect(check('account')).toMatchObject({ verdict: 'ok', subject: 'REDBOOTH_ACCESS_TOKEN=***' });
  expect(check('relay')).toMatchObject({ verdict: 'ok' });
  expect(check('public-nonce')).toMatchObject({ verdict: 'not-applicable' });
  expect(check('clock')).toMatchObject({ verdict: 'ok' });
  expect(stdout).not.toContain(world.environment.REDBOOTH_ACCESS_TOKEN);
  expect(readdirSync(directory)).toEqual([]);
});

test('an app that runs is asked for its own checks, through its page, and goes on as before', async () => {
  const world = await createWorld();
  const { url } = await startRelay();
  const directory = temporaryDirectory();
  const flags = world.flags.filter((flag) => flag !== '--no-ui');
  const host = startHost(
    [...flags, '--ui-port', '0', '--data-dir', directory, '--tunnel-host', url],
    world.environment,
  );
  await host.line('ready');
  await host.line('tunnel', ({ state }) => state === 'online');
  const { exitCode, check, stdout } = await examine(['--data-dir', directory]);
  expect(stdout).not.toMatch(secret);
  expect(check('listener')).toMatchObject({ verdict: 'ok' });
  expect(check('public-nonce')).toMatchObject({ verdict: 'ok', subject: expect.stringContaining('••••••') });
  expect(check('account')).toMatchObject({ verdict: 'ok', subject: expect.stringContaining('Ada') });
  expect(check('keyring')).toMatchObject({ verdict: 'not-applicable' });
  expect(exitCode).toBe(0);
  expect(host.errors()).toBe('');
  expect(await host.stop('SIGTERM')).toBe(0);
});

test('an app without a page is looked at from outside, and says what only it could tell', async () => {
  const world = await createWorld();
  const directory = temporaryDirectory();
  const host = startHost([...world.flags, '--tunnel', 'off', '--data-dir', directory], world.environment);
  await host.line('ready');
  const { check, exitCode } = await examine(
    ['--data-dir', directory, '--redbooth', world.origin, '--tunnel', 'off'],
    world.environment,
  );
  expect(check('listener')).toMatchObject({ verdict: 'ok' });
  expect(check('keyring')).toMatchObject({ verdict: 'not-applicable', message: expect.stringContaining('running') });
  expect(check('database')).toMatchObject({ verdict: 'ok' });
  expect(exitCode).toBe(0);
  expect(await host.stop('SIGTERM')).toBe(0);
});

test('what is wrong has advice, an overall verdict and exit code 1', async () => {
  const { exitCode, check, summary } = await examine([
    '--data-dir',
    temporaryDirectory(),
    '--redbooth',
    'http://127.0.0.1:1',
    '--tunnel',
    'off',
  ]);
  expect(exitCode).toBe(1);
  expect(summary).toMatchObject({ verdict: 'broken' });
  expect(check('internet')).toMatchObject({ verdict: 'broken', advice: expect.stringMatching(/\.$/) });
  expect(check('account')).toMatchObject({ verdict: 'broken', message: 'Nobody is signed in.' });
});

test('another program on the listener’s port is told, and keeps it', async () => {
  const server = createServer((_request, response) => response.end('mine'));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  onTestFinished(() => void server.close());
  const { check } = await examine([
    '--data-dir',
    temporaryDirectory(),
    '--redbooth',
    'http://127.0.0.1:1',
    '--hook-port',
    String(port),
  ]);
  expect(check('listener')).toMatchObject({ verdict: 'broken', subject: `http://127.0.0.1:${port}` });
  expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200);
});

test('for a person it prints a line a check and the verdict', async () => {
  const { stdout, exitCode } = await runHost([
    'doctor',
    '--data-dir',
    temporaryDirectory(),
    '--redbooth',
    'http://127.0.0.1:1',
  ]);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(checkNames.length + 2);
  expect(lines[0]).toMatch(/^Broken +Internet +Nothing outside this computer answers\. Check the internet connection/);
  expect(lines.at(-1)).toBe('Something does not work.');
  expect(exitCode).toBe(1);
});

test.each([
  [['doctor', '--no-such-flag'], '--no-such-flag'],
  [['doctor', 'please'], 'please'],
  [['doctor', '--demo'], '--demo'],
  [['--json', 'doctor'], 'doctor'],
])('%j ends with 2 and one line', async (flags, named) => {
  const { exitCode, stdout, stderr } = await runHost(flags);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toContain(named);
});
