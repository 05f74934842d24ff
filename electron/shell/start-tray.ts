import type { Menu, NativeImage, NativeTheme, Tray } from 'electron';
import type { RequestName } from '../contract/index.ts';
import type { App } from '../core/app-port.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { TrayAction } from './tray/menu.ts';
import { type AppTray, createAppTray } from './tray/tray.ts';
import type { WindowKeeper } from './window/keeper.ts';

export type StartTrayPorts = {
  readonly Tray: new (icon: NativeImage) => Tray;
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>;
  readonly theme: NativeTheme;
  readonly loadIcon: (file: string) => NativeImage;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
  readonly app: Pick<App, 'overview' | 'dispatch'>;
  readonly window: Pick<WindowKeeper, 'show' | 'toggle'>;
  readonly onQuit: () => void;
};

/** Puts the app into the tray and its menu’s entries to work; null where the system refuses an icon. */
export const startTray = (ports: StartTrayPorts): AppTray | null => {
  const { app, window, log } = ports;
  const request = async (name: RequestName, payload: unknown): Promise<void> => {
    const reply = await app.dispatch(name, payload);
    if (!reply.ok) log.warn(`The tray’s “${name}” failed: ${reply.failure.message}`);
  };
  const perform = (action: TrayAction): void => {
    switch (action.kind) {
      case 'open':
        return window.show();
      case 'copy-hook-url':
        return void request('copy-hook-url', { id: action.id });
      case 'pause':
        return void request('pause', { minutes: action.minutes });
      case 'resume':
        return void request('resume', null);
      case 'quit':
        return ports.onQuit();
    }
  };
  try {
    return createAppTray(
      {
        createTray: (icon) => new ports.Tray(icon),
        buildMenu: (template) => ports.Menu.buildFromTemplate(template),
        loadIcon: ports.loadIcon,
        theme: ports.theme,
        platform: ports.platform,
        clock: ports.clock,
        onClick: () => window.toggle(),
        perform,
      },
      app.overview(),
    );
  } catch (error) {
    log.warn(`There is no icon in the tray: ${String(error)}`);
    return null;
  }
};
