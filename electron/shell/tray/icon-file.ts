import type { TrayIconChoice } from '../../contract/index.ts';
import type { TrayState } from './state.ts';

/** What is known of the panel that the icon is on. */
export type Panel = {
  readonly platform: NodeJS.Platform;
  readonly isDark: boolean;
  /** What the user said of it, on Linux. */
  readonly choice: TrayIconChoice;
  /** Device pixels for each pixel of the panel. */
  readonly scale: number;
};

/**
 * The name of the icon for a panel. macOS colours template images itself; Windows says whether its taskbar is dark. On
 * Linux the panel’s colour is unknown (GNOME’s is dark whatever the theme), so the icon there brings its own ground unless
 * the user has chosen one; its protocol takes one drawing only, so that fine screens get a larger one.
 */
export const trayIconFile = (state: TrayState, { platform, isDark, choice, scale }: Panel): string => {
  if (platform === 'darwin') return `tray-${state}Template.png`;
  if (platform === 'win32') return `tray-${state}-${isDark ? 'on-dark' : 'on-light'}.png`;
  const kind = { auto: 'tile', light: 'light', dark: 'dark' }[choice];
  return `tray-${state}-${kind}-${scale > 1 ? 64 : 32}.png`;
};
