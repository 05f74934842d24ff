import type { Account } from '../../contract/index.ts';
import type { Directory } from './directory-port.ts';

/** The part of the account that Redbooth decides. */
export type Identity = Pick<Account, 'state' | 'user' | 'sentence'>;

/** Who is signed in, as the page and `--json` are told. */
export type AccountWatch = {
  current(): Identity;
  /** The state of the tokens became known or changed. */
  tokensAre(state: Account['state']): void;
  /** Asks the API who the user is; call again when it may answer now. */
  identify(): Promise<void>;
};

const sentences: Record<Account['state'], string> = {
  'signed-in': 'Signed in',
  'signed-out': 'Not signed in',
  expired: 'Redbooth asks you to sign in again',
};

/** Watches the account; `onChanged` is told of every difference. */
export const createAccountWatch = (
  directory: Pick<Directory, 'me'>,
  onChanged: (account: Identity) => void,
): AccountWatch => {
  let account: Identity = { state: 'signed-out', user: null, sentence: sentences['signed-out'] };
  const become = (state: Account['state'], user: string | null): void => {
    if (account.state === state && account.user === user) return;
    const sentence = state === 'signed-in' && user !== null ? `Signed in as ${user}` : sentences[state];
    account = { state, user, sentence };
    onChanged(account);
  };
  return {
    current: () => account,
    tokensAre: (state) => {
      // A token is only worth something when the API says whose it is.
      if (state !== 'signed-in') become(state, state === 'expired' ? account.user : null);
    },
    identify: async () => {
      const me = await directory.me({ refresh: account.state !== 'signed-in' });
      if (me.ok) become('signed-in', `${me.value.user.firstName} ${me.value.user.lastName}`.trim());
    },
  };
};
