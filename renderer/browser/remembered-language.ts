import * as v from 'valibot';
import { type Language, languageOf, languageSchema } from '../../electron/contract/index.ts';
import { remember, remembered } from './page-memory.ts';

const key = 'language';

/** The language of the last time, or the browser’s, until the app has told which one it is. */
export const rememberedLanguage = (): Language => {
  const stored = v.safeParse(languageSchema, remembered(key));
  return stored.success ? stored.output : languageOf('system', navigator.language);
};

/** Says which language the page is in, for screen readers and spelling, and remembers it for the next time. */
export const rememberLanguage = (language: Language): void => {
  document.documentElement.lang = language;
  remember(key, language);
};
