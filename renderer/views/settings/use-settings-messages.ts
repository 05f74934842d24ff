import type { Language } from '../../../electron/contract/index.ts';
import { useSpeech } from '../../components/speech-context.ts';
import type { Speech } from '../../messages/speech.ts';
import { type SettingsMessages, settings as english } from '../../messages/en/settings.ts';
import { settings as spanish } from '../../messages/es/settings.ts';

const tables: Readonly<Record<Language, SettingsMessages>> = { en: english, es: spanish };

/** The language of the settings, with the words that only they have. */
export const useSettingsSpeech = (): Speech & {
  readonly messages: Speech['messages'] & { readonly settings: SettingsMessages };
} => {
  const speech = useSpeech();
  return { ...speech, messages: { ...speech.messages, settings: tables[speech.language] } };
};

/** What the page says, with the words that only the settings have. */
export const useSettingsMessages = (): Speech['messages'] & { readonly settings: SettingsMessages } =>
  useSettingsSpeech().messages;
