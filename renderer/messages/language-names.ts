import type { Language } from '../../electron/contract/index.ts';

/** The languages by their own names, which are the same in each: whoever cannot read the others finds theirs. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };
