import type { Account } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { AccessView } from '../account/account-access.ts';
import type { Identity } from '../redbooth/account.ts';

type Words = HostMessages['account'];

/** Not even a sign-in that Redbooth has yet to confirm. */
export const isNobodySignedIn = ({ canSignOut, isFromEnvironment }: Omit<Account, 'sentence'>): boolean =>
  !canSignOut && !isFromEnvironment;

const sentenceOf = (account: Omit<Account, 'sentence'>, words: Words): string => {
  switch (account.state) {
    case 'signed-in':
      return account.user === null ? words.signedIn : words.signedInAs(account.user);
    case 'signed-out':
      return isNobodySignedIn(account) ? words.signedOut : words.waitingForRedbooth;
    case 'expired':
      return words.expired;
  }
};

/** The account as the page sees it: what Redbooth said, and what is kept of a sign-in. */
export const accountView = (identity: Identity, access: AccessView, { account: words }: HostMessages): Account => {
  const account = { ...identity, ...access };
  return { ...account, sentence: sentenceOf(account, words) };
};
