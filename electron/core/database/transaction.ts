import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` in one transaction: all of it is on disk when this returns, or none of it when it throws. `BEGIN` will do for work that only reads. */
export const transaction = <Value>(
  database: DatabaseSync,
  work: () => Value,
  begin: 'BEGIN IMMEDIATE' | 'BEGIN' = 'BEGIN IMMEDIATE',
): Value => {
  database.exec(begin);
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
