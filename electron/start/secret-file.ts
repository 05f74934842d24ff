import { join } from 'node:path';
import { succeed } from '../contract/index.ts';
import { createPrivateFile } from '../core/account/private-file.ts';
import { type SealedFile, createSealedFile, noSeal } from '../core/account/sealed-file.ts';
import type { SecretStore } from '../core/account/secret-store.ts';
import type { Log } from '../core/log.ts';

/** The file of secrets that are not encrypted, in the data directory. */
export const secretFileName = 'secrets.json';

/** Secrets in `secrets.json` of the data directory: readable by this user only, and not encrypted. */
export const openSecretFile = (dataDirectory: string): SealedFile =>
  createSealedFile(createPrivateFile(join(dataDirectory, secretFileName)), noSeal);

/** The store of the headless host, which has no keyring. It says loudly what it does, once a run. */
export const createFileSecrets = ({
  dataDirectory,
  log,
}: {
  readonly dataDirectory: string;
  readonly log: Log;
}): SecretStore => {
  const file = openSecretFile(dataDirectory);
  let isTold = false;
  const tell = (): void => {
    if (isTold) return;
    isTold = true;
    log.warn(
      `The sign-in is kept in ${join(dataDirectory, secretFileName)}, which only this user may read, and which is not encrypted. Whoever can read it can read your tasks: keep it out of backups that others can open.`,
    );
  };
  return {
    read: async () => {
      const read = await file.read();
      if (read.ok && read.value !== null) tell();
      return read;
    },
    write: async (secrets) => {
      const written = await file.write(secrets);
      if (written.ok) tell();
      return written;
    },
    remove: () => file.remove(),
    storage: async () => ({ strength: 'file', file: secretFileName, canAllowWeak: false }),
    allowWeak: async () => succeed(null),
  };
};
