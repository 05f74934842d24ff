import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SafeStorage, createDesktopSecrets } from '../../electron/shell/secrets.ts';
import { openSecretFile } from '../../electron/start/secret-file.ts';
import { temporaryDirectory } from '../fakes/directory.ts';
import { createFakeLog } from '../fakes/log.ts';
import { someSecrets } from '../fakes/secrets.ts';

/** A keyring with a key: what was sealed with another cannot be opened. */
const createSafeStorage = (part: { backend?: string; isAvailable?: boolean; key?: number; isStale?: boolean } = {}) => {
  const { backend = 'gnome_libsecret', isAvailable = true, key = 7, isStale = false } = part;
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ key));
  const safeStorage: SafeStorage = {
    isAsyncEncryptionAvailable: async () => isAvailable,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text) => turn(Buffer.from(`sealed ${text}`)),
    decryptStringAsync: async (encrypted) => {
      const text = turn(encrypted).toString('utf8');
      if (!text.startsWith('sealed ')) throw new Error('planted-access-token cannot be decrypted');
      return { result: text.slice(7), shouldReEncrypt: isStale };
    },
  };
  return safeStorage;
};

const setUp = (dataDirectory = temporaryDirectory()) => {
  const log = createFakeLog();
  let isAllowed = false;
  const open = (safeStorage = createSafeStorage(), platform: NodeJS.Platform = 'linux') =>
    createDesktopSecrets({
      safeStorage,
      platform,
      dataDirectory,
      plainFile: openSecretFile(dataDirectory),
      weak: { isAllowed: () => isAllowed, allow: (allowed) => (isAllowed = allowed) },
      log,
    });
  return {
    dataDirectory,
    log,
    open,
    sealed: join(dataDirectory, 'secrets.encrypted'),
    plain: join(dataDirectory, 'secrets.json'),
  };
};
const noKeyring = createSafeStorage({ backend: 'basic_text' });
const found = { ok: true, value: someSecrets() };

describe('secrets under a keyring', () => {
  it('are on disk encrypted, for the user only, and read back after a restart', async () => {
    const { open, sealed, dataDirectory } = setUp();
    expect(await open().write(someSecrets())).toMatchObject({ ok: true });
    expect(readdirSync(dataDirectory)).toEqual(['secrets.encrypted']);
    expect(readFileSync(sealed, 'latin1')).not.toMatch(/planted|client-id/);
    if (process.platform !== 'win32') expect(statSync(sealed).mode & 0o777).toBe(0o600);
    expect(await open().read()).toEqual(found);
  });

  it('that cannot be decrypted are kept aside, and met only once', async () => {
    const { open, sealed, log } = setUp();
    await open().write(someSecrets());
    const blob = readFileSync(sealed);
    const other = createSafeStorage({ key: 9 });
    const read = await open(other).read();
    expect(read).toMatchObject({ ok: false, failure: { code: 'secrets-unreadable' } });
    expect(JSON.stringify(read) + log.lines.join()).not.toContain('planted');
    expect(readFileSync(`${sealed}.unreadable`)).toEqual(blob);
    expect(await open(other).read()).toEqual({ ok: true, value: null });
  });

  it('are sealed anew when the keyring asks for that', async () => {
    const { open, sealed } = setUp();
    await open().write(someSecrets());
    writeFileSync(sealed, Buffer.concat([readFileSync(sealed), Buffer.from([0x20 ^ 7])]));
    const before = readFileSync(sealed);
    expect(await open(createSafeStorage({ isStale: true })).read()).toEqual(found);
    expect(readFileSync(sealed)).not.toEqual(before);
    expect(await open().read()).toEqual(found);
  });

  it('are a failure when the keyring refuses, and leave the old ones', async () => {
    const { open } = setUp();
    await open().write(someSecrets());
    const refusing: SafeStorage = {
      ...createSafeStorage(),
      encryptStringAsync: () => Promise.reject(new Error('planted-access-token')),
    };
    const written = await open(refusing).write(someSecrets({ hasExpired: true }));
    expect(written).toMatchObject({ ok: false, failure: { code: 'secrets-unwritable' } });
    expect(JSON.stringify(written)).not.toContain('planted');
    expect(await open().read()).toEqual(found);
  });

  it('take over what a plain file holds, and delete that', async () => {
    const { open, plain, sealed, dataDirectory } = setUp();
    await open().write(someSecrets({ hasExpired: true }));
    await openSecretFile(dataDirectory).write(someSecrets());
    expect(await open().read()).toEqual(found);
    expect(existsSync(plain)).toBe(false);
    expect(existsSync(sealed)).toBe(true);
    expect(await open().read()).toEqual(found);
  });

  it('are gone altogether once removed, also when there is no keyring any more', async () => {
    const { open, dataDirectory } = setUp();
    await open().write(someSecrets());
    await open(createSafeStorage({ key: 9 })).read();
    await open().write(someSecrets());
    await open(noKeyring).remove();
    expect(readdirSync(dataDirectory)).toEqual([]);
  });

  it.each<[NodeJS.Platform, string, string]>([
    ['linux', 'gnome_libsecret', 'secret-service'],
    ['linux', 'kwallet6', 'kwallet'],
    ['darwin', 'unknown', 'macos'],
    ['win32', 'unknown', 'windows'],
  ])('say by name what keeps them: %s, %s', async (platform, backend, keyring) => {
    const storage = await setUp().open(createSafeStorage({ backend }), platform).storage();
    expect(storage).toEqual({ strength: 'keyring', keyring });
  });
});

describe('secrets without a keyring', () => {
  it.each<[string, SafeStorage]>([
    ['encrypts under a password that everyone knows', noKeyring],
    ['is not known', createSafeStorage({ backend: 'unknown' })],
    ['is not available', createSafeStorage({ isAvailable: false })],
    ['fails', { ...createSafeStorage(), isAsyncEncryptionAvailable: () => Promise.reject(new Error('no bus')) }],
  ])('are not written when the system’s %s', async (_, safeStorage) => {
    const { open, dataDirectory } = setUp();
    const store = open(safeStorage);
    expect(await store.storage()).toEqual({ strength: 'memory' });
    expect(await store.write(someSecrets())).toMatchObject({ ok: true });
    expect(readdirSync(dataDirectory)).toEqual([]);
    expect(await store.read()).toEqual({ ok: true, value: null });
  });

  it('are in a plain file once the user agreed, and not any more when the user changes their mind', async () => {
    const { open, dataDirectory } = setUp();
    const store = open(noKeyring);
    await store.allowWeak(true);
    expect(await store.storage()).toMatchObject({ strength: 'file', canAllowWeak: true });
    await store.write(someSecrets());
    expect(await open(noKeyring).read()).toEqual(found);
    await store.allowWeak(false);
    expect(readdirSync(dataDirectory)).toEqual([]);
  });

  it('leave what the keyring had encrypted alone, as it may be back', async () => {
    const { open } = setUp();
    await open().write(someSecrets());
    expect(await open(noKeyring).read()).toEqual({ ok: true, value: null });
    expect(await open().read()).toEqual(found);
  });

  it('cannot be made weak where there is one', async () => {
    const { open, dataDirectory } = setUp();
    const store = open();
    await store.allowWeak(true);
    await store.write(someSecrets());
    expect(readdirSync(dataDirectory)).toEqual(['secrets.encrypted']);
  });
});
