import { expect, it } from 'vitest';
import { describeKeeping } from '../../../electron/core/account/secret-words.ts';
import { hostMessages } from '../../../electron/messages/host-messages.ts';

it.each([
  ['en', 'secret-service', 'the desktop’s keyring (Secret Service) holds the key'],
  ['en', 'macos', 'the macOS keychain holds the key'],
  ['es', 'kwallet', 'la cartera KWallet tiene la clave'],
] as const)('in %s, what %s keeps is told by its name', (language, keyring, words) => {
  const described = describeKeeping({ strength: 'keyring', keyring }, hostMessages(language));
  expect(described.sentence).toContain(words);
  expect(described.canAllowWeak).toBe(false);
});

it('a file that the user agreed to can be disagreed with, one that the host keeps anyway cannot', () => {
  const words = hostMessages('en');
  const file = { strength: 'file', file: 'secrets.json' } as const;
  expect(describeKeeping({ ...file, canAllowWeak: true }, words)).toMatchObject({ canAllowWeak: true });
  expect(describeKeeping({ ...file, canAllowWeak: false }, words).sentence).toContain('secrets.json');
});
