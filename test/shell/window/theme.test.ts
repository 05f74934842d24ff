import { describe, expect, it } from 'vitest';
import type { PageEvent, Preferences } from '../../../electron/contract/index.ts';
import { preferencesOf } from '../../../electron/core/page/preference-handlers.ts';
import { defaultSettings } from '../../../electron/core/settings/settings.ts';
import { createWindowTheme } from '../../../electron/shell/window/theme.ts';

type Theme = Preferences['theme'];
const changed: PageEvent = { event: 'preferences', preferences: preferencesOf(defaultSettings()) };

/** Electron’s part, on a system that is dark or light. */
const createNativeTheme = (isSystemDark: boolean) => {
  const listeners = new Set<() => void>();
  let source: Theme = 'system';
  let isDark = isSystemDark;
  let sets = 0;
  const tell = (): void => listeners.forEach((listener) => listener());
  return {
    sets: () => sets,
    listens: () => listeners.size > 0,
    setSystem: (isDarkNow: boolean) => {
      isDark = isDarkNow;
      tell();
    },
    get themeSource() {
      return source;
    },
    set themeSource(chosen: Theme) {
      source = chosen;
      sets += 1;
      tell();
    },
    get shouldUseDarkColors() {
      return source === 'system' ? isDark : source === 'dark';
    },
    on: (_event: 'updated', listener: () => void) => listeners.add(listener),
    off: (_event: 'updated', listener: () => void) => listeners.delete(listener),
  };
};

const start = (stored: Theme, isSystemDark = false) => {
  const nativeTheme = createNativeTheme(isSystemDark);
  const grounds: string[] = [];
  let chosen = stored;
  const theme = createWindowTheme({
    nativeTheme,
    choice: () => chosen,
    windows: () => [{ setBackgroundColor: (colour) => void grounds.push(colour) }],
  });
  const choose = (next: Theme): void => {
    chosen = next;
    theme.hear(changed);
  };
  return { nativeTheme, theme, grounds, choose };
};

describe('the theme of windows', () => {
  it.each(['system', 'light', 'dark'] as const)('is %s from the start when the settings say so', (stored) => {
    expect(start(stored).nativeTheme.themeSource).toBe(stored);
  });

  it('follows the settings, and paints the ground of what is open', () => {
    const { nativeTheme, grounds, choose } = start('system');
    choose('dark');
    expect(nativeTheme.themeSource).toBe('dark');
    choose('light');
    expect(grounds).toEqual(['#111317', '#f4f5f7']);
  });

  it('follows the system where nothing was chosen', () => {
    const { nativeTheme, grounds } = start('system');
    nativeTheme.setSystem(true);
    expect(grounds).toEqual(['#111317']);
  });

  it('is left alone by other preferences, and by whatever else the app tells', () => {
    const { nativeTheme, theme, choose } = start('dark');
    choose('dark');
    theme.hear({ event: 'history-deleted' });
    expect(nativeTheme.sets()).toBe(1);
  });

  it('is let go of with the host', () => {
    const { nativeTheme, theme } = start('dark');
    theme.dispose();
    expect(nativeTheme.listens()).toBe(false);
  });
});
