import { describe, expect, it } from 'vitest';
import type { Account } from '../../../electron/contract/index.ts';
import { applicationOf, isApplicationKept, isSecretKeptFor, needsSignIn } from '../../../renderer/state/sign-in.ts';
import { applicationKept, nothingSetUp, sampleSignedOut } from '../harness/sample-account.ts';

describe('whether the user has to sign in', () => {
  it.each<[string, Partial<Account>, boolean]>([
    ['nobody ever signed in', {}, true],
    ['somebody is signed in', { state: 'signed-in', canSignOut: true }, false],
    ['a kept sign-in is not yet confirmed', { canSignOut: true }, false],
    ['Redbooth asks for it again', { state: 'expired', canSignOut: true }, true],
    ['Redbooth asks for it again, and nothing is kept', { state: 'expired' }, true],
    ['the environment decides, not yet confirmed', { isFromEnvironment: true }, false],
    ['the environment decides, and its sign-in expired', { state: 'expired', isFromEnvironment: true }, false],
  ])('%s', (_, part, expected) => expect(needsSignIn({ ...sampleSignedOut, ...part })).toBe(expected));
});

describe('an application', () => {
  it.each([
    ['nothing', nothingSetUp, false],
    ['its id alone', { ...applicationKept, isSecretKept: false }, false],
    ['a secret without an id', { ...nothingSetUp, isSecretKept: true }, false],
    ['its id and secret', applicationKept, true],
  ])('is kept whole or not: %s', (_, settings, expected) => expect(isApplicationKept(settings)).toBe(expected));

  it.each([
    ['the kept id', applicationKept.applicationId ?? '', true],
    ['the kept id, with spaces around', ` ${applicationKept.applicationId} `, true],
    ['another id', 'another', false],
    ['no id', '', false],
  ])('has a kept secret only under its own id: %s', (_, id, expected) =>
    expect(isSecretKeptFor(applicationKept, id)).toBe(expected),
  );

  it.each([
    ['as typed', 'app-1', 's3cret', { id: 'app-1', secret: 's3cret' }],
    ['with what was copied along', ' app-1\t', '\u00a0s3cret ', { id: 'app-1', secret: 's3cret' }],
    ['without a secret', 'app-1', '', { id: 'app-1', secret: null }],
    ['with nothing but spaces for a secret', 'app-1', '  ', { id: 'app-1', secret: null }],
  ])('is sent %s', (_, id, secret, expected) => expect(applicationOf(id, secret)).toEqual(expected));
});
