import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { readReply } from '../../../electron/contract/index.ts';
import { followHost } from '../headless/host.ts';
import { electronPath, eventually } from './desktop.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const needsNoSandbox = process.platform === 'linux' && process.getuid?.() === 0;

/** Starts the built desktop app with `--json` and its window, and with a hand on the pages. The first lines are missed. */
export const driveApp = async (flags: readonly string[], environment: Readonly<Record<string, string>>) => {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const env = Object.fromEntries(
    Object.entries(inherited).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const electron = await _electron.launch({
    executablePath: electronPath() ?? '',
    args: [...(needsNoSandbox ? ['--no-sandbox'] : []), root, '--json', ...flags],
    env: { ...env, ...environment },
    // Its driver would have every page be light.
    colorScheme: null,
  });
  onTestFinished(() => electron.close().catch(() => undefined));
  const host = followHost(electron.process());
  const page = await electron.firstWindow();
  const hookUrl = await eventually(async () => {
    const wire: unknown = await page.evaluate(() => Reflect.get(globalThis, 'notifier').request('overview', null));
    const overview = readReply('overview', wire);
    return overview.ok ? (overview.value.hookUrls[0]?.url ?? null) : null;
  });
  return { electron, host, page, hookUrl };
};
