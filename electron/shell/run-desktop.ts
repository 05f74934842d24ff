import { app, protocol, safeStorage } from 'electron';
import { humanLine } from '../core/operator/human-line.ts';
import { type Failure, type Result, succeed } from '../contract/index.ts';
import { systemClock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { prepareDataDirectory } from '../core/operator/data-directory.ts';
import { isForeignArgument, parseFlags } from '../core/operator/flags.ts';
import type { Report } from '../core/operator/line.ts';
import { type Options, readOptions } from '../core/operator/options.ts';
import { formatLine } from '../core/operator/write-lines.ts';
import { type Printed, printAbout, printExport } from '../start/commands.ts';
import { createHostApp } from '../start/host-app.ts';
import { chooseDataDirectory, prepare } from '../start/prepare.ts';
import { openSecretFile } from '../start/secret-file.ts';
import { printUiLink } from '../start/ui-link.ts';
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

/** Ends the process once what was written is out. */
const exit = (exitCode: number): Promise<never> =>
  new Promise(() => {
    process.stdout.write('', () => process.stderr.write('', () => app.exit(exitCode)));
  });
const giveUp = (message: string, exitCode = 1): Promise<never> => {
  writeError(`redbooth-notifier: ${message}`);
  return exit(exitCode);
};
const printed = (result: Printed): Promise<never> => {
  if (result.exitCode === 1) return giveUp(result.message);
  write(result.text);
  return exit(0);
};

const createReport = (isJson: boolean): Report =>
  isJson
    ? (line, at) => write(`${formatLine(line, at)}\n`)
    : (line, at) => {
        const text = humanLine(formatLine(line, at), () => 'Running: its icon is in the tray.');
        if (text !== null) write(`${text}\n`);
      };

/** Runs the desktop host for the process’s command line. The rules of Electron that hold from the start are set before it waits. */
export const runDesktop = async (): Promise<void> => {
  // Whoever read our lines is gone: the app goes on without a reader.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  // Whoever turns Chromium’s sandbox off (as root it cannot work) would otherwise get no page at all.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerPageScheme(protocol);
  installContentsRules(app);
  app.setAppUserModelId(appId);

  const flags = parseFlags(ownArguments(process.argv, !process.defaultApp), isForeignArgument);
  const options = flags.ok ? readOptions(flags.value) : flags;
  if (!flags.ok || !options.ok) return giveUp(options.ok ? '' : options.failure, 2);
  const about = printAbout(flags.value, 'redbooth-notifier');
  if (about !== null) return printed(about);
  const dataDirectory = chooseDataDirectory(options.value);
  if (flags.value.export === true) return printed(printExport(dataDirectory, write));
  if (flags.value['ui-link'] === true) return printed(printUiLink(dataDirectory));

  const usable = prepareDataDirectory(dataDirectory);
  if (!usable.ok) return giveUp(usable.failure);
  let host: DesktopHost | null = null;
  if (!takeSingleInstance(app, dataDirectory, () => host?.showWindow())) {
    writeError(alreadyRunning);
    return exit(1);
  }
  const log = createFileLog(dataDirectory, writeError);
  logUnhandledErrors(process, log);
  const quit = createQuit({ app, process, clock: systemClock, log, exit: (code) => void exit(code) });
  // The app stays in the tray.
  app.on('window-all-closed', () => undefined);
  app.on('activate', () => host?.showWindow());

  await app.whenReady();
  const report = createReport(options.value.isJson);
  const starting = startDesktopHost({
    openState: () => openState(dataDirectory, options.value, report, log),
    log,
    isHidden: options.value.isHidden,
    onQuit: () => quit.request(),
  });
  quit.holds(async () => {
    const running = await starting;
    if (running.ok) await running.value.dispose();
  });
  const running = await starting;
  if (!running.ok) return giveUp(running.failure.message);
  host = running.value;
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
