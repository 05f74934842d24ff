import { join } from 'node:path';
import { type Result, succeed } from '../contract/index.ts';
import { createPrivateFile } from '../core/account/private-file.ts';
import { type SealedFile, type Seal, createSealedFile } from '../core/account/sealed-file.ts';
import type { KeyringName, SecretFailure, SecretKeeping, SecretStore } from '../core/account/secret-store.ts';
import type { Log } from '../core/log.ts';

/** The part of Electron’s `safeStorage` that is used: the asynchronous one, as the other blocks while the keyring asks. */
export type SafeStorage = {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  /** Linux only. */
  getSelectedStorageBackend(): string;
};

export type DesktopSecretsPorts = {
  readonly safeStorage: SafeStorage;
  readonly platform: NodeJS.Platform;
  readonly dataDirectory: string;
  /** The file of the headless host, which also serves where there is no keyring and the user agreed. */
  readonly plainFile: SealedFile;
  /** Whether the user agreed. */
  readonly weak: { isAllowed(): boolean; allow(isAllowed: boolean): void };
  readonly log: Log;
};

const linuxBackends: Readonly<Record<string, KeyringName>> = {
  gnome_libsecret: 'secret-service',
  kwallet: 'kwallet',
  kwallet5: 'kwallet',
  kwallet6: 'kwallet',
};

/** The keyring by its name, or null when there is none: `basic_text` is encryption under a password that everyone knows. */
const findKeyring = async (
  safeStorage: SafeStorage,
  platform: NodeJS.Platform,
  log: Log,
): Promise<KeyringName | null> => {
  try {
    const name =
      platform === 'darwin'
        ? 'macos'
        : platform === 'win32'
          ? 'windows'
          : (linuxBackends[safeStorage.getSelectedStorageBackend()] ?? null);
    return name !== null && (await safeStorage.isAsyncEncryptionAvailable()) ? name : null;
  } catch (error) {
    log.warn(`The keyring cannot be used: ${String(error)}`);
    return null;
  }
};

const keepingOf = (keyring: KeyringName | null, isWeakAllowed: boolean): SecretKeeping => {
  if (keyring !== null) return { strength: 'keyring', keyring };
  return isWeakAllowed ? { strength: 'file', file: 'secrets.json', canAllowWeak: true } : { strength: 'memory' };
};

/**
 * The store of the desktop: a private file that the system’s keyring encrypts. Without a keyring, nothing is kept unless
 * the user agreed to a file that is not encrypted; once there is a keyring, what is in that file moves over. Call it only
 * once Electron is ready.
 */
export const createDesktopSecrets = (ports: DesktopSecretsPorts): SecretStore => {
  const { safeStorage, platform, dataDirectory, plainFile, weak, log } = ports;
  const seal: Seal = {
    close: (text) => safeStorage.encryptStringAsync(text),
    open: async (content) => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(content);
      return { text: result, isStale: shouldReEncrypt };
    },
  };
  const sealedFile = createSealedFile(createPrivateFile(join(dataDirectory, 'secrets.encrypted')), seal);
  let finding: Promise<KeyringName | null> | null = null;
  const keyring = (): Promise<KeyringName | null> => (finding ??= findKeyring(safeStorage, platform, log));
  const done: Result<null, SecretFailure> = succeed(null);

  return {
    read: async () => {
      if ((await keyring()) === null) return weak.isAllowed() ? plainFile.read() : succeed(null);
      // Where there is a plain file it is the newer one: it is deleted as soon as the keyring has its content.
      const plain = await plainFile.read();
      if (!plain.ok || plain.value === null) return sealedFile.read();
      const moved = await sealedFile.write(plain.value);
      if (moved.ok) await plainFile.remove();
      else log.warn(moved.failure.message);
      return plain;
    },
    write: async (secrets) => {
      if ((await keyring()) === null) return weak.isAllowed() ? plainFile.write(secrets) : done;
      const written = await sealedFile.write(secrets);
      if (written.ok) await plainFile.remove();
      return written;
    },
    remove: async () => {
      const plain = await plainFile.remove();
      // Also without a keyring, which may be there again at the next start.
      const sealed = await sealedFile.remove();
      return plain.ok ? sealed : plain;
    },
    storage: async () => keepingOf(await keyring(), weak.isAllowed()),
    allowWeak: async (isAllowed) => {
      if ((await keyring()) !== null) return done;
      weak.allow(isAllowed);
      return isAllowed ? done : plainFile.remove();
    },
  };
};
