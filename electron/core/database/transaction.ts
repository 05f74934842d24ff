import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` in one transaction: all of it is on disk when this returns, or none of it when it throws. */
export const transaction = <Value>(database: DatabaseSync, work: () => Value): Value => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    // A COMMIT that failed (a full disk) may have rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};
