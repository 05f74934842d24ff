import { expect, it } from 'vitest';
import { describeKeeping, secretFailure, spokenSecretResult } from '../../../electron/core/account/secret-words.ts';
import { fail } from '../../../electron/contract/index.ts';
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

it.each([
  ['unwritable', 'ENOSPC', /^No se puede guardar la sesión \(ENOSPC\)/],
  ['undeletable', null, /^No se puede borrar la sesión guardada \(el llavero se negó\)/],
] as const)('that it is %s is told operators in English, and the user in their language', (trouble, cause, words) => {
  const failure = secretFailure(trouble, cause);
  expect(failure.message).toMatch(/^The (kept )?sign-in can’t be/);
  const spoken = spokenSecretResult(fail(failure), hostMessages('es'));
  expect(spoken).toEqual({ ok: false, failure: { code: 'secrets-unwritable', message: expect.stringMatching(words) } });
});
