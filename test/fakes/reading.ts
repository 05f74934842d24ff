import type { Language } from '../../electron/contract/index.ts';
import type { Reading } from '../../electron/core/reading.ts';
import { hostMessages } from '../../electron/messages/host-messages.ts';

/** Words written for somebody who reads them at `now` (ms since 1970), in English unless said otherwise. */
export const readingAt = (now: number, zone: string | null = null, language: Language = 'en'): Reading => ({
  language,
  messages: hostMessages(language),
  zone,
  now,
});
