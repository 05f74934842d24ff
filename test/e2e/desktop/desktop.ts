import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Host, followHost } from '../headless/host.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The executable of Electron, or null when none is here: `ELECTRON_OVERRIDE_DIST_PATH`, or what `npx install-electron` fetched. */
export const electronPath = (): string | null => {
  try {
    const path: unknown = createRequire(import.meta.url)('electron');
    return typeof path === 'string' && existsSync(path) ? path : null;
  } catch {
    return null;
  }
};

/** Starts the built desktop app with `--json`. */
export const startDesktop = (flags: readonly string[], environment: Readonly<Record<string, string>> = {}): Host => {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const needsNoSandbox = process.platform === 'linux' && process.getuid?.() === 0;
  const switches = needsNoSandbox ? ['--no-sandbox'] : [];
  return followHost(
    spawn(electronPath() ?? '', [...switches, root, '--json', ...flags], {
      env: { ...inherited, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
};

/** Asks again and again until `read` gives something; a test's time limit ends it. */
export const eventually = async <Value>(read: () => Promise<Value | null> | Value | null): Promise<Value> => {
  for (;;) {
    const value = await read();
    if (value !== null) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

export type ShownNotification = { readonly id: number; readonly title: string; readonly body: string };

const fieldOf = (entry: unknown, field: string): unknown => {
  const holder: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, field) : null;
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, 'data') : null;
};

/** What the notification daemon has shown and closed since, newest first. It keeps them as it got them, markup unread. */
const history = async (): Promise<readonly ShownNotification[]> => {
  const { stdout } = await run('dunstctl', ['history']);
  const parsed: unknown = JSON.parse(stdout);
  const lists: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'data') : [];
  const entries: readonly unknown[] = Array.isArray(lists) ? lists.flat() : [];
  return entries.map((entry) => ({
    id: Number(fieldOf(entry, 'id')),
    title: String(fieldOf(entry, 'summary')),
    body: String(fieldOf(entry, 'body')),
  }));
};

/** The desktop’s notification daemon (dunst). */
export const daemon = {
  displayed: async (): Promise<number> => Number((await run('dunstctl', ['count', 'displayed'])).stdout.trim()),
  clickNewest: async (): Promise<void> => void (await run('dunstctl', ['action', '0'])),
  /** Closes all that is shown and gives what it was. */
  closeAll: async (): Promise<readonly ShownNotification[]> => {
    await run('dunstctl', ['close-all']);
    return history();
  },
};

/** The addresses that were opened in “the browser”. */
export const openedUrls = (): readonly string[] => {
  const file = process.env['OPENED_URLS'];
  return file === undefined
    ? []
    : readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '');
};

const call = async (destination: string, path: string, method: string, ...values: readonly string[]): Promise<string> =>
  (
    await run('gdbus', [
      'call',
      '--session',
      '--dest',
      destination,
      '--object-path',
      path,
      '--method',
      method,
      ...values,
    ])
  ).stdout;

/** What the tray icon says when pointed at; null while there is no icon. */
export const trayTooltip = async (): Promise<string | null> => {
  try {
    const items = await call(
      'org.kde.StatusNotifierWatcher',
      '/StatusNotifierWatcher',
      'org.freedesktop.DBus.Properties.Get',
      'org.kde.StatusNotifierWatcher',
      'RegisteredStatusNotifierItems',
    );
    const [, destination, path] = /'([^'/]+)(\/[^']+)'/.exec(items) ?? [];
    if (destination === undefined || path === undefined) return null;
    const tooltip = await call(
      destination,
      path,
      'org.freedesktop.DBus.Properties.Get',
      'org.kde.StatusNotifierItem',
      'ToolTip',
    );
    return /\[\], '([^']*)'/.exec(tooltip)?.[1] ?? null;
  } catch {
    return null;
  }
};

/** The titles of the app’s windows. */
export const windowTitles = async (): Promise<readonly string[]> =>
  (await run('wmctrl', ['-l'])).stdout.split('\n').filter((line) => line.includes('Redbooth Notifier'));

export const closeWindow = async (): Promise<void> => void (await run('wmctrl', ['-c', 'Redbooth Notifier']));
