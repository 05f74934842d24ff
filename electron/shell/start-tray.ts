import type { Menu, NativeImage, NativeTheme, Tray } from 'electron';
import {
  type PageEvent,
  type RequestName,
  type TrayIconChoice,
  minutesUntilMorning,
  pauseMorning,
  readReply,
} from '../contract/index.ts';
import type { App } from '../core/app-port.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { createLatestChanges } from './tray/latest-changes.ts';
import type { TrayAction } from './tray/menu.ts';
import { type AppTray, createAppTray } from './tray/tray.ts';
import { trayViewOf } from './tray/view.ts';
import type { WindowKeeper } from './window/keeper.ts';

export type StartTrayPorts = {
  readonly Tray: new (icon: NativeImage) => Tray;
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>;
  readonly theme: NativeTheme;
  readonly loadIcon: (file: string) => NativeImage;
  readonly setBadge: (count: number) => void;
  readonly iconChoice: () => TrayIconChoice;
  readonly scale: () => number;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
  readonly app: Pick<App, 'overview' | 'dispatch'>;
  readonly window: Pick<WindowKeeper, 'show' | 'toggle'>;
  /** Opens the window at one of its views. */
  readonly showView: (view: 'settings' | 'account') => void;
  readonly onQuit: () => void;
};

/** The app in the tray. */
export type StartedTray = {
  /** Takes what the app tells its pages. */
  hear(event: PageEvent): void;
  dispose(): void;
};

/** Puts the app into the tray and its menu’s entries to work; null where the system refuses an icon. */
export const startTray = (ports: StartTrayPorts): StartedTray | null => {
  const { app, window, clock, log, platform } = ports;
  const request = async (name: RequestName, payload: unknown): Promise<void> => {
    const reply = await app.dispatch(name, payload);
    if (!reply.ok) log.warn(`The tray’s “${name}” failed: ${reply.failure.message}`);
  };
  const openChange = async (id: string): Promise<void> => {
    const answer = readReply('open-change', await app.dispatch('open-change', { id }));
    if (!answer.ok || answer.value.kind !== 'opened') window.show();
  };
  const perform = (action: TrayAction): void => {
    switch (action.kind) {
      case 'open':
        return window.show();
      case 'show-view':
        return ports.showView(action.view);
      case 'open-change':
        return void openChange(action.id);
      case 'copy-hook-url':
        return void request('copy-hook-url', { id: action.id });
      case 'pause':
        return void request('pause', { minutes: action.minutes });
      case 'pause-until-morning':
        return void request('pause', { minutes: minutesUntilMorning(clock.now(), pauseMorning, overview.timeZone) });
      case 'resume':
        return void request('resume', null);
      case 'test-notification':
        return void request('test-notification', null);
      case 'quit':
        return ports.onQuit();
    }
  };
  // Only these two systems say where the icon is, and let a window choose its place.
  const isNearTray = platform === 'darwin' || platform === 'win32';
  let overview = app.overview();
  let tray: AppTray;
  try {
    tray = createAppTray(
      {
        createTray: (icon) => new ports.Tray(icon),
        buildMenu: (template) => ports.Menu.buildFromTemplate(template),
        loadIcon: ports.loadIcon,
        setBadge: ports.setBadge,
        theme: ports.theme,
        platform,
        iconChoice: ports.iconChoice,
        scale: ports.scale,
        onClick: (bounds) => window.toggle(isNearTray ? bounds : null),
        perform,
      },
      trayViewOf(overview, [], clock.now()),
    );
  } catch (error) {
    log.warn(`There is no icon in the tray: ${String(error)}`);
    return null;
  }
  const render = (): void => tray.render(trayViewOf(overview, latest.current(), clock.now()));
  const latest = createLatestChanges({ dispatch: app.dispatch, onChanged: render, log });
  return {
    hear: (event) => {
      latest.hear(event);
      if (event.event !== 'overview') return;
      overview = event.overview;
      render();
    },
    dispose: () => {
      latest.dispose();
      tray.dispose();
    },
  };
};
