import type { MenuItemConstructorOptions } from 'electron';
import type { Overview } from '../../contract/index.ts';
import type { Clock } from '../../core/clock.ts';
import { appName } from '../app-identity.ts';
import { trayIconFile } from './icon-file.ts';
import { type TrayAction, type TrayEntry, trayMenu } from './menu.ts';
import { trayStateOf } from './state.ts';
import { summaryOf } from './summary.ts';

/** The part of Electron’s `Tray` that is used. */
export type TrayIcon<Image, Menu> = {
  setImage(image: Image): void;
  setToolTip(text: string): void;
  setContextMenu(menu: Menu): void;
  popUpContextMenu(menu: Menu): void;
  on(event: 'click' | 'right-click', listener: () => void): unknown;
  destroy(): void;
};

/** The part of Electron’s `nativeTheme` that is used. */
export type PanelTheme = {
  readonly shouldUseDarkColors: boolean;
  readonly shouldUseDarkColorsForSystemIntegratedUI?: boolean;
  on(event: 'updated', listener: () => void): unknown;
  off(event: 'updated', listener: () => void): unknown;
};

export type TrayPorts<Image, Menu> = {
  readonly createTray: (image: Image) => TrayIcon<Image, Menu>;
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => Menu;
  /** Loads an icon, with its larger drawings, by its file name. */
  readonly loadIcon: (file: string) => Image;
  readonly theme: PanelTheme;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly onClick: () => void;
  readonly perform: (action: TrayAction) => void;
};

export type AppTray = {
  /** Shows the state of the app; call it whenever that changes. */
  render(overview: Overview): void;
  dispose(): void;
};

/** Puts the app into the tray. Throws where the system refuses an icon. */
export const createAppTray = <Image, Menu>(ports: TrayPorts<Image, Menu>, first: Overview): AppTray => {
  const { theme, platform, clock } = ports;
  let overview = first;
  let shownIcon = '';
  let shownMenu = '';

  const iconFile = (): string => {
    // Windows colours taskbar and windows apart.
    const isPanelDark = theme.shouldUseDarkColorsForSystemIntegratedUI ?? theme.shouldUseDarkColors;
    return trayIconFile(trayStateOf(overview), platform, isPanelDark);
  };
  shownIcon = iconFile();
  const tray = ports.createTray(ports.loadIcon(shownIcon));

  const template = (entry: TrayEntry): MenuItemConstructorOptions => {
    if (entry.kind === 'separator') return { type: 'separator' };
    if (entry.kind === 'submenu') return { label: entry.label, submenu: entry.entries.map(template) };
    const { label, action } = entry;
    return action === null ? { label, enabled: false } : { label, click: () => ports.perform(action) };
  };

  const renderIcon = (): void => {
    const file = iconFile();
    if (file === shownIcon) return;
    shownIcon = file;
    tray.setImage(ports.loadIcon(file));
  };
  let menu: Menu;
  const renderWords = (): void => {
    const summary = summaryOf(overview, clock.now());
    const entries = trayMenu(overview, summary);
    const said = JSON.stringify(entries);
    // A menu that is set anew closes under the pointer on some panels, so only when it says something else.
    if (said === shownMenu) return;
    shownMenu = said;
    tray.setToolTip(`${appName} · ${summary}`);
    menu = ports.buildMenu(entries.map(template));
    if (platform !== 'darwin') tray.setContextMenu(menu);
  };

  tray.on('click', ports.onClick);
  // With a menu of its own a click on macOS would only ever open that.
  if (platform === 'darwin') tray.on('right-click', () => tray.popUpContextMenu(menu));
  theme.on('updated', renderIcon);
  renderWords();

  return {
    render: (next) => {
      overview = next;
      renderIcon();
      renderWords();
    },
    dispose: () => {
      theme.off('updated', renderIcon);
      tray.destroy();
    },
  };
};
