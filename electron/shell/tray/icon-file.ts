import type { TrayState } from './state.ts';

/**
 * The name of the icon for a panel. macOS colours template images itself; Windows says whether its taskbar is dark. On
 * Linux the panel’s colour is unknown (GNOME’s is dark whatever the theme), so the icon there brings its own ground.
 */
export const trayIconFile = (state: TrayState, platform: NodeJS.Platform, isPanelDark: boolean): string => {
  if (platform === 'darwin') return `tray-${state}Template.png`;
  if (platform === 'win32') return `tray-${state}-${isPanelDark ? 'on-dark' : 'on-light'}.png`;
  return `tray-${state}-tile.png`;
};
