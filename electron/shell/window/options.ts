import type { BrowserWindowConstructorOptions, NativeImage } from 'electron';
import { appName } from '../app-identity.ts';
import { type Placement, smallestSize } from './bounds.ts';

/** The page’s session: one of its own that is kept in memory only. */
export const pagePartition = 'page';

/** The page’s own ground in both themes, so that nothing flashes before it has drawn itself. */
export const ground = (isDark: boolean): string => (isDark ? '#111317' : '#f4f5f7');

export type WindowLook = {
  readonly placement: Placement;
  readonly isDark: boolean;
  /** Developer tools are for unpacked builds only. */
  readonly isPackaged: boolean;
  readonly preload: string;
  /** Null where the system takes the icon from the app itself. */
  readonly icon: NativeImage | null;
};

/** How the window is made. The page runs sandboxed and isolated, without Node (Electron’s checklist, 2 to 4). */
export const windowOptions = (look: WindowLook): BrowserWindowConstructorOptions => ({
  ...look.placement,
  minWidth: smallestSize.width,
  minHeight: smallestSize.height,
  title: appName,
  show: false,
  autoHideMenuBar: true,
  fullscreenable: false,
  backgroundColor: ground(look.isDark),
  ...(look.icon !== null && { icon: look.icon }),
  webPreferences: {
    preload: look.preload,
    partition: pagePartition,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    devTools: !look.isPackaged,
  },
});
