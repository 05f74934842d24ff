import * as files from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type CheckWords, type RunCheck, attention, broken, ok } from './finding.ts';

export type DiskPorts = {
  /** Bytes that this user may still write; null where the system does not say. */
  readonly freeSpace: (directory: string) => Promise<number | null>;
};

const gigabyte = 1e9;
const low = 0.5 * gigabyte;
const full = 0.02 * gigabyte;

/** How many bytes this user may still write in a directory; null before Node 18.15, which cannot ask. */
export const freeSpace: DiskPorts['freeSpace'] = async (directory) => {
  if (typeof files.statfs !== 'function') return null;
  const { bavail, bsize } = await files.statfs(directory);
  return bavail * bsize;
};

/** Whether the data directory can be written, and how much space is left: under 500 MB is little, under 20 MB none. */
export const checkDisk =
  (words: CheckWords['disk'], directory: string, ports: DiskPorts): RunCheck =>
  async () => {
    const existing = await firstExisting(directory);
    const free = await ports.freeSpace(existing);
    if (free !== null && free < full) return broken(words.full, directory);
    const canWrite = existing === directory ? await writes(directory) : await isWritable(existing);
    if (!canWrite) return broken(words.unwritable, directory);
    if (free === null) return ok(words.writable, directory);
    const told = (free / gigabyte).toFixed(1);
    return free < low ? attention(words.low(told), directory) : ok(words.ok(told), directory);
  };

/** Before the first start, the folder in which the data directory will be made. */
const firstExisting = async (directory: string): Promise<string> => {
  try {
    await files.access(directory);
    return directory;
  } catch {
    return dirname(directory) === directory ? directory : firstExisting(dirname(directory));
  }
};

const isWritable = async (directory: string): Promise<boolean> => {
  try {
    await files.access(directory, files.constants.W_OK | files.constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Permissions alone do not tell: the disk may be mounted for reading, or a quota used up. */
const writes = async (directory: string): Promise<boolean> => {
  const file = join(directory, `check-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await files.writeFile(file, 'written by a check, and deleted at once', { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    return false;
  } finally {
    await files.rm(file, { force: true }).catch(() => undefined);
  }
};
