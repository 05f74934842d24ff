import { type Language, languageOf } from '../contract/index.ts';
import { hostMessages } from '../messages/host-messages.ts';
import type { HostMessages } from '../messages/en/index.ts';
import type { Clock } from './clock.ts';
import type { Settings } from './settings/settings.ts';

/** For whom words are written: their language, their time zone (IANA, null for the machine’s own) and when they read them (ms since 1970). */
export type Reading = {
  readonly language: Language;
  readonly messages: HostMessages;
  readonly zone: string | null;
  readonly now: number;
};

export type ReaderPorts = {
  readonly settings: () => Pick<Settings, 'language' | 'timeZone'>;
  readonly clock: Pick<Clock, 'now'>;
  /** The language of the computer. */
  readonly locale: string;
};

/** Answers, each time anew, for whom words are to be written just now. */
export const createReader =
  ({ settings, clock, locale }: ReaderPorts): (() => Reading) =>
  () => {
    const { language: choice, timeZone } = settings();
    const language = languageOf(choice, locale);
    return { language, messages: hostMessages(language), zone: timeZone, now: clock.now() };
  };
