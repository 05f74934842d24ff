import { homedir } from 'node:os';
import { join } from 'node:path';
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
import { type AppLink, type AskedByLink, beforeLinks, findAppLink } from './app-link.ts';
import { type DesktopHost, type DesktopState, startDesktopHost } from './desktop-host.ts';
import { createFileLog } from './log.ts';
import { chooseStartAtLogin } from './login/choose-start-at-login.ts';
import { wasOpenedAtLogin } from './login/login-item.ts';
import { ownCommand } from './login/own-command.ts';
import { notificationAtLaunch } from './notifications/launch-notification.ts';
import { findToast, withoutToast } from './notifications/toast.ts';
import { identifyToWindows } from './notifications/windows-identity.ts';
import { ownArguments } from './own-arguments.ts';
import { registerPageScheme } from './page-scheme.ts';
import { startProgram } from './programs.ts';
import { createQuit } from './quit.ts';
import { registerLinks } from './register-links.ts';
import { installContentsRules } from './security/install-rules.ts';
import { createDesktopSecrets } from './secrets.ts';
import { openSettingsFile } from './settings-store.ts';
import { alreadyRunning, takeSingleInstance } from './single-instance.ts';
import { createDemoStarter } from './start-demo.ts';
import { logUnhandledErrors } from './unhandled-errors.ts';
import { chooseUpdater } from './updates/choose-updater.ts';

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
  identifyToWindows(app, process.platform);

  const given = withoutToast(beforeLinks(ownArguments(process.argv, !process.defaultApp)));
  const command = readCommandLine(given, 'desktop', write);
  if (command.kind === 'done') {
    if (command.complaint !== null) complain(command.complaint);
    return exit(command.exitCode);
  }
  const { options, dataDirectory } = command;
  if (command.kind === 'doctor') {
    const { runDoctor } = await import('../start/doctor-command.ts');
    const examined = await runDoctor(dataDirectory, options, write);
    if (examined.exitCode === 1 && examined.message !== null) complain(examined.message);
    return exit(examined.exitCode);
  }
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
  let wanted: AppLink | null = null;
  const follow = (asked: AskedByLink): void => {
    if (asked === 'ignored') return;
    // A start without a link asks for the window, like the link that says so.
    const link = asked === 'no-link' ? 'open' : asked;
    if (host === null) wanted = link;
    else host.follow(link);
  };
  const toast = findToast(process.argv);
  let clicked = toast?.tag ?? null;
  const onSecond = (commandLine: readonly string[]): void => {
    const tag = findToast(commandLine)?.tag ?? null;
    if (tag === null) return follow(findAppLink(commandLine, log));
    if (host === null) clicked = tag;
    else host.clickNotification(tag);
  };
  if (!takeSingleInstance(app, dataDirectory, onSecond)) {
    return giveUp({ code: 'data-dir-in-use', message: alreadyRunning });
  }
  const log = createFileLog(dataDirectory, writeError);
  logUnhandledErrors(process, log);
  // The app stays in the tray.
  app.on('window-all-closed', () => undefined);
  app.on('activate', () => host?.showWindow());
  // macOS hands links over by this, also the one that started the app.
  app.on('open-url', (event, address) => {
    event.preventDefault();
    follow(findAppLink([address], log));
  });
  app.once('ready', (_event, launchInfo: unknown) => {
    clicked ??= notificationAtLaunch(launchInfo);
  });
  const linkAtStart = findAppLink(process.argv, log);
  if (linkAtStart !== 'no-link') follow(linkAtStart);

  // Files are opened while Electron waits for its own helpers.
  const opening = openState(dataDirectory, options, report, log);
  opening.catch(() => undefined);
  await app.whenReady();
  const ownProcess = {
    platform: process.platform,
    isPackaged: app.isPackaged,
    executable: process.execPath,
    appPath: app.getAppPath(),
    appImage: process.env['APPIMAGE'],
    configHome: process.env['XDG_CONFIG_HOME'],
  };
  registerLinks({
    ...ownProcess,
    app,
    dataHome: process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'),
    log,
  });
  const starting = startDesktopHost({
    openState: () => opening,
    log,
    // A click on a notification opens its page; the window only where there is none.
    isHidden: options.isHidden || toast !== null || clicked !== null || wasOpenedAtLogin(app, process.platform),
    startAtLogin: chooseStartAtLogin({
      ...ownProcess,
      app,
      dataDirectory: options.dataDirectory,
      isDemo: options.isDemo,
      log,
    }),
    startDemo: createDemoStarter({
      command: ownCommand(ownProcess),
      isWithoutSandbox: app.commandLine.hasSwitch('no-sandbox'),
      start: startProgram,
      log,
    }),
    updater: chooseUpdater({
      ...ownProcess,
      isDemo: options.isDemo,
      environment: process.env,
      resources: process.resourcesPath,
      ownFlags: given,
      restart: (last) => quit.restart(last),
      log,
    }),
    onQuit: () => quit.request(),
  });
  quit.holds(async () => {
    const running = await starting;
    if (running.ok) await running.value.dispose();
  });
  const running = await starting;
  if (!running.ok) return giveUp(running.failure);
  host = running.value;
  // Asked for while the app was still starting.
  if (wanted !== null) host.follow(wanted);
  if (clicked !== null) host.clickNotification(clicked);
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
    theme: () => settings.current().theme,
    trayIcon: () => settings.current().trayIcon,
    createApp: (ports) => createHostApp(prepared.value, options, { host: 'desktop', report, secrets, ...ports }),
    dispose: () => prepared.value.dispose(),
  });
};
