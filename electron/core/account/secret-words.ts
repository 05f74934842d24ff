import type { SecretStorage } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { SecretKeeping } from './secret-store.ts';

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
