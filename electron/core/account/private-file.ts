import { chmod, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../system-error.ts';

/** A file that only this user may read, replaced as a whole. Methods throw what the system throws. */
export type PrivateFile = {
  /** Null when there is none. */
  read(): Promise<Buffer | null>;
  /** Returns once the new content is on disk; a kill at any moment leaves the old content or the new. */
  write(content: Uint8Array | string): Promise<void>;
  /** Renames it out of the way, over what was set aside before. Gives the name. */
  setAside(): Promise<string>;
  /** Deletes it, and what was set aside. */
  remove(): Promise<void>;
};

const isMissing = (error: unknown): boolean => systemCode(error) === 'ENOENT';

/** Brings a rename or a deletion itself to disk. Windows has no such call, and needs none. */
const syncDirectory = async (directory: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes the file at `path` (mode 0600) of a directory that one process at a time uses. Calls must not overlap. */
export const createPrivateFile = (path: string): PrivateFile => {
  const unfinished = `${path}.new`;
  const aside = `${path}.unreadable`;
  const directory = dirname(path);

  return {
    read: async () => {
      // A kill while writing leaves secrets in a file nobody looks after.
      await rm(unfinished, { force: true });
      try {
        const { mode } = await stat(path);
        if (process.platform !== 'win32' && (mode & 0o077) !== 0) await chmod(path, 0o600);
        return await readFile(path);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    write: async (content) => {
      await rm(unfinished, { force: true });
      const handle = await open(unfinished, 'wx', 0o600);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, path);
      await syncDirectory(directory);
    },
    setAside: async () => {
      await rename(path, aside);
      return aside;
    },
    remove: async () => {
      for (const each of [path, unfinished, aside]) await rm(each, { force: true });
      await syncDirectory(directory);
    },
  };
};
