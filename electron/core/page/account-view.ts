import type { Account } from '../../contract/index.ts';
import type { AccessView } from '../account/account-access.ts';
import type { Identity } from '../redbooth/account.ts';

/** Not even a sign-in that Redbooth has yet to confirm. */
export const isNobodySignedIn = ({ canSignOut, isFromEnvironment }: Account): boolean =>
  !canSignOut && !isFromEnvironment;

/** The account as the page sees it: what Redbooth said, and what is kept of a sign-in. */
export const accountView = (identity: Identity, access: AccessView): Account => {
  const account = { ...identity, ...access };
  return identity.state === 'signed-out' && !isNobodySignedIn(account)
    ? { ...account, sentence: 'Waiting for Redbooth to answer' }
    : account;
};
