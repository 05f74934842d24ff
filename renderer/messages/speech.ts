import { type ReadonlySignal, signal } from '@preact/signals';
import type { Language } from '../../electron/contract/index.ts';
import { type PageMessages, english } from './en/index.ts';

/** The language that the page speaks. */
export type Speech = { readonly language: Language; readonly messages: PageMessages; readonly locale: string };

export type SpeechPorts = {
  readonly load: (language: Language) => Promise<PageMessages>;
  /** The language tag of the browser, or of the system. */
  readonly systemLocale: string;
};

/** The region is the system’s where its language is the one that is spoken: it decides how times are written. */
const localeOf = (language: Language, systemLocale: string): string =>
  systemLocale.toLowerCase().split('-')[0] === language ? systemLocale : language;

/**
 * Speaks English until told otherwise; of several wishes the last one counts. A language that cannot be loaded, as when the app
 * has stopped, leaves it at the one before.
 */
export const createSpeech = ({
  load,
  systemLocale,
}: SpeechPorts): { readonly speech: ReadonlySignal<Speech>; readonly speak: (language: Language) => Promise<void> } => {
  const speech = signal<Speech>({ language: 'en', messages: english, locale: localeOf('en', systemLocale) });
  let wanted: Language = 'en';
  return {
    speech,
    speak: async (language) => {
      wanted = language;
      if (speech.peek().language === language) return;
      const messages = await load(language).catch(() => null);
      if (wanted === language && messages !== null)
        speech.value = { language, messages, locale: localeOf(language, systemLocale) };
    },
  };
};
