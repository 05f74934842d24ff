import type { Language } from '../../electron/contract/index.ts';
import { type PageMessages, english } from './en/index.ts';

/** What the page says in a language. English is there at once, any other is a file of its own. */
export const loadMessages = async (language: Language): Promise<PageMessages> => {
  switch (language) {
    case 'en':
      return english;
    case 'es':
      return (await import('./es/index.ts')).spanish;
  }
};
