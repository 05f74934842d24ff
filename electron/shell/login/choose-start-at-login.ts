import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../core/log.ts';
import { createAutostartFile } from './autostart-file.ts';
import { type LoginItemApp, createLoginItem } from './login-item.ts';
import { type ProcessFacts, ownCommand } from './own-command.ts';
import { type StartAtLogin, noStartAtLogin } from './start-at-login.ts';

export type StartAtLoginPorts = ProcessFacts & {
  readonly app: LoginItemApp;
  readonly platform: NodeJS.Platform;
  /** XDG_CONFIG_HOME. */
  readonly configHome: string | undefined;
  /** The data directory the app was started with, when that is not the usual one. */
  readonly dataDirectory: string | null;
  readonly isDemo: boolean;
  readonly log: Log;
};

/** How the app is started when the user signs in, on this system: in the tray, with the data directory of now. */
export const chooseStartAtLogin = (ports: StartAtLoginPorts): StartAtLogin => {
  const { app, platform, configHome, dataDirectory, isDemo, isPackaged, log } = ports;
  if (isDemo) return noStartAtLogin;
  const [program = '', ...before] = ownCommand(ports);
  const flags = [...before, '--hidden', ...(dataDirectory === null ? [] : ['--data-dir', dataDirectory])];
  if (platform === 'win32') return createLoginItem(app, platform, { path: program, args: flags });
  // Its list holds whole apps: a checkout would put Electron itself there.
  if (platform === 'darwin')
    return isPackaged ? createLoginItem(app, platform, { path: program, args: [] }) : noStartAtLogin;
  const configDirectory = configHome?.startsWith('/') === true ? configHome : join(homedir(), '.config');
  return createAutostartFile({ configDirectory, command: [program, ...flags], log });
};
