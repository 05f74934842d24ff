import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, autoUpdater as squirrel } from 'electron';
import type { Log } from '../../core/log.ts';
import type { Updater, UpdaterPort } from '../../core/updates/updater.ts';
import { startProgram } from '../programs.ts';
import { createElectronUpdater } from './electron-updater.ts';
import { type Restart, installAppImage, installByInstaller } from './install-download.ts';
import { type CopyFacts, updateObstacle } from './update-obstacle.ts';

export type ChooseUpdaterPorts = Omit<CopyFacts, 'packageType' | 'hasFeed'> & {
  /** Where the package keeps what is its own: process.resourcesPath. */
  readonly resources: string;
  /** What this copy was started with, without links. */
  readonly ownFlags: readonly string[];
  readonly restart: Restart;
  readonly log: Log;
};

const packageTypeOf = (resources: string): string | null => {
  try {
    return readFileSync(join(resources, 'package-type'), 'utf8').trim();
  } catch {
    return null;
  }
};

/** Whether this copy updates itself, and by what. The updater itself is loaded with the first check. */
export const chooseUpdater = (ports: ChooseUpdaterPorts): UpdaterPort => {
  const { resources } = ports;
  const obstacle = updateObstacle({
    ...ports,
    packageType: packageTypeOf(resources),
    hasFeed: existsSync(join(resources, 'app-update.yml')),
  });
  return obstacle === null ? { kind: 'supported', open: () => openUpdater(ports) } : { kind: 'unsupported', obstacle };
};

const openUpdater = async ({
  platform,
  environment,
  executable,
  ownFlags,
  restart,
  log,
}: ChooseUpdaterPorts): Promise<Updater> => {
  const { autoUpdater: source, CancellationToken } = await import('electron-updater');
  // Whoever asked for the update sees what came of it.
  const flags = ownFlags.filter((flag) => flag !== '--hidden');
  const install =
    platform === 'linux'
      ? installAppImage({
          appImage: environment['APPIMAGE'] ?? executable,
          start: (appImage) => {
            app.releaseSingleInstanceLock();
            return startProgram(appImage, flags);
          },
          restart,
          log,
        })
      : installByInstaller({
          quitAndInstall: () => source.quitAndInstall(true, true),
          onError: (listener) => void source.once('error', listener),
          relaunch: () => app.relaunch({ args: [...flags] }),
          squirrel: platform === 'darwin' ? squirrel : null,
          restart,
          log,
        });
  return createElectronUpdater({ source, createCancellation: () => new CancellationToken(), install, log });
};
