import type { MenuItemConstructorOptions } from 'electron';
import type { TrayIconChoice } from '../../contract/index.ts';
import type { Bounds } from '../window/bounds.ts';
import { trayIconFile } from './icon-file.ts';
import type { TrayAction, TrayEntry } from './menu.ts';
import type { TrayView } from './view.ts';

/** The part of Electron’s `Tray` that is used. */
export type TrayIcon<Image, Menu> = {
  setImage(image: Image): void;
  setToolTip(text: string): void;
  setTitle(text: string): void;
  setContextMenu(menu: Menu): void;
  popUpContextMenu(menu: Menu): void;
  on(event: 'click' | 'right-click', listener: (event: unknown, bounds: Bounds) => void): unknown;
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
  /** Puts a count on the app’s own icon. */
  readonly setBadge: (count: number) => void;
  readonly theme: PanelTheme;
  readonly platform: NodeJS.Platform;
  readonly iconChoice: () => TrayIconChoice;
  /** Device pixels for each pixel of the panel. */
  readonly scale: () => number;
  /** A click on the icon, which is at `bounds`. */
  readonly onClick: (bounds: Bounds) => void;
  readonly perform: (action: TrayAction) => void;
};

export type AppTray = {
  /** Shows a view; only what differs from the one before reaches the system. */
  render(view: TrayView): void;
  dispose(): void;
};

/** Calls `set` for a value that differs from the last one. */
const whenChanged = <Value>(set: (value: Value) => void): ((value: Value) => void) => {
  let last: string | null = null;
  return (value) => {
    const text = JSON.stringify(value);
    if (text === last) return;
    last = text;
    set(value);
  };
};

/** Puts the app into the tray. Throws where the system refuses an icon. */
export const createAppTray = <Image, Menu>(ports: TrayPorts<Image, Menu>, first: TrayView): AppTray => {
  const { theme, platform } = ports;
  let view = first;

  const iconFile = (): string =>
    trayIconFile(view.state, {
      platform,
      // Windows colours taskbar and windows apart.
      isDark: theme.shouldUseDarkColorsForSystemIntegratedUI ?? theme.shouldUseDarkColors,
      choice: ports.iconChoice(),
      scale: ports.scale(),
    });
  const firstIcon = iconFile();
  const tray = ports.createTray(ports.loadIcon(firstIcon));

  const template = (entry: TrayEntry): MenuItemConstructorOptions => {
    if (entry.kind === 'separator') return { type: 'separator' };
    if (entry.kind === 'submenu') return { label: entry.label, submenu: entry.entries.map(template) };
    const { label, action } = entry;
    return action === null ? { label, enabled: false } : { label, click: () => ports.perform(action) };
  };

  let shownIcon = firstIcon;
  const renderIcon = (): void => {
    const file = iconFile();
    if (file === shownIcon) return;
    shownIcon = file;
    tray.setImage(ports.loadIcon(file));
  };
  const setToolTip = whenChanged((text: string) => tray.setToolTip(text));
  const setTitle = whenChanged((text: string) => tray.setTitle(text));
  const setBadge = whenChanged(ports.setBadge);
  let menu: Menu | null = null;
  // A menu that is set anew closes under the pointer on some panels, so only when it says something else.
  const setMenu = whenChanged((entries: readonly TrayEntry[]) => {
    menu = ports.buildMenu(entries.map(template));
    if (platform !== 'darwin') tray.setContextMenu(menu);
  });
  const render = (next: TrayView): void => {
    view = next;
    renderIcon();
    setToolTip(view.toolTip);
    if (platform === 'darwin') setTitle(view.title);
    setBadge(view.badge);
    setMenu(view.menu);
  };

  tray.on('click', (_event, bounds) => ports.onClick(bounds));
  // With a menu of its own a click on macOS would only ever open that.
  if (platform === 'darwin')
    tray.on('right-click', () => {
      if (menu !== null) tray.popUpContextMenu(menu);
    });
  theme.on('updated', renderIcon);
  render(first);

  return {
    render,
    dispose: () => {
      theme.off('updated', renderIcon);
      tray.destroy();
    },
  };
};
