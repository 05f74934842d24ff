import { timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../core/clock.ts';
import { createToken, digestOf } from './secret-token.ts';

const lifetime = 10 * 60_000;

/** The one-time tokens that let a browser in. */
export type PageLinks = {
  /** A new token, good for one use within 10 minutes. */
  issue(): string;
  /** Whether `token` was good; it is not from then on, whichever process asks. */
  redeem(token: string): boolean;
};

/** The page's address with a token in its fragment, which a browser never sends to any server or logs. */
export const pageLinkUrl = (port: number, token: string): string => `http://127.0.0.1:${port}/#token=${token}`;

/**
 * Keeps the digests of one-time tokens in the history file, so that `--ui-link` in another process can issue one for
 * the instance that runs. Throws what SQLite throws.
 */
export const createPageLinks = ({ database, clock }: { database: DatabaseSync; clock: Clock }): PageLinks => ({
  issue: () => {
    const token = createToken();
    const now = clock.now();
    database.prepare('DELETE FROM page_link WHERE expires_at <= ?').run(now);
    database
      .prepare('INSERT INTO page_link (token_digest, expires_at) VALUES (?, ?)')
      .run(digestOf(token), now + lifetime);
    return token;
  },
  redeem: (token) => {
    const asked = Buffer.from(digestOf(token));
    const known = database
      .prepare('SELECT token_digest FROM page_link WHERE expires_at > ?')
      .all(clock.now())
      .map((row) => String(row['token_digest']))
      .find((digest) => timingSafeEqual(Buffer.from(digest), asked));
    if (known === undefined) return false;
    // The deletion decides: of two who redeem at the same moment only one deletes the row.
    return Number(database.prepare('DELETE FROM page_link WHERE token_digest = ?').run(known).changes) === 1;
  },
});
