import { type Failure, type Result, fail, succeed } from '../../contract/index.ts';
import type { PrivateFile } from './private-file.ts';
import type { SecretFailure } from './secret-store.ts';
import { secretFailure } from './secret-words.ts';
import { type Secrets, readSecrets } from './secrets.ts';
import { systemCode } from '../system-error.ts';

/** How the content of the file is made unreadable to others, and readable again. Both may reject. */
export type Seal = {
  close(text: string): Promise<Uint8Array | string>;
  /** `isStale`: sealed in a way that should be replaced by the present one. */
  open(content: Buffer): Promise<{ readonly text: string; readonly isStale: boolean }>;
};

/** No seal: the file's permissions are all there is. */
export const noSeal: Seal = {
  close: async (text) => text,
  open: async (content) => ({ text: content.toString('utf8'), isStale: false }),
};

/** Secrets in one private file. Nothing rejects. */
export type SealedFile = {
  read(): Promise<Result<Secrets | null, Failure>>;
  write(secrets: Secrets): Promise<Result<null, SecretFailure>>;
  remove(): Promise<Result<null, SecretFailure>>;
};

/** For operators: the user is told that the sign-in has ended. Of an error only the system’s code is said, as a seal’s may say anything. */
const unreadable = (why: string): { readonly ok: false; readonly failure: Failure } =>
  fail({ code: 'secrets-unreadable', message: `The kept sign-in can’t be read (${why}). Sign in again.` });

/** Keeps secrets in `file` under `seal`. What cannot be opened or understood is set aside, so that it is met only once. */
export const createSealedFile = (file: PrivateFile, seal: Seal): SealedFile => {
  const write = async (secrets: Secrets): Promise<Result<null, SecretFailure>> => {
    try {
      await file.write(await seal.close(JSON.stringify(secrets)));
      return succeed(null);
    } catch (error) {
      return fail(secretFailure('unwritable', systemCode(error)));
    }
  };

  const open = async (content: Buffer): Promise<{ secrets: Secrets; isStale: boolean } | null> => {
    try {
      const { text, isStale } = await seal.open(content);
      const secrets = readSecrets(text);
      return secrets && { secrets, isStale };
    } catch {
      return null;
    }
  };

  return {
    read: async () => {
      let content: Buffer | null;
      try {
        content = await file.read();
      } catch (error) {
        return unreadable(systemCode(error) ?? 'for an unknown reason');
      }
      if (content === null) return succeed(null);
      const opened = await open(content);
      if (opened) {
        // Only an improvement: the old seal still opens.
        if (opened.isStale) await write(opened.secrets);
        return succeed(opened.secrets);
      }
      try {
        return unreadable(`it was kept aside as ${await file.setAside()}`);
      } catch (error) {
        return unreadable(systemCode(error) ?? 'for an unknown reason');
      }
    },
    write,
    remove: async () => {
      try {
        await file.remove();
        return succeed(null);
      } catch (error) {
        return fail(secretFailure('undeletable', systemCode(error)));
      }
    },
  };
};
