import type { Language } from '../contract/index.ts';
import { type HostMessages, english } from './en/index.ts';
import { spanish } from './es/index.ts';

const tables: Readonly<Record<Language, HostMessages>> = { en: english, es: spanish };

/** What the app says in a language. */
export const hostMessages = (language: Language): HostMessages => tables[language];
