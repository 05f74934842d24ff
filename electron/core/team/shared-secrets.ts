import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Result, fail, succeed } from '../../contract/index.ts';
import { transaction } from '../database/transaction.ts';

const secretShape = /^[\w-]{43}$/;
const mostSecrets = 8;

/**
 * Reads a file of hook secrets, one a line: 32 random bytes as base64url, 43 characters. The first is the one in force; the
 * others are being replaced, and work as long as they are in the file. A failure says what a line has to be, never what it is.
 */
export const readSharedSecrets = (text: string): Result<readonly string[], string> => {
  const secrets = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (secrets.length === 0 || secrets.length > mostSecrets || !secrets.every((secret) => secretShape.test(secret)))
    return fail(`a hook secret is 43 letters, digits, - and _ on a line by itself; 1 to ${mostSecrets} of them`);
  return succeed([...new Set(secrets)]);
};

/** Has this receiver answer to these secrets, and no others: so that all receivers behind one address have the same. */
export const adoptSharedSecrets = (database: DatabaseSync, secrets: readonly string[], now: number): void =>
  transaction(database, () => {
    database.exec('DELETE FROM replaced_secret');
    database.prepare('UPDATE hook_url SET revoked_at = ? WHERE revoked_at IS NULL').run(now);
    const adopt = database.prepare(
      `INSERT INTO hook_url (id, name, secret, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (secret) DO UPDATE SET revoked_at = NULL, used_since_rotation = NULL, created_at = excluded.created_at`,
    );
    // The oldest is the one that is shown.
    for (const [index, secret] of secrets.entries())
      adopt.run(randomBytes(9).toString('hex'), 'Team', secret, now + index);
  });
