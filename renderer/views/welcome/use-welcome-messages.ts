import type { Language } from '../../../electron/contract/index.ts';
import { useSpeech } from '../../components/speech-context.ts';
import { type WelcomeMessages, welcome as english } from '../../messages/en/welcome.ts';
import { welcome as spanish } from '../../messages/es/welcome.ts';

const tables: Readonly<Record<Language, WelcomeMessages>> = { en: english, es: spanish };

/** The words that only the welcome has. */
export const useWelcomeMessages = (): WelcomeMessages => tables[useSpeech().language];
