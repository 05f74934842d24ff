/** Whether a window can be shown: macOS and Windows always have a place for one, elsewhere a display server must run. */
export const hasDisplay = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean =>
  platform === 'darwin' ||
  platform === 'win32' ||
  Boolean(env['DISPLAY'] ?? '') ||
  Boolean(env['WAYLAND_DISPLAY'] ?? '');
