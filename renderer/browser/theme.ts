import * as v from 'valibot';
import { themeSchema } from '../../electron/contract/index.ts';

type Theme = v.InferOutput<typeof themeSchema>;

const key = 'theme';

/** A browser that keeps nothing for pages says so by throwing. */
const attempt = <Value>(act: () => Value): Value | null => {
  try {
    return act();
  } catch {
    return null;
  }
};

/** Shows the page in a theme, and remembers it for the next time. */
export const showTheme = (theme: Theme): void => {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  attempt(() => localStorage.setItem(key, theme));
};

/** Shows the theme of the last time, until the app has told which one it is: nothing flashes. */
export const showRememberedTheme = (): void => {
  const remembered = v.safeParse(
    themeSchema,
    attempt(() => localStorage.getItem(key)),
  );
  if (remembered.success) showTheme(remembered.output);
};
