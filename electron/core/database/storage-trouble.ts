/** Why the history file cannot be read or written now. */
export type StorageTrouble = 'full' | 'busy' | 'read-only' | 'damaged' | 'unwritable' | 'unreadable';

/** The primary result codes of SQLite (https://sqlite.org/rescode.html) that tell what is wrong. */
const troubles: ReadonlyMap<number, StorageTrouble> = new Map([
  [5, 'busy'],
  [6, 'busy'],
  [8, 'read-only'],
  [10, 'unwritable'],
  [11, 'damaged'],
  [13, 'full'],
  [14, 'unwritable'],
  [26, 'damaged'],
]);

/** SQLITE_IOERR_READ and SQLITE_IOERR_SHORT_READ: the disk does not give back what is on it. */
const readErrors: ReadonlySet<number> = new Set([266, 522]);

/** What an error of SQLite says of the file; null for an error of another kind. */
export const storageTrouble = (error: unknown): StorageTrouble | null => {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  if (readErrors.has(error.errcode)) return 'unreadable';
  // The low byte is the primary code, also of an extended one.
  return troubles.get(error.errcode & 0xff) ?? null;
};

/** The stable code by which a trouble is told. */
export const storageCode = (trouble: StorageTrouble): 'database-unreadable' | 'journal-unwritable' =>
  trouble === 'damaged' || trouble === 'unreadable' ? 'database-unreadable' : 'journal-unwritable';
