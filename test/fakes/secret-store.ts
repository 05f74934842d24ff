import { type Failure, type Result, fail, succeed } from '../../electron/contract/index.ts';
import type { SecretFailure, SecretStore } from '../../electron/core/account/secret-store.ts';
import type { Secrets } from '../../electron/core/account/secrets.ts';

export type FakeSecretStore = SecretStore & {
  /** What would be on disk. */
  kept: Secrets | null;
  /** How `read` fails, until null. */
  readFailure: Failure | null;
  /** Writing fails while this is true. */
  isFull: boolean;
  /** Each document written, in order. */
  readonly written: readonly Secrets[];
  /** Writes wait until the returned function is called. */
  hold(): () => void;
};

const full: Result<null, SecretFailure> = fail({
  code: 'secrets-unwritable',
  message: 'The disk is full.',
  trouble: 'unwritable',
  cause: 'ENOSPC',
});

/** A store in memory that can be made to fail and to wait. */
export const createFakeSecretStore = (kept: Secrets | null = null): FakeSecretStore => {
  const written: Secrets[] = [];
  let released = Promise.resolve();
  const store: FakeSecretStore = {
    kept,
    readFailure: null,
    isFull: false,
    written,
    read: async () => (store.readFailure === null ? succeed(store.kept) : fail(store.readFailure)),
    write: async (secrets) => {
      await released;
      if (store.isFull) return full;
      written.push(secrets);
      store.kept = secrets;
      return succeed(null);
    },
    remove: async () => {
      if (store.isFull) return full;
      store.kept = null;
      return succeed(null);
    },
    storage: async () => ({ strength: 'memory' }),
    allowWeak: async () => succeed(null),
    hold: () => {
      let release = (): void => undefined;
      released = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
  return store;
};
