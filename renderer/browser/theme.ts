import * as v from 'valibot';
import { themeSchema } from '../../electron/contract/index.ts';
import { remember, remembered } from './page-memory.ts';

type Theme = v.InferOutput<typeof themeSchema>;

const key = 'theme';

/** Shows the page in a theme, and remembers it for the next time. */
export const showTheme = (theme: Theme): void => {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  remember(key, theme);
};

/** Shows the theme of the last time, until the app has told which one it is: nothing flashes. */
export const showRememberedTheme = (): void => {
  const stored = v.safeParse(themeSchema, remembered(key));
  if (stored.success) showTheme(stored.output);
};
