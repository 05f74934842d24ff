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

/** Under which screen the bus starts a daemon that is asked for. */
const setDaemonDisplay = async (display: string): Promise<void> =>
  void (await run('dbus-update-activation-environment', [`DISPLAY=${display}`]));

/** The desktop’s notification daemon (dunst). */
export const daemon = {
  /** Ends it, and lets none start. */
  stop: async (): Promise<void> => {
    await setDaemonDisplay(':none');
    const askBus = (method: string): Promise<string> =>
      call(
        'org.freedesktop.DBus',
        '/org/freedesktop/DBus',
        `org.freedesktop.DBus.${method}`,
        'org.freedesktop.Notifications',
      );
    process.kill(Number(/uint32 (\d+)/.exec(await askBus('GetConnectionUnixProcessID'))?.[1]));
    await eventually(async () => ((await askBus('NameHasOwner')).includes('false') ? true : null));
  },
  /** Lets one start again, when it is asked for. */
  allow: (): Promise<void> => setDaemonDisplay(process.env['DISPLAY'] ?? ''),
  /** Its do-not-disturb. */
  pause: async (isPaused: boolean): Promise<void> => void (await run('dunstctl', ['set-paused', String(isPaused)])),
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

// What is not of the machine’s own character set would come as question marks.
const utf8 = { env: { ...process.env, LC_ALL: 'C.UTF-8' } };

const call = async (
  destination: string,
  path: string,
  method: string,
  ...values: readonly string[]
): Promise<string> => {
  const address = ['--session', '--dest', destination, '--object-path', path, '--method', method];
  return (await run('gdbus', ['call', ...address, ...values], utf8)).stdout;
};

const property = (destination: string, path: string, interfaceName: string, name: string): Promise<string> =>
  call(destination, path, 'org.freedesktop.DBus.Properties.Get', interfaceName, name);

/** Where on the bus the tray’s icon is; null while there is none. */
const trayItem = async (): Promise<{ readonly destination: string; readonly path: string } | null> => {
  const watcher = 'org.kde.StatusNotifierWatcher';
  const items = await property(watcher, '/StatusNotifierWatcher', watcher, 'RegisteredStatusNotifierItems');
  const [, destination, path] = /'([^'/]+)(\/[^']+)'/.exec(items) ?? [];
  return destination === undefined || path === undefined ? null : { destination, path };
};

/** What the tray icon says when pointed at; null while there is no icon. */
export const trayTooltip = async (): Promise<string | null> => {
  try {
    const item = await trayItem();
    if (item === null) return null;
    const tooltip = await property(item.destination, item.path, 'org.kde.StatusNotifierItem', 'ToolTip');
    return /\[\], '([^']*)'/.exec(tooltip)?.[1] ?? null;
  } catch {
    return null;
  }
};

type MenuEntry = { readonly id: string; readonly label: string; readonly isEnabled: boolean };

const trayMenuPath = '/com/canonical/dbusmenu';

/** The entries of the tray’s menu and its submenus, as the panel gets them; empty while there is no icon. */
export const trayMenu = async (): Promise<readonly MenuEntry[]> => {
  const item = await trayItem();
  if (item === null) return [];
  const method = 'com.canonical.dbusmenu.GetLayout';
  const layout = await call(item.destination, trayMenuPath, method, '0', '--', '-1', '@as []');
  return [...layout.matchAll(/\((\d+), \{([^}]*)\}/g)].flatMap(([, id = '', properties = '']) => {
    const label = /'label': <'([^']*)'>/.exec(properties)?.[1];
    return label === undefined ? [] : [{ id, label, isEnabled: !properties.includes("'enabled': <false>") }];
  });
};

/** Chooses an entry of the tray’s menu, once it is there. */
export const chooseTrayEntry = async (label: string): Promise<void> => {
  const id = await eventually(async () => (await trayMenu()).find((entry) => entry.label === label)?.id ?? null);
  const item = await trayItem();
  if (item === null) throw new Error('the tray’s icon is gone');
  try {
    await call(item.destination, trayMenuPath, 'com.canonical.dbusmenu.Event', id, 'clicked', "<''>", '0');
  } catch (error) {
    // The app that quits over it does not answer any more.
    if (!String(error).includes('NoReply')) throw error;
  }
};

/** The list of windows, with the number of each one’s process. Listing them fails while one is just closing, and is then done again. */
const listWindows = async (attempts = 5): Promise<string> => {
  try {
    return (await run('wmctrl', ['-lp'])).stdout;
  } catch (error) {
    if (attempts === 1) throw error;
    return listWindows(attempts - 1);
  }
};

/** The app’s windows, a line each: the number of its process, and its title. */
export const windowTitles = async (): Promise<readonly string[]> =>
  (await listWindows()).split('\n').filter((line) => line.includes('Redbooth Notifier'));

/** The processes that have a window of the app. */
export const windowOwners = async (): Promise<readonly number[]> =>
  (await windowTitles()).map((line) => Number(line.split(/\s+/)[2]));

export const closeWindow = async (): Promise<void> => void (await run('wmctrl', ['-c', 'Redbooth Notifier']));

/** The words at the tray’s icon, once they are wanted ones. */
export const untilTooltip = (isWanted: (words: string) => boolean): Promise<string> =>
  eventually(async () => {
    const words = await trayTooltip();
    return words !== null && isWanted(words) ? words : null;
  });
