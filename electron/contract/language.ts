import * as v from 'valibot';

/** The languages that the app speaks: each has every message, or the types do not agree (electron/messages, renderer/messages). */
export const languages = ['en', 'es'] as const;
export const languageSchema = v.picklist(languages);
export type Language = v.InferOutput<typeof languageSchema>;

/** What the user may choose; `system` is the language of the computer, or English where the app does not speak it. */
export const languageChoiceSchema = v.picklist(['system', ...languages]);
export type LanguageChoice = v.InferOutput<typeof languageChoiceSchema>;

/** The language in force. `systemLocale` is a language tag (BCP 47) or a POSIX locale (`es_ES.UTF-8`). */
export const languageOf = (choice: LanguageChoice, systemLocale: string): Language => {
  if (choice !== 'system') return choice;
  const primary = systemLocale.toLowerCase().split(/[-_.@]/)[0];
  return languages.find((language) => language === primary) ?? 'en';
};

/** A count in words: a phrase for each of the language’s plural categories that the app needs. */
export type Plural = (count: number, phrases: { readonly one: string; readonly other: string }) => string;

/** Chooses the phrase by the rules of a language (CLDR, through Intl); categories beyond `one` read like `other`. */
export const createPlural = (language: Language): Plural => {
  let rules: Intl.PluralRules | null = null;
  return (count, { one, other }) => {
    // Made by the first count, as the tables of messages are made at every start.
    rules ??= new Intl.PluralRules(language);
    return rules.select(count) === 'one' ? one : other;
  };
};
