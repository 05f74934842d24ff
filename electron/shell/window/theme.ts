import type { PageEvent, Preferences } from '../../contract/index.ts';
import { ground } from './options.ts';

/** The part of Electron’s `nativeTheme` that is used. */
export type ThemeOfElectron = {
  themeSource: Preferences['theme'];
  readonly shouldUseDarkColors: boolean;
  on(event: 'updated', listener: () => void): unknown;
  off(event: 'updated', listener: () => void): unknown;
};

export type WindowThemePorts = {
  readonly nativeTheme: ThemeOfElectron;
  /** The setting. */
  readonly choice: () => Preferences['theme'];
  /** Those that are open. */
  readonly windows: () => readonly { setBackgroundColor(colour: string): void }[];
};

export type WindowTheme = {
  /** Takes what the app tells its pages. */
  hear(event: PageEvent): void;
  dispose(): void;
};

/**
 * Has Chromium and the system’s own menus take the theme of the settings, so that the page is in it from its first paint on,
 * and keeps the ground of open windows to it, which is seen while one is made larger.
 */
export const createWindowTheme = ({ nativeTheme, choice, windows }: WindowThemePorts): WindowTheme => {
  const take = (): void => {
    if (nativeTheme.themeSource !== choice()) nativeTheme.themeSource = choice();
  };
  const paint = (): void => {
    for (const window of windows()) window.setBackgroundColor(ground(nativeTheme.shouldUseDarkColors));
  };
  take();
  nativeTheme.on('updated', paint);
  return {
    hear: ({ event }) => {
      if (event === 'preferences') take();
    },
    dispose: () => void nativeTheme.off('updated', paint),
  };
};
