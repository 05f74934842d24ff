import { english } from '../../../renderer/messages/en/index.ts';
import { spanish } from '../../../renderer/messages/es/index.ts';
import type { Speech } from '../../../renderer/messages/speech.ts';

export const inEnglish: Speech = { language: 'en', messages: english, locale: 'en-GB' };
export const inSpanish: Speech = { language: 'es', messages: spanish, locale: 'es' };
