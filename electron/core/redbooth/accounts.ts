import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { transaction } from '../database/transaction.ts';

/** The accounts that this history file has seen, one for each user of Redbooth who signed in. */
export type Accounts = {
  /** The account of a user, made when there is none; from now on it is the one last in use. */
  enter(userId: string): string;
  /** The account last in use, also over a restart; null before anybody signed in. */
  last(): string | null;
};

const accountRow = v.object({ id: v.pipe(v.number(), v.transform(String)) });

const idOf = (row: unknown): string | null => (row === undefined ? null : v.parse(accountRow, row).id);

/** Keeps accounts in `database`. What was recorded before accounts were told apart belongs to whoever signs in first. */
export const createAccounts = (database: DatabaseSync, clock: { now(): number }): Accounts => {
  const find = database.prepare('SELECT id FROM account WHERE user_id = ? OR user_id IS NULL ORDER BY user_id IS NULL');
  const insert = database.prepare('INSERT INTO account (user_id, entered_at) VALUES (?, ?) RETURNING id');
  const enter = database.prepare('UPDATE account SET user_id = ?, entered_at = ? WHERE id = ?');
  const findLast = database.prepare(
    'SELECT id FROM account WHERE user_id IS NOT NULL ORDER BY entered_at DESC, id DESC',
  );
  return {
    enter: (userId) =>
      transaction(database, () => {
        const id = idOf(find.get(userId));
        if (id === null) return idOf(insert.get(userId, clock.now())) ?? '';
        enter.run(userId, clock.now(), Number(id));
        return id;
      }),
    last: () => idOf(findLast.get()),
  };
};
