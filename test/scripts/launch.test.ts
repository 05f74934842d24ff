import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../fakes/clock.ts';
import { createFakeProject, hangs, prints, startLaunch, untilStopped } from './fake-project.ts';

const uiUrl = 'http://127.0.0.1:8766/#token=abc';
const ready = (url: string | null): string => prints({ event: 'ready', localUrl: 'x', hookUrl: null, uiUrl: url });
const headless = `${ready(uiUrl)}process.exit(7);`;
const noDisplay = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };

// The programs are scripts with a shebang, which Windows does not run.
describe.skipIf(process.platform === 'win32')('starting', () => {
  it('runs the desktop app where there is a display, and ends as it does', async () => {
    const { root } = createFakeProject({ electron: `${ready(null)}process.exitCode = 3;`, headless });
    const { exitCode, printed } = startLaunch({ root });
    expect([await exitCode, printed]).toEqual([3, ['Redbooth Notifier is running.']]);
  });

  it('runs the headless host where there is none, saying why and where the page is, in one line', async () => {
    const { root } = createFakeProject({ electron: ready(null), headless });
    const { exitCode, printed } = startLaunch({ root, env: noDisplay });
    expect([await exitCode, printed]).toEqual([
      7,
      [`No display here, so the app runs without a window: open ${uiUrl} in your browser.`],
    ]);
  });

  it('names no page when there is none', async () => {
    const { root } = createFakeProject({ headless: ready(null) });
    const { exitCode, printed } = startLaunch({ root, env: noDisplay, flags: ['--no-ui'] });
    await exitCode;
    expect(printed).toEqual(['No display here, so the app runs without a window.']);
  });

  it.each([
    ['is not ready in time', 'setInterval(() => {}, 1000);', 'The desktop app was not ready within 0 s'],
    ['ends before it says a word', 'process.exit(1);', 'The desktop app ended while it started'],
    ['is killed before it says a word', 'process.kill(process.pid, "SIGKILL");', 'The desktop app ended while it'],
  ])('gives way to the headless host when the desktop app %s', async (_, electron, reason) => {
    const { root } = createFakeProject({ electron, headless });
    const { exitCode, printed } = startLaunch({
      root,
      readyLimit: electron.includes('exit') || electron.includes('kill') ? 60_000 : 200,
    });
    expect(await exitCode).toBe(7);
    expect(printed).toEqual([expect.stringContaining(reason)]);
  });

  it('ends a late desktop app before the headless host starts', async () => {
    const { root } = createFakeProject({
      electron: `console.log(process.pid); setInterval(() => {}, 1000);`,
      headless: `import { readFileSync } from 'node:fs';
        try { process.kill(Number(readFileSync(process.argv.at(-1), 'utf8')), 0); } catch { process.exit(0); }
        process.exit(1);`,
    });
    const file = join(root, 'pid');
    const clock = createFakeClock();
    const { exitCode, printed, said } = startLaunch({ root, flags: ['--json', file], clock, readyLimit: 20_000 });
    await said('');
    writeFileSync(file, printed.join());
    await clock.advance(20_000);
    expect(await exitCode).toBe(0);
  });

  it.each([
    ['was closed', 'process.exit(0);', 0],
    ['found the flags wrong', 'process.exit(2);', 2],
    ['said itself why it cannot run', `${prints({ event: 'error', message: 'In use.' })}process.exitCode = 1;`, 1],
  ])('does not start another host when the desktop app %s', async (_, electron, code) => {
    const { root } = createFakeProject({ electron, headless });
    const { exitCode, printed } = startLaunch({ root });
    expect(await exitCode).toBe(code);
    expect(printed.join()).not.toContain('without a window');
  });

  it('does without an Electron that cannot be run', async () => {
    const { root, packageDirectory } = createFakeProject({ electron: '', headless });
    writeFileSync(join(packageDirectory, 'path.txt'), '.');
    const { exitCode, printed } = startLaunch({ root });
    expect(await exitCode).toBe(7);
    expect(printed[0]).toContain('Electron could not be started');
  });
});

describe('the flags', () => {
  const echo = (file: string): string =>
    `import { writeFileSync } from 'node:fs';
     writeFileSync(${JSON.stringify(file)}, JSON.stringify({ flags: process.argv.slice(2), asNode: process.env.ELECTRON_RUN_AS_NODE ?? null }));`;

  it.each([
    [[], ['--json']],
    [
      ['--demo', '--hook-port', '8080'],
      ['--json', '--demo', '--hook-port', '8080'],
    ],
    [
      ['--demo', '--json'],
      ['--demo', '--json'],
    ],
    [['--help'], ['--help']],
    [
      ['--ui-link', '--data-dir', 'here'],
      ['--ui-link', '--data-dir', 'here'],
    ],
  ])('%j reach the host as %j', async (flags, passed) => {
    const { root } = createFakeProject({});
    const file = join(root, 'echo.json');
    const project = createFakeProject({ headless: echo(file) });
    await startLaunch({ root: project.root, env: { ...noDisplay, ELECTRON_RUN_AS_NODE: '1' }, flags }).exitCode;
    const { default: seen } = await import(file, { with: { type: 'json' } });
    expect(seen).toEqual({ flags: passed, asNode: null });
  });

  it.each(['--help', '--version', '--export', '--ui-link'])(
    '%s is answered by the headless host, word for word',
    async (flag) => {
      const { root } = createFakeProject({
        electron: 'process.exit(5);',
        headless: `console.log('the answer');${prints({ event: 'hook' })}`,
      });
      const { exitCode, printed } = startLaunch({ root, flags: [flag] });
      expect([await exitCode, printed]).toEqual([0, ['the answer', '{"event":"hook"}']]);
    },
  );

  it('--json keeps stdout to the host’s own lines', async () => {
    const { root } = createFakeProject({ headless: ready(uiUrl) });
    const { exitCode, printed, noted } = startLaunch({ root, env: noDisplay, flags: ['--json'] });
    await exitCode;
    expect(printed.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ event: 'ready', uiUrl })]);
    expect(noted).toEqual(['No display here, so the app runs without a window.']);
  });
});

describe.skipIf(process.platform === 'win32')('Electron', () => {
  const argv = `console.log(JSON.stringify({ event: 'error', message: process.argv.slice(2).join(' ') })); process.exitCode = 1;`;

  it('gets the project and then the flags', async () => {
    const { root } = createFakeProject({ electron: argv });
    const { exitCode, printed } = startLaunch({ root, flags: ['--hidden'] });
    await exitCode;
    expect(printed).toEqual([`Error: ${root} --json --hidden`]);
  });

  it('runs without its sandbox as root, and that is said', async () => {
    const { root } = createFakeProject({ electron: argv });
    const { exitCode, printed } = startLaunch({ root, isRoot: true });
    await exitCode;
    expect(printed).toEqual([
      'Running as root, where Chromium’s sandbox cannot work: starting with --no-sandbox.',
      `Error: --no-sandbox ${root} --json`,
    ]);
  });

  it('is downloaded by its own installer when it is not here', async () => {
    const program = `#!${process.execPath}\n${ready(null)}process.exitCode = 3;`;
    const { root } = createFakeProject({
      installer: `const fs = require('node:fs'), path = require('node:path');
        fs.mkdirSync(path.join(__dirname, 'dist'));
        fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), ${JSON.stringify(program)}, { mode: 0o755 });
        fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`,
    });
    const { exitCode, printed } = startLaunch({ root });
    expect([await exitCode, printed]).toEqual([
      3,
      ['Downloading Electron, about 120 MB, this one time.', 'Redbooth Notifier is running.'],
    ]);
  });

  it.each([
    [
      'fails',
      `console.error("/x/install.js:9\\n  throw e;\\n\\nRequestError: getaddrinfo ENOTFOUND host\\n    at x"); process.exit(1);`,
      'Electron could not be downloaded (getaddrinfo ENOTFOUND host)',
    ],
    ['takes too long', 'setInterval(() => {}, 1000);', 'Electron could not be downloaded within 0 s'],
    ['leaves nothing behind', '', 'Electron could not be unpacked'],
  ])('is done without when the download %s', async (_, installer, reason) => {
    const { root } = createFakeProject({ installer, headless });
    const downloadLimit = installer.startsWith('setInterval') ? 200 : 60_000;
    const { exitCode, printed } = startLaunch({ root, downloadLimit });
    expect(await exitCode).toBe(7);
    expect(printed.at(-1)).toBe(`${reason}, so the app runs without a window: open ${uiUrl} in your browser.`);
  });

  it('is done without when its package is not installed', async () => {
    const { root } = createFakeProject({ headless });
    const { exitCode, printed } = startLaunch({ root });
    expect(await exitCode).toBe(7);
    expect(printed).toEqual([expect.stringContaining('Electron is not installed here')]);
  });

  it('is not downloaded when an own one is named that is not there', async () => {
    const { root } = createFakeProject({ headless, installer: 'process.exit(9);' });
    const env = { ...process.env, DISPLAY: ':1', ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere') };
    const { exitCode, printed } = startLaunch({ root, env });
    expect(await exitCode).toBe(7);
    expect(printed).toEqual([expect.stringContaining('where ELECTRON_OVERRIDE_DIST_PATH points')]);
  });
});

describe.skipIf(process.platform === 'win32')('a request to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s is passed on, and the host’s exit code is ours', async (signal) => {
    const { root } = createFakeProject({ headless: `${untilStopped(0)}${ready(uiUrl)}` });
    const { exitCode, stop, said, printed } = startLaunch({ root, env: noDisplay });
    await said('without a window');
    stop.request(signal);
    expect(await exitCode).toBe(0);
    expect(printed.at(-1)).toBe('Error: stopped');
  });

  it('ends the desktop app without starting another host', async () => {
    const { root } = createFakeProject({ electron: `${untilStopped(1)}${ready(null)}`, headless });
    const { exitCode, stop, said, printed } = startLaunch({ root });
    await said('running');
    stop.request('SIGTERM');
    expect(await exitCode).toBe(1);
    expect(printed.join()).not.toContain('without a window');
  });

  it('during the download ends everything', async () => {
    const { root } = createFakeProject({ installer: hangs, headless });
    const { exitCode, stop, said, printed } = startLaunch({ root });
    await said('Downloading');
    stop.request('SIGTERM');
    expect(await exitCode).toBe(0);
    expect(printed).toHaveLength(1);
  });

  it('is counted as shells count when the host ends by the signal', async () => {
    const { root } = createFakeProject({ headless: `${ready(uiUrl)}setInterval(() => {}, 1000);` });
    const { exitCode, stop, said } = startLaunch({ root, env: noDisplay });
    await said('without a window');
    stop.request('SIGTERM');
    expect(await exitCode).toBe(143);
  });
});
