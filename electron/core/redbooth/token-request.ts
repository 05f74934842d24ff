import type { Clock } from '../clock.ts';
import { userAgent } from '../version.ts';
import type { Fetch } from './client-port.ts';
import { exchange } from './exchange.ts';
import { type TokenReply, readTokenReply } from './token-reply.ts';

export type TokenRequestPorts = {
  /** As of links.ts, parseOrigin. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Ends the request; what comes then is `trouble`. */
  readonly signal: AbortSignal;
};

const replyLimit = 64 * 1024;

/**
 * Asks `/oauth2/token` of the configured origin for tokens, by a form (redbooth-api, OAuth2, Token request). Follows no
 * redirect, takes at most 20 s, never rejects, and quotes nothing of what was sent or answered.
 */
export const requestTokens = async (
  { origin, fetch, clock, signal }: TokenRequestPorts,
  form: Readonly<Record<string, string>>,
): Promise<TokenReply> =>
  readTokenReply(
    await exchange({ fetch, clock, signal, bodyLimit: replyLimit }, `${origin}/oauth2/token`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Accept: 'application/json',
        'User-Agent': userAgent,
      },
      body: new URLSearchParams({ ...form }).toString(),
    }),
  );
