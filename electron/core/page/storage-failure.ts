import type { Failure } from '../../contract/index.ts';
import { type StorageTrouble, storageCode, storageTrouble } from '../database/storage-trouble.ts';
import type { WriteHealth } from '../database/write-health.ts';
import type { Reading } from '../reading.ts';
import { systemCode } from '../system-error.ts';

/** What an error says of the disk, for the page; null when it says nothing of it and is a bug. */
export type StorageFailure = (error: unknown) => Failure | null;

const messageKeys: Readonly<Record<StorageTrouble, Exclude<keyof Reading['messages']['storage'], 'settings'>>> = {
  full: 'full',
  busy: 'busy',
  'read-only': 'readOnly',
  unwritable: 'unwritable',
  unreadable: 'unreadable',
  damaged: 'damaged',
};

/** Codes of the system (errno) with which a file is not written for reasons that are none of the app’s. */
const refusals: ReadonlySet<string> = new Set([
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOSPC',
  'EPERM',
  'EROFS',
]);

const refusalOf = (error: unknown): string | null => {
  const code = systemCode(error);
  return code !== null && refusals.has(code) ? code : null;
};

/** Says what became of a request that met the disk’s limits. The history’s trouble is noted; the only other file that requests write is the settings’. */
export const createStorageFailure =
  ({
    writes,
    reading,
  }: {
    readonly writes: Pick<WriteHealth, 'failed'>;
    readonly reading: () => Reading;
  }): StorageFailure =>
  (error) => {
    const trouble = storageTrouble(error);
    const words = reading().messages.storage;
    if (trouble !== null) {
      writes.failed(error);
      return { code: storageCode(trouble), message: words[messageKeys[trouble]] };
    }
    const cause = refusalOf(error);
    return cause === null ? null : { code: 'settings-unwritable', message: words.settings(cause) };
  };
