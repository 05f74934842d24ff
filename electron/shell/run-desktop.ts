import { app, protocol, safeStorage } from 'electron';
import { type Failure, type Result, succeed } from '../contract/index.ts';
import { systemClock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { prepareDataDirectory } from '../core/operator/data-directory.ts';
import type { Report } from '../core/operator/line.ts';
import type { Options } from '../core/operator/options.ts';
import { complaintLine, createReport, readCommandLine } from '../start/command-line.ts';
import { createHostApp } from '../start/host-app.ts';
import { prepare } from '../start/prepare.ts';
import { openSecretFile } from '../start/secret-file.ts';
import { appId } from './app-identity.ts';
import { type DesktopHost, type DesktopState, startDesktopHost } from './desktop-host.ts';
import { createFileLog } from './log.ts';
import { ownArguments } from './own-arguments.ts';
import { registerPageScheme } from './page-scheme.ts';
import { createQuit } from './quit.ts';
import { installContentsRules } from './security/install-rules.ts';
import { createDesktopSecrets } from './secrets.ts';
import { openSettingsFile } from './settings-store.ts';
import { alreadyRunning, takeSingleInstance } from './single-instance.ts';
import { logUnhandledErrors } from './unhandled-errors.ts';

const write = (text: string): void => void process.stdout.write(text);
const writeError = (line: string): void => void process.stderr.write(`${line}\n`);
const complain = (message: string): void => void process.stderr.write(complaintLine(message));

/** Ends the process once what was written is out. */
const exit = (exitCode: number): Promise<never> =>
  new Promise(() => {
    process.stdout.write('', () => process.stderr.write('', () => app.exit(exitCode)));
  });
/** Runs the desktop host for the process’s command line. The rules of Electron that hold from the start are set before it waits. */
export const runDesktop = async (): Promise<void> => {
  // Whoever read our lines is gone: the app goes on without a reader.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  const quit = createQuit({
    app,
    process,
    clock: systemClock,
    exit: (code) => void exit(code),
    onTrouble: writeError,
  });
  // Whoever turns Chromium’s sandbox off (as root it cannot work) would otherwise get no page at all.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerPageScheme(protocol);
  installContentsRules(app);
  app.setAppUserModelId(appId);

  const command = readCommandLine(ownArguments(process.argv, !process.defaultApp), 'desktop', write);
  if (command.kind === 'done') {
    if (command.complaint !== null) complain(command.complaint);
    return exit(command.exitCode);
  }
  const { options, dataDirectory } = command;
  const report = createReport(options.isJson, write, () => 'Running: its icon is in the tray.');
  const giveUp = (failure: Failure): Promise<never> => {
    // Whoever reads our lines can tell a failure of the app from an Electron that cannot run here.
    if (options.isJson) report({ event: 'error', ...failure }, systemClock.now());
    complain(failure.message);
    return exit(1);
  };

  const usable = prepareDataDirectory(dataDirectory);
  if (!usable.ok) return giveUp({ code: 'data-dir-unusable', message: usable.failure });
  let host: DesktopHost | null = null;
  let isWanted = false;
  const showWindow = (): void => {
    isWanted = true;
    host?.showWindow();
  };
  if (!takeSingleInstance(app, dataDirectory, showWindow)) {
    return giveUp({ code: 'data-dir-in-use', message: alreadyRunning });
  }
  const log = createFileLog(dataDirectory, writeError);
  logUnhandledErrors(process, log);
  // The app stays in the tray.
  app.on('window-all-closed', () => undefined);
  app.on('activate', () => host?.showWindow());

  await app.whenReady();
  const starting = startDesktopHost({
    openState: () => openState(dataDirectory, options, report, log),
    log,
    isHidden: options.isHidden,
    onQuit: () => quit.request(),
  });
  quit.holds(async () => {
    const running = await starting;
    if (running.ok) await running.value.dispose();
  });
  const running = await starting;
  if (!running.ok) return giveUp(running.failure);
  host = running.value;
  // Asked for while the app was still starting hidden.
  if (isWanted) host.showWindow();
  report({ event: 'ready', ...host.started, uiUrl: null, pid: process.pid }, systemClock.now());
};

const openState = async (
  dataDirectory: string,
  options: Options,
  report: Report,
  log: Log,
): Promise<Result<DesktopState, Failure>> => {
  const onWarning = (failure: Failure): void => report({ event: 'error', ...failure }, systemClock.now());
  const prepared = await prepare(dataDirectory, { options, log, openSettingsFile, onWarning });
  if (!prepared.ok) return prepared;
  const { settings } = prepared.value;
  const secrets = createDesktopSecrets({
    safeStorage,
    platform: process.platform,
    dataDirectory,
    plainFile: openSecretFile(dataDirectory),
    weak: {
      isAllowed: () => settings.current().allowsWeakStorage,
      allow: (allowsWeakStorage) => settings.change({ allowsWeakStorage }),
    },
    log,
  });
  return succeed({
    origin: settings.current().redbooth,
    loadBounds: () => settings.current().windowBounds,
    saveBounds: (windowBounds) => settings.change({ windowBounds }),
    createApp: (ports) => createHostApp(prepared.value, options, { host: 'desktop', report, secrets, ...ports }),
    dispose: () => prepared.value.dispose(),
  });
};
