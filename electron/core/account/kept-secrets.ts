import { type Failure, type Result, succeed } from '../../contract/index.ts';
import type { SecretFailure, SecretStore } from './secret-store.ts';
import { type Secrets, noSecrets } from './secrets.ts';

/** The document of secrets in memory, never ahead of what is on disk. Nothing rejects. */
export type KeptSecrets = {
  /** Reads the store, once; before it is done, nothing is known. */
  load(): Promise<void>;
  current(): Secrets;
  /**
   * Has `next` work out a new document from the newest one, brings it to disk, and only then lets it be `current`. Changes
   * run one after the other. `next` answers null when there is nothing to change any more.
   */
  change(next: (secrets: Secrets) => Secrets | null): Promise<Result<null, SecretFailure>>;
  /** Like `change`, for what must not be used any more whether or not the disk takes it: `current` is changed in any case. */
  forget(next: (secrets: Secrets) => Secrets | null): Promise<Result<null, SecretFailure>>;
  /** Has the store keep the document in a file that is not encrypted, or not any more. */
  allowWeak(isAllowed: boolean): Promise<Result<null, SecretFailure>>;
  /** Waits until no change is under way. */
  idle(): Promise<void>;
};

export type KeptSecretsPorts = {
  readonly store: SecretStore;
  readonly origin: string;
  /** The kept document could not be read. */
  readonly onUnreadable: (failure: Failure) => void;
};

const isEmpty = ({ application, grant, hasExpired, team }: Secrets): boolean =>
  application === null && grant === null && !hasExpired && team === undefined;

/** Keeps the secrets of one Redbooth. A document that belongs to another is left alone until there is something to keep. */
export const createKeptSecrets = ({ store, origin, onUnreadable }: KeptSecretsPorts): KeptSecrets => {
  let secrets = noSecrets(origin);
  let loading: Promise<void> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const load = async (): Promise<void> => {
    const read = await store.read();
    if (read.ok) {
      if (read.value?.origin === origin) secrets = read.value;
      return;
    }
    // There was a sign-in, and it is not the user who ended it.
    secrets = { ...secrets, hasExpired: true };
    onUnreadable(read.failure);
  };

  const inTurn = (act: () => Promise<Result<null, SecretFailure>>): Promise<Result<null, SecretFailure>> => {
    const done = last.then(() => (loading ??= load())).then(act);
    last = done.catch(() => undefined);
    return done;
  };
  const keep = (wanted: Secrets): Promise<Result<null, SecretFailure>> =>
    isEmpty(wanted) ? store.remove() : store.write(wanted);

  return {
    load: () => (loading ??= load()),
    current: () => secrets,
    change: (next) =>
      inTurn(async () => {
        const wanted = next(secrets);
        if (wanted === null) return succeed(null);
        const written = await keep(wanted);
        if (written.ok) secrets = wanted;
        return written;
      }),
    forget: (next) =>
      inTurn(async () => {
        const wanted = next(secrets);
        if (wanted === null) return succeed(null);
        secrets = wanted;
        const written = await keep(wanted);
        // Losing the application’s secret is less bad than leaving tokens behind that were to be forgotten.
        return written.ok ? written : store.remove();
      }),
    allowWeak: (isAllowed) =>
      inTurn(async () => {
        const allowed = await store.allowWeak(isAllowed);
        return allowed.ok && !isEmpty(secrets) ? store.write(secrets) : allowed;
      }),
    idle: async () => {
      await last;
    },
  };
};
