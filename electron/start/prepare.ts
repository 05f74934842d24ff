import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type Failure, type Result, fail, succeed } from '../contract/index.ts';
import { systemClock } from '../core/clock.ts';
import { type Lock, takeLock } from '../core/database/lock.ts';
import { removeBrokenHistories } from '../core/database/broken-history.ts';
import { type OpenedHistory, openHistory } from '../core/database/open-history.ts';
import { storageTrouble } from '../core/database/storage-trouble.ts';
import type { Log } from '../core/log.ts';
import { historyFile, prepareDataDirectory, usualDataDirectory } from '../core/operator/data-directory.ts';
import type { Options } from '../core/operator/options.ts';
import { type SettingsFile, type SettingsStore, createSettings } from '../core/settings/settings.ts';
import type { DemoWorld } from './demo-world.ts';
import { readSettingsOverlay } from './settings-overlay.ts';

/** A data directory in our hands, with everything both hosts need before they compose the app. */
export type Prepared = {
  readonly dataDirectory: string;
  readonly database: DatabaseSync;
  readonly settings: SettingsStore;
  /** The pretend Redbooth and relay, with `--demo`. */
  readonly demo: DemoWorld | null;
  /** Lets go of the data directory; a demo's is removed. */
  dispose(): Promise<void>;
};

export type PreparePorts = {
  readonly options: Options;
  readonly log: Log;
  readonly openSettingsFile: (dataDirectory: string, onBroken: (keptAs: string) => void) => SettingsFile;
  /** Told in one line of what was repaired. */
  readonly onWarning: (failure: Failure) => void;
};

/** The data directory of this run: a demo's is new and temporary. */
export const chooseDataDirectory = (options: Options): string => {
  if (options.dataDirectory !== null) return options.dataDirectory;
  if (options.isDemo) return mkdtempSync(join(tmpdir(), 'redbooth-notifier-demo-'));
  return usualDataDirectory(process.platform, process.env);
};

const day = 86_400_000;

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const whatToDo = (error: unknown): string => {
  const trouble = storageTrouble(error);
  switch (trouble) {
    case 'busy':
      return 'Another program holds it: quit that program, and start again.';
    case 'full':
      return 'Free some space on the disk, and start again.';
    case 'read-only':
    case 'unwritable':
    case 'unreadable':
      return 'Check the permissions and the disk, or choose another directory with --data-dir DIR.';
    case 'damaged':
    case null:
      return 'Move history.sqlite away to start anew, or choose another directory with --data-dir DIR.';
  }
};

/** Takes the data directory (one host at a time) and opens what is in it; a failure says in one line why and what to do. */
export const prepare = async (dataDirectory: string, ports: PreparePorts): Promise<Result<Prepared, Failure>> => {
  const { options, log, openSettingsFile, onWarning } = ports;
  const directory = prepareDataDirectory(dataDirectory);
  if (!directory.ok) return fail({ code: 'data-dir-unusable', message: directory.failure });
  let lock: Lock | null;
  try {
    lock = takeLock(dataDirectory);
  } catch (error) {
    const message = `The data directory ${dataDirectory} cannot be used (${describe(error)}). Choose another with --data-dir DIR.`;
    return fail({ code: 'data-dir-unusable', message });
  }
  if (lock === null) {
    const message = `Redbooth Notifier is already running with the data directory ${dataDirectory}. Quit it first, or choose another with --data-dir DIR.`;
    return fail({ code: 'data-dir-in-use', message });
  }
  const stops: (() => void | Promise<void>)[] = [() => lock.release()];
  const dispose = async (): Promise<void> => {
    for (const stop of stops.splice(0).toReversed()) await stop();
  };
  const giveUp = async (failure: Failure): Promise<Result<Prepared, Failure>> => {
    await dispose();
    return fail(failure);
  };

  const now = systemClock.now();
  let opened: OpenedHistory;
  try {
    opened = openHistory(historyFile(dataDirectory), now);
  } catch (error) {
    const message = `The history in ${dataDirectory} cannot be opened (${describe(error)}). ${whatToDo(error)}`;
    return giveUp({ code: 'database-unreadable', message });
  }
  const { database, begun } = opened;
  stops.push(() => database.close());
  if (begun !== null) {
    const message = `The history was damaged: it is kept as ${begun.keptAs}, and a new one was begun. ${begun.isAddressKept ? 'The hook URLs are the same.' : 'The hook URL is a new one, and has to be pasted into Redbooth.'}`;
    log.warn(message);
    onWarning({ code: 'database-unreadable', message });
  }

  let demo: DemoWorld | null = null;
  if (options.isDemo) {
    // Nobody else has a use for a pretend Redbooth: its code is loaded for a demo only.
    const { startDemoWorld } = await import('./demo-world.ts');
    const world = await startDemoWorld(log);
    stops.push(() => world.dispose());
    demo = world;
  }
  const overlay = readSettingsOverlay(options.settingsFile);
  if (!overlay.ok) return giveUp({ code: 'settings-invalid', message: overlay.failure });
  const file = openSettingsFile(dataDirectory, (keptAs) =>
    onWarning({
      code: 'settings-invalid',
      message: `The settings could not be read, so the defaults are used; the broken file was kept as ${keptAs}.`,
    }),
  );
  const settings = createSettings(
    file,
    overlay.value,
    { ...demo?.overrides, ...options.overrides },
    (key) =>
      onWarning({
        code: 'settings-invalid',
        message: `The stored setting “${key}” is not valid; its default is used.`,
      }),
    (version) =>
      onWarning({
        code: 'settings-invalid',
        message: `The settings were stored by a newer version of the app (${version}); what this one does not know is not in force, and a copy of the file is kept when a setting is changed here.`,
      }),
  );
  if (!settings.ok)
    return giveUp({
      code: 'settings-invalid',
      message: `--settings ${options.settingsFile ?? ''}: ${settings.failure}`,
    });
  removeBrokenHistories(historyFile(dataDirectory), now - settings.value.current().historyDays * day);
  if (options.isDemo && options.dataDirectory === null) {
    stops.unshift(() => rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 5 }));
  }
  return succeed({ dataDirectory, database, settings: settings.value, demo, dispose });
};
