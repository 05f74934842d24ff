import type { MenuItemConstructorOptions } from 'electron';

/**
 * The menu of the app: none but on macOS, where copying, closing and quitting by key work only through the menu at the top
 * of the screen.
 */
export const appMenu = (platform: NodeJS.Platform): MenuItemConstructorOptions[] | null =>
  platform === 'darwin'
    ? [
        { role: 'appMenu' },
        { role: 'editMenu' },
        { label: 'View', submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }] },
        { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
      ]
    : null;
