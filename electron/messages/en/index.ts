import { tray } from './tray.ts';

/** Everything that the app itself says in English: the source, whose shape every other language has to have. */
export const english = {
  /** How dates and times are written. */
  locale: 'en-GB',
  tray,
};

/** A message for everything the app says: plain text, or a function of what it speaks about. A missing one is a type error. */
export type HostMessages = typeof english;
