import type { Account } from '../../electron/contract/index.ts';
import type { Credentials } from '../../electron/core/account/account-access.ts';

/** An account as the page sees it: somebody of one's own choosing, signed in by hand. */
export const anAccountView = (part: Partial<Account> = {}): Account => ({
  id: '1',
  state: 'signed-in',
  user: 'Ada',
  sentence: 'Signed in as Ada',
  canSignOut: true,
  isFromEnvironment: false,
  signIn: { state: 'idle' },
  ...part,
});

/** A token that never ends, as from the environment; or none. */
export const fixedToken = (token: string | null): Credentials => ({
  kind: 'fixed',
  source: 'environment',
  tokens: () => ({
    current: async () => (token === null ? { kind: 'signed-out' } : { kind: 'token', token }),
    refused: async () => undefined,
    worked: () => undefined,
    dispose: () => undefined,
  }),
});
