/**
 * Loaded into the built host before its own code (`node --import`): SIGUSR2 makes the disk under the history file go blind,
 * SIGHUP see again. Its descriptors are exchanged for ones that can only be written, so that it is the system which
 * refuses each read, and SQLite which says so; what SQLite has in memory is dropped. Linux only. The product knows nothing of it.
 */
import { closeSync, constants, openSync, readdirSync, readlinkSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const databases = new Set<DatabaseSync>();
// oxlint-disable-next-line typescript/unbound-method -- applied to the database it was called on
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  databases.add(this);
  Reflect.apply(exec, this, [sql]);
};

const fileOf = (descriptor: string): string | null => {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    // The one that the listing itself was read by.
    return null;
  }
};

/** Puts another descriptor of a file in the place of the one with that number. */
const exchange = (descriptor: number, file: string, flags: number): void => {
  closeSync(descriptor);
  const others: number[] = [];
  for (let opened = openSync(file, flags); opened !== descriptor; opened = openSync(file, flags)) others.push(opened);
  for (const other of others) closeSync(other);
};

const exchangeAll = (flags: number): void => {
  for (const descriptor of readdirSync('/proc/self/fd')) {
    const file = fileOf(descriptor);
    if (file !== null && /history\.sqlite(?:-wal)?$/.test(file)) exchange(Number(descriptor), file, flags);
  }
  for (const database of databases) if (database.isOpen) Reflect.apply(exec, database, ['PRAGMA shrink_memory']);
};
process.on('SIGUSR2', () => exchangeAll(constants.O_WRONLY));
process.on('SIGHUP', () => exchangeAll(constants.O_RDWR));
