import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { checkNames, checkReportSchema } from '../../../electron/contract/index.ts';
import { english } from '../../../electron/messages/en/index.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { createWorld, startRelay } from '../headless/world.ts';
import { electronPath } from './desktop.ts';
import { driveApp } from './driven-app.ts';

const hasDesktop = electronPath() !== null && process.env['OPENED_URLS'] !== undefined;
if (!hasDesktop) console.log('skipped: no desktop that a test may drive (OPENED_URLS)');

const root = fileURLToPath(new URL('../../..', import.meta.url));
const secret = /[\w-]{43}/;
const replySchema = v.object({ value: checkReportSchema });

/** Runs `doctor --json` with the program of the desktop app. */
const examine = async (flags: readonly string[], environment: Readonly<Record<string, string>>) => {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const env = { ...inherited, ...environment };
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const parameters = [...switches, root, 'doctor', '--json', ...flags];
  // It ends with 1 where something needs attention.
  const { stdout } = await promisify(execFile)(electronPath() ?? '', parameters, { env }).catch((error: unknown) =>
    v.parse(v.looseObject({ stdout: v.string() }), error),
  );
  return stdout
    .trim()
    .split('\n')
    .map((line): Readonly<Record<string, unknown>> => JSON.parse(line));
};

describe.skipIf(!hasDesktop)('“Check the app” on a desktop', () => {
  test('tells in the window how all twelve things are, and shows no secret', async () => {
    const world = await createWorld();
    const { url } = await startRelay();
    const { page, hookUrl } = await driveApp(
      [
        ...world.flags.filter((flag) => flag !== '--no-ui'),
        '--tunnel',
        'localtunnel',
        '--tunnel-host',
        url,
        '--data-dir',
        temporaryDirectory(),
      ],
      world.environment,
    );
    await page.getByText('Signed in as Ada Lovell').waitFor();
    await page
      .getByText(/^Reachable/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'More views' }).click();
    await page.getByRole('button', { name: 'Check the app' }).click();
    await page.getByRole('button', { name: 'Check everything' }).click();
    await page.locator('.check').first().waitFor();

    const titles = await page.locator('.check strong').allTextContents();
    expect(titles).toEqual(checkNames.map((name) => english.checks.names[name]));
    const words = (await page.locator('.checks').textContent()) ?? '';
    expect(words).toContain('••••••');
    expect(words).not.toMatch(secret);
    expect(words).not.toContain(new URL(hookUrl).pathname.slice(1));
    expect(words).not.toContain(world.environment.REDBOOTH_ACCESS_TOKEN);
    const states = await page.locator('.check .check-words > p:first-child > .soft').allTextContents();

    // The window shows the very report of the app.
    const wire: unknown = await page.evaluate(() =>
      Reflect.get(globalThis, 'notifier').request('run-checks', { language: 'en' }),
    );
    const { checks } = v.parse(replySchema, wire).value;
    expect(states).toEqual(checks.map(({ state }) => state));
    const verdict = (name: string) => checks.find((check) => check.name === name)?.verdict;
    expect(['internet', 'relay', 'listener', 'public-nonce', 'account', 'database'].map(verdict)).toEqual(
      Array.from({ length: 6 }, () => 'ok'),
    );
    expect([verdict('tray'), verdict('notifications')]).toEqual(['ok', 'ok']);
  });

  test('is told by the app’s own program on the command line, too', async () => {
    const { url } = await startRelay();
    const { origin, environment } = await createWorld();
    const flags = ['--data-dir', temporaryDirectory(), '--redbooth', origin, '--tunnel-host', url];
    const lines = await examine(flags, environment);
    expect(lines.filter(({ event }) => event === 'check').map(({ name }) => name)).toEqual(checkNames);
    expect(lines.at(-1)).toMatchObject({ event: 'doctor', verdict: 'ok', broken: 0 });
  });
});
