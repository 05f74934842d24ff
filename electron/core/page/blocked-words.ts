import type { HostMessages } from '../../messages/en/index.ts';

type Words = HostMessages['blocked'];

/** The reasons that there are words for. */
const known: readonly { readonly reason: RegExp; readonly key: keyof Words }[] = [
  { reason: /^unsupported$/, key: 'unsupported' },
  { reason: /^timeout$/, key: 'notShown' },
  // Windows: “Settings prevent the notification from being delivered.”
  { reason: /settings prevent/i, key: 'switchedOff' },
];

/** What a person reads of the reason for which the system does not show notifications, and what to do. */
export const blockedWords = (reason: string, words: Words): string =>
  words[known.find((each) => each.reason.test(reason))?.key ?? 'refused'];
