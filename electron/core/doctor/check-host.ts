import type { SecretKeeping } from '../account/secret-store.ts';
import { type CheckWords, type Finding, attention, broken, notApplicable, ok } from './finding.ts';

/** How notifications are kept back just now. */
export type Silence = 'none' | 'paused' | 'quiet-hours' | 'do-not-disturb';

/** What keeps the sign-in. `keeping`: null when nothing is kept, as the environment signs in. */
export const checkKeyring = (words: CheckWords['keyring'], keeping: SecretKeeping | null): Finding => {
  if (keeping === null) return notApplicable(words.notUsed);
  switch (keeping.strength) {
    case 'keyring':
      return ok(words.ok, keeping.keyring);
    case 'file':
      return attention(words.file, keeping.file);
    case 'memory':
      return attention(words.memory);
  }
};

/** Whether what the app tells is seen. `blocked`: why the system did not show the last ones. */
export const checkNotifications = (
  words: CheckWords['notifications'],
  { blocked, silence }: { readonly blocked: string | null; readonly silence: Silence },
): Finding => {
  if (blocked !== null) return broken(words.blocked);
  switch (silence) {
    case 'paused':
      return attention(words.paused);
    case 'do-not-disturb':
      return attention(words.doNotDisturb);
    case 'quiet-hours':
      return ok(words.quiet);
    case 'none':
      return ok(words.ok);
  }
};

/** Whether the app's icon can be seen; null on a host that has none. */
export const checkTray = (words: CheckWords, hasTray: boolean | null): Finding => {
  if (hasTray === null) return notApplicable(words.notOnThisHost);
  return hasTray ? ok(words.tray.ok) : attention(words.tray.missing);
};
