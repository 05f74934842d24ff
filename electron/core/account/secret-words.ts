import type { Failure, Result, SecretStorage } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import { hostMessages } from '../../messages/host-messages.ts';
import type { SecretFailure, SecretKeeping } from './secret-store.ts';

/** How well secrets are kept, in words. */
export const describeKeeping = (keeping: SecretKeeping, { secrets: words }: HostMessages): SecretStorage => {
  switch (keeping.strength) {
    case 'keyring':
      return { strength: 'keyring', sentence: words.keyring(words.keyrings[keeping.keyring]), canAllowWeak: false };
    case 'file': {
      const { file, canAllowWeak } = keeping;
      return { strength: 'file', sentence: canAllowWeak ? words.agreedFile : words.file(file), canAllowWeak };
    }
    case 'memory':
      return { strength: 'memory', sentence: words.memory, canAllowWeak: true };
  }
};

/** What could not be done with the store, as operators read it. `cause` is the system’s code; null: the keyring refused. */
export const secretFailure = (trouble: SecretFailure['trouble'], cause: string | null): SecretFailure => ({
  code: 'secrets-unwritable',
  message: hostMessages('en').secrets.troubles[trouble](cause),
  trouble,
  cause,
});

/** What became of a change to the store, as the user reads it. */
export const spokenSecretResult = (
  done: Result<null, SecretFailure>,
  { secrets: words }: HostMessages,
): Result<null, Failure> => {
  if (done.ok) return done;
  const { code, trouble, cause } = done.failure;
  return { ok: false, failure: { code, message: words.troubles[trouble](cause) } };
};
