import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import {
  BrowserWindow,
  Menu,
  Notification,
  Tray,
  app as electronApp,
  clipboard,
  dialog,
  ipcMain,
  nativeImage,
  nativeTheme,
  powerMonitor,
  screen,
  session,
  shell,
} from 'electron';
import { type Failure, type Preferences, type Result, type TrayIconChoice, fail, noFilter } from '../contract/index.ts';
import type { App, AppPorts, Started } from '../core/app-port.ts';
import { systemClock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { hostMessages } from '../messages/host-messages.ts';
import type { AppLink } from './app-link.ts';
import { createCopyText } from './clipboard.ts';
import { createPageChannel } from './ipc.ts';
import type { StartAtLogin } from './login/start-at-login.ts';
import { watchNetwork } from './network-watch.ts';
import { createNotificationAnswers } from './notifications/answer-notifications.ts';
import { buttonSupport } from './notifications/buttons.ts';
import { createDesktopNotifier } from './notifications/desktop-notifier.ts';
import { createDoNotDisturb } from './notifications/do-not-disturb.ts';
import { chooseLateClicks } from './notifications/late-clicks.ts';
import { ownerOf } from './notifications/native-id.ts';
import { createNotificationSettings } from './notifications/system-settings.ts';
import { createOpenPage } from './open-page.ts';
import { servePage } from './page-scheme.ts';
import { watchPower } from './power.ts';
import { isInstalled, runProgram, startProgram } from './programs.ts';
import { createSaveText } from './save-text.ts';
import { installSessionRules } from './security/install-rules.ts';
import { startTray } from './start-tray.ts';
import { createSounds } from './sounds.ts';
import { createSystem } from './system.ts';
import { canAssumeTray } from './tray/can-assume-tray.ts';
import type { Bounds } from './window/bounds.ts';
import { createWindowKeeper } from './window/keeper.ts';
import { appMenu } from './window/menu.ts';
import { pagePartition, windowOptions } from './window/options.ts';
import { createWindowTheme } from './window/theme.ts';

/** What the desktop brings to the core. */
export type DesktopPorts = Pick<AppPorts, 'fetch' | 'notifier' | 'openPage' | 'copyText' | 'log' | 'system'>;

/** The data directory in our hands, before the app is composed on it. */
export type DesktopState = {
  /** The configured Redbooth: the only place links lead to. */
  readonly origin: string;
  readonly loadBounds: () => Bounds | null;
  readonly saveBounds: (bounds: Bounds) => void;
  readonly theme: () => Preferences['theme'];
  readonly trayIcon: () => TrayIconChoice;
  readonly createApp: (ports: DesktopPorts) => App;
  /** Lets go of the data directory, after the app. */
  dispose(): Promise<void>;
};

export type DesktopHostOptions = {
  readonly openState: () => Promise<Result<DesktopState, Failure>>;
  readonly log: Log;
  /** Start in the tray, if there is one. */
  readonly isHidden: boolean;
  readonly startAtLogin: StartAtLogin;
  readonly startDemo: AppPorts['system']['startDemo'];
  readonly updater: AppPorts['system']['updater'];
  readonly onQuit: () => void;
};

/** A running desktop host. */
export type DesktopHost = {
  readonly started: Started;
  showWindow(): void;
  /** Does what a link to the app asks for. */
  follow(link: AppLink): void;
  /** A notification with this id of the system’s was clicked, and the app started for it. */
  clickNotification(nativeId: string): void;
  dispose(): Promise<void>;
};

const platform = process.platform;

/**
 * Runs the core on the desktop: tray, window and the system’s notifications. Call it once Electron is ready and
 * `installContentsRules` and `registerPageScheme` have been called. A failure has left nothing running.
 */
export const startDesktopHost = async (options: DesktopHostOptions): Promise<Result<DesktopHost, Failure>> => {
  const { log, isHidden, onQuit } = options;
  const clock = systemClock;
  const opened = await options.openState();
  if (!opened.ok) return opened;
  const state = opened.value;
  const stops: (() => void | Promise<void>)[] = [() => state.dispose()];
  const dispose = async (): Promise<void> => {
    // The window first, so that quitting is seen to work; then the app, which finishes what it writes; its files last.
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) {
      try {
        await stop();
      } catch (error) {
        log.error(`Stopping: ${String(error)}`);
      }
    }
  };

  const appPath = electronApp.getAppPath();
  const loadIcon = (file: string) => nativeImage.createFromPath(join(appPath, 'assets', 'icons', file));
  // macOS and Windows show the app’s own icon; another beside it would be one too many.
  const ownIcon = (file: string) => (platform === 'linux' ? loadIcon(file) : null);
  // Both are kept in memory only: nothing of Chromium’s is to be found on disk later.
  const pageSession = session.fromPartition(pagePartition, { cache: false });
  const network = session.fromPartition('network', { cache: false });
  installSessionRules({ page: pageSession, others: [network, session.defaultSession] });

  const sounds = createSounds({
    platform,
    // Programs that play them cannot look into the packed app’s archive.
    folder: electronApp.isPackaged ? join(process.resourcesPath, 'sounds') : join(appPath, 'assets', 'sounds'),
    isInstalled: (program) => isInstalled(program, process.env['PATH']),
    run: runProgram,
    log,
  });
  const desktop = process.env['XDG_CURRENT_DESKTOP'];
  let isTrayIn = canAssumeTray(platform, desktop);
  const notifier = createDesktopNotifier({
    isSupported: () => Notification.isSupported(),
    createNotification: (notification) => new Notification(notification),
    onClick: (id) => void answers.click(id),
    onAction: (id, action, text) => void answers.press(id, action, text),
    buttons: buttonSupport(platform, process.versions.electron),
    lateClicks: chooseLateClicks(Notification, platform),
    owner: ownerOf(electronApp.getPath('userData')),
    playSound: (sound) => sounds.play(sound),
    icon: ownIcon('notification.png'),
    platform,
    clock,
    log,
  });
  const app: App = state.createApp({
    log,
    system: createSystem({
      locale: electronApp.getLocale(),
      startAtLogin: options.startAtLogin,
      startDemo: options.startDemo,
      saveText: createSaveText({
        folder: electronApp.getPath('documents'),
        choosePlace: async (suggestion) => {
          const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggestion });
          return canceled || filePath === '' ? null : filePath;
        },
        messages: () => hostMessages(app.overview().language),
      }),
      updater: options.updater,
      platform,
      hasTray: () => isTrayIn,
      doNotDisturb: createDoNotDisturb({ run: runProgram, platform, desktop, clock }),
      sounds,
      notificationSettings: createNotificationSettings({
        platform,
        desktop,
        openExternal: (address) => shell.openExternal(address),
        isInstalled: (program) => isInstalled(program, process.env['PATH']),
        start: startProgram,
        log,
      }),
    }),
    fetch: (url, init) => network.fetch(url, { ...init, credentials: 'omit' }),
    openPage: createOpenPage({ openExternal: (url) => shell.openExternal(url), origin: state.origin, log }),
    copyText: createCopyText(clipboard),
    notifier,
  });
  stops.push(() => app.dispose());

  const channel = createPageChannel({ ipc: ipcMain, dispatch: app.dispatch, log });
  stops.push(() => channel.dispose());
  const page = servePage(pageSession.protocol, join(appPath, 'dist', 'renderer'));
  stops.push(() => page.dispose());
  const theme = createWindowTheme({ nativeTheme, choice: state.theme, windows: () => BrowserWindow.getAllWindows() });
  stops.push(() => theme.dispose());
  const menu = appMenu(platform);
  Menu.setApplicationMenu(menu === null ? null : Menu.buildFromTemplate(menu));
  const window = createWindowKeeper({
    createWindow: (placement) =>
      new BrowserWindow(
        windowOptions({
          placement,
          isDark: nativeTheme.shouldUseDarkColors,
          isPackaged: electronApp.isPackaged,
          preload: join(appPath, 'dist', 'preload.cjs'),
          icon: ownIcon('app-128.png'),
        }),
      ),
    workAreas: () => {
      const main = screen.getPrimaryDisplay();
      return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea);
    },
    loadBounds: state.loadBounds,
    saveBounds: state.saveBounds,
    onContents: (contents) => channel.attach(contents),
    onQuit,
    platform,
    clock,
    log,
  });
  stops.push(() => window.dispose());
  const answers = createNotificationAnswers({
    app,
    showWindow: () => window.show(),
    showTold: (notificationId) => {
      window.show();
      channel.send({ event: 'show-list', filter: { ...noFilter, notificationId } });
    },
    log,
  });

  const started = await app.start();
  if (!started.ok) {
    await dispose();
    return fail(started.failure);
  }
  const showView = (view: 'settings' | 'account'): void => {
    window.show();
    channel.send({ event: 'show-view', view });
  };
  const tray = startTray({
    Tray,
    Menu,
    theme: nativeTheme,
    loadIcon,
    setBadge: (count) => void electronApp.setBadgeCount(count),
    iconChoice: state.trayIcon,
    scale: () => screen.getPrimaryDisplay().scaleFactor,
    platform,
    clock,
    log,
    app,
    window,
    showView,
    onQuit,
  });
  if (tray === null) isTrayIn = false;
  stops.push(() => tray?.dispose());
  stops.push(
    app.subscribe((event) => {
      theme.hear(event);
      channel.send(event);
      tray?.hear(event);
    }),
  );
  const power = watchPower(powerMonitor, () => app.wake());
  stops.push(() => power.dispose());
  const networkWatch = watchNetwork({ interfaces: networkInterfaces, clock, onChange: () => app.wake() });
  stops.push(() => networkWatch.dispose());
  // Without a tray a hidden start would be a process nobody sees.
  if (!isHidden || !isTrayIn) window.show();
  const follow = (link: AppLink): void => (link === 'settings' ? showView('settings') : window.show());
  void notifier.takeUp();
  return {
    ok: true,
    value: {
      started: started.value,
      showWindow: () => window.show(),
      follow,
      clickNotification: (nativeId) => notifier.clicked(nativeId),
      dispose,
    },
  };
};
