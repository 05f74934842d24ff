import type { Failure, Result } from '../../contract/index.ts';
import type { Secrets } from './secrets.ts';

/** The keyrings of the systems that the app runs on. */
export type KeyringName = 'macos' | 'windows' | 'secret-service' | 'kwallet';

/** What could not be done. `message` is for operators, in English; `spokenSecretResult` puts the rest into the user’s words. */
export type SecretFailure = Failure & {
  readonly trouble: 'unwritable' | 'undeletable';
  /** The system’s code; null: the keyring refused. */
  readonly cause: string | null;
};

/** How well secrets are kept (SecretStorage in the contract says more); `file` is its name. */
export type SecretKeeping =
  | { readonly strength: 'keyring'; readonly keyring: KeyringName }
  | { readonly strength: 'file'; readonly file: string; readonly canAllowWeak: boolean }
  | { readonly strength: 'memory' };

/**
 * Keeps the one document of secrets, as well as the host can. Nothing rejects. What `write` succeeded with is on disk,
 * unless `storage` says `memory`.
 */
export type SecretStore = {
  /** Null when nothing is kept. A document that cannot be read is set aside and fails with `secrets-unreadable`, once. */
  read(): Promise<Result<Secrets | null, Failure>>;
  /** Fails with `secrets-unwritable`; then the document before is still the one that is kept. */
  write(secrets: Secrets): Promise<Result<null, SecretFailure>>;
  /** Forgets the document and whatever was set aside. */
  remove(): Promise<Result<null, SecretFailure>>;
  storage(): Promise<SecretKeeping>;
  /** Lets `memory` become `file`, or not any more; without effect where `canAllowWeak` is false. */
  allowWeak(isAllowed: boolean): Promise<Result<null, SecretFailure>>;
};
