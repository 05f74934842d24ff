import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, safe in a URL and in a cookie. */
export const createToken = (): string => randomBytes(32).toString('base64url');

/**
 * What is kept of a token. Tokens are found by their digest: how far two digests agree says nothing about the token
 * behind them, so a look-up gives nothing away by the time it takes.
 */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
