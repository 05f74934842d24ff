import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { version } from '../../../electron/core/version.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { type Line, exportLines, runHost, startHost } from './host.ts';
import { createWorld, postHook } from './world.ts';

const oneLine = /^[^\n]+\n$/;

test.each([
  [['--no-such-flag'], '--no-such-flag'],
  [['stray'], 'stray'],
  [['--hook-port'], '--hook-port'],
  [['--hook-port', 'many'], '--hook-port'],
  [['--hook-port', '70000'], '--hook-port'],
  [['--tunnel', 'pigeon'], '--tunnel'],
  [['--tunnel', 'url'], '--public-url'],
  [['--redbooth', 'http://example.com'], '--redbooth'],
  [['--api-rate', '5'], '--api-rate'],
  [['--json=yes'], '--json'],
  [['--catch-up', '-1'], '--catch-up'],
  [['--json', '--json'], '--json'],
])('%j ends with 2 and one line that names the flag', async (flags, named) => {
  const { exitCode, stdout, stderr } = await runHost(flags);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(oneLine);
  expect(stderr).toContain(named);
});

test('--version and --help print and end with 0', async () => {
  expect(await runHost(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  const help = await runHost(['--help']);
  expect(help.exitCode).toBe(0);
  expect(help.stdout).toContain('--data-dir DIR');
});

test('an older Node is told in one line, with exit code 1', async (context) => {
  const found = ['/usr/local/bin/node', '/usr/bin/node'].find((path) => {
    try {
      return Number(execFileSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' })) < 24;
    } catch {
      return false;
    }
  });
  if (found === undefined) {
    console.log('skipped: no Node older than 24 on this machine');
    context.skip();
    return;
  }
  const entry = join(import.meta.dirname, '../../../dist/headless.js');
  try {
    execFileSync(found, [entry, '--help'], { encoding: 'utf8', stdio: 'pipe' });
    expect.unreachable('an older Node ran the app');
  } catch (error) {
    expect(error).toMatchObject({ status: 1, stdout: '' });
    expect(error).toHaveProperty('stderr', expect.stringMatching(oneLine));
    expect(error).toHaveProperty('stderr', expect.stringContaining('Node 24'));
  }
});

test('a second host on one data directory says so and ends with 1', async () => {
  const dataDirectory = temporaryDirectory();
  const flags = ['--data-dir', dataDirectory, '--tunnel', 'off', '--no-ui', '--redbooth', 'http://127.0.0.1:9'];
  await startHost(flags).line('ready');
  const second = await runHost(flags);
  expect(second.exitCode).toBe(1);
  expect(second.stderr).toMatch(oneLine);
  expect(second.stderr).toContain('already running');
});

test('after a kill -9 the data directory is free again', async () => {
  const dataDirectory = temporaryDirectory();
  const flags = ['--data-dir', dataDirectory, '--tunnel', 'off', '--no-ui', '--redbooth', 'http://127.0.0.1:9'];
  const first = startHost(flags);
  await first.line('ready');
  await first.stop('SIGKILL');
  const second = startHost(flags);
  await second.line('ready');
  expect(await second.stop('SIGTERM')).toBe(0);
});

test('a taken hook port or page port ends with 1 and names the flag', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  onTestFinished(() => void server.close());
  const common = ['--tunnel', 'off', '--redbooth', 'http://127.0.0.1:9'];
  for (const [flag, others] of [
    ['--hook-port', ['--no-ui']],
    ['--ui-port', []],
  ] as const) {
    const result = await runHost([...common, ...others, flag, String(port), '--data-dir', temporaryDirectory()]);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain(flag);
    expect(result.stderr.trimEnd().split('\n').at(-1)).toContain(String(port));
  }
});

test.each([
  ['{"tunnel":"pigeon"}', 'tunnel'],
  ['{"no-such-setting":1}', 'no-such-setting'],
  ['{"tunnel"', '--settings'],
  ['[]', '--settings'],
])('the settings file %s ends with 1 and names what is wrong', async (text, named) => {
  const directory = temporaryDirectory();
  const file = join(directory, 'overlay.json');
  writeFileSync(file, text);
  const result = await runHost(['--settings', file, '--data-dir', join(directory, 'state'), '--no-ui']);
  expect(result.exitCode).toBe(1);
  expect(result.stderr).toMatch(oneLine);
  expect(result.stderr).toContain(named);
});

test.each([['below a file'], ['below a folder that holds no folders']])(
  'a data directory %s ends with 1 and says why',
  async (where) => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'file'), '');
    const below = where === 'below a file' || process.platform !== 'linux' ? join(directory, 'file') : '/proc';
    const result = await runHost(['--data-dir', join(below, 'nope'), '--no-ui']);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(oneLine);
    expect(result.stderr).toContain('--data-dir');
  },
);

test('a history file that is not one is kept aside as it was, and said', async () => {
  const directory = temporaryDirectory();
  const letter = 'not a database at all, but long enough to be looked at';
  writeFileSync(join(directory, 'history.sqlite'), letter);
  const host = startHost(['--data-dir', directory, '--tunnel', 'off', '--no-ui', '--redbooth', 'http://127.0.0.1:9']);
  const error = await host.line('error');
  expect(error).toMatchObject({
    code: 'database-unreadable',
    message: expect.stringContaining('history.sqlite.broken-'),
  });
  await host.line('ready');
  const [aside] = readdirSync(directory).filter((name) => name.startsWith('history.sqlite.broken-'));
  expect(readFileSync(join(directory, aside ?? ''), 'utf8')).toBe(letter);
});

test('broken stored settings are kept aside, and said', async () => {
  const directory = temporaryDirectory();
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'settings.json'), '{"tunnel":');
  const host = startHost(['--data-dir', directory, '--tunnel', 'off', '--no-ui', '--redbooth', 'http://127.0.0.1:9']);
  const error = await host.line('error');
  expect(error).toMatchObject({ code: 'settings-invalid', message: expect.stringContaining('settings.json.broken-') });
  await host.line('ready');
});

test('--export prints the history while the app runs, as the same lines', async () => {
  const world = await createWorld();
  const dataDirectory = temporaryDirectory();
  const host = startHost([...world.flags, '--tunnel', 'off', '--data-dir', dataDirectory], world.environment);
  const { localUrl } = await host.line('ready');
  await host.line('account', (line) => line['state'] === 'signed-in');
  const { taskId } = world.simulator.createTask({ name: 'Exported', by: 'bo', assignedTo: 'ada' });
  expect(await postHook(String(localUrl), taskId, 'create')).toBe(200);
  await host.line('notification');
  // The moments differ by what lies between writing a row and printing its line.
  const withoutMoment = ({ at: _at, ...line }: Line) => line;
  const exported = (await exportLines(dataDirectory)).map(withoutMoment);
  const live = host.lines
    .filter((line) => ['hook', 'change', 'settled', 'notification'].includes(line.event))
    .map(withoutMoment);
  expect(exported).toEqual(expect.arrayContaining(live));
  expect(exported).toHaveLength(live.length);
});

test('--ui-link gives a fresh link to the running page, and says when nothing runs', async () => {
  const dataDirectory = temporaryDirectory();
  const nothing = await runHost(['--ui-link', '--data-dir', dataDirectory]);
  expect(nothing.exitCode).toBe(1);
  const host = startHost([
    '--data-dir',
    dataDirectory,
    '--tunnel',
    'off',
    '--ui-port',
    '0',
    '--redbooth',
    'http://127.0.0.1:9',
  ]);
  const { uiUrl } = await host.line('ready');
  const { exitCode, stdout } = await runHost(['--ui-link', '--data-dir', dataDirectory]);
  expect(exitCode).toBe(0);
  const link = new URL(stdout.trim());
  expect(link.origin).toBe(new URL(String(uiUrl)).origin);
  const token = new URLSearchParams(link.hash.slice(1)).get('token');
  const enter = () =>
    fetch(`${link.origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: link.origin },
      body: JSON.stringify({ token }),
    });
  expect((await enter()).status).toBe(204);
  expect((await enter()).status).toBe(401);
});
