import type { Account } from '../../contract/index.ts';
import type { Directory } from './directory-port.ts';

/** The part of the account that Redbooth decides. */
export type Identity = Pick<Account, 'id' | 'state' | 'user'>;

/** Who is signed in, as the page and `--json` are told. */
export type AccountWatch = {
  current(): Identity;
  /** The state of the tokens became known or changed. */
  tokensAre(state: Account['state']): void;
  /** Asks the API who the user is; call again when it may answer now. */
  identify(): Promise<void>;
};

/** Watches the account, which is taken for the last one until Redbooth has said; `onChanged` is told of every difference. */
export const createAccountWatch = (
  directory: Pick<Directory, 'me'>,
  lastAccountId: string | null,
  onChanged: (account: Identity) => void,
): AccountWatch => {
  let account: Identity = { id: lastAccountId, state: 'signed-out', user: null };
  const become = (state: Account['state'], id: string | null, user: string | null): void => {
    if (account.state === state && account.id === id && account.user === user) return;
    account = { id, state, user };
    onChanged(account);
  };
  return {
    current: () => account,
    tokensAre: (state) => {
      // A token is only worth something when the API says whose it is.
      if (state === 'expired') become(state, account.id, account.user);
      else if (state === 'signed-out') become(state, null, null);
    },
    identify: async () => {
      const me = await directory.me({ refresh: account.state !== 'signed-in' });
      if (me.ok) become('signed-in', me.value.accountId, `${me.value.user.firstName} ${me.value.user.lastName}`.trim());
    },
  };
};
