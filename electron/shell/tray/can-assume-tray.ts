/** GNOME’s own sessions show no tray without an extension; distributions that ship one name themselves first. */
const withoutTray = new Set(['gnome', 'gnome-classic', 'gnome-flashback']);

/**
 * Whether an icon in the tray will be seen. No system tells; on Linux the name of the desktop is the best hint there is.
 * `desktop` is XDG_CURRENT_DESKTOP, names with colons between.
 */
export const canAssumeTray = (platform: NodeJS.Platform, desktop: string | undefined): boolean => {
  if (platform === 'darwin' || platform === 'win32') return true;
  const names = (desktop ?? '').toLowerCase().split(':').filter(Boolean);
  return names.some((name) => !withoutTray.has(name));
};
