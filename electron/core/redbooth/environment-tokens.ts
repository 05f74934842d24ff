import type { Account } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { userAgent } from '../version.ts';
import type { AccessTokens, Fetch } from './client-port.ts';
import { exchange } from './exchange.ts';
import { backoff } from './retry.ts';
import { isToken, readTokenReply } from './token-reply.ts';

/** The part of the environment that signs in (design, Interface for operators). */
export type TokenEnvironment = {
  readonly REDBOOTH_ACCESS_TOKEN?: string | undefined;
  readonly REDBOOTH_CLIENT_ID?: string | undefined;
  readonly REDBOOTH_CLIENT_SECRET?: string | undefined;
  readonly REDBOOTH_REFRESH_TOKEN?: string | undefined;
};

type TokenPorts = {
  readonly environment: TokenEnvironment;
  /** As of links.ts, parseOrigin. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  /** Told when the state becomes known and whenever it changes. */
  readonly onState: (state: Account['state']) => void;
};

type Credentials = { readonly clientId: string; readonly clientSecret: string };

/** A token in force. `refreshAt` is when to get another, `expiresAt` when it ends, in ms since 1970; null: not known. */
type Grant = { readonly token: string; readonly refreshAt: number | null; readonly expiresAt: number | null };

/** Failures in a row: of the renewal itself, or of new tokens that the API refused at once. */
type Failures = { readonly of: 'renewal' | 'new-token'; readonly count: number; readonly at: number };

const early = 60_000;
const replyLimit = 64 * 1024;

/** The environment, as far as it can be used; what is half there is said in the log. */
const readEnvironment = (
  environment: TokenEnvironment,
  log: Log,
): {
  readonly pasted: string | null;
  readonly credentials: Credentials | null;
  readonly refreshToken: string | null;
} => {
  const read = (name: keyof TokenEnvironment): string | null => {
    const value = environment[name]?.trim() ?? '';
    if (value === '' || isToken(value)) return value === '' ? null : value;
    log.warn(`${name} holds characters that can’t be in it, so it is not used. Copy it again, without spaces.`);
    return null;
  };
  const clientId = read('REDBOOTH_CLIENT_ID');
  const clientSecret = read('REDBOOTH_CLIENT_SECRET');
  const refreshToken = read('REDBOOTH_REFRESH_TOKEN');
  const credentials = clientId !== null && clientSecret !== null ? { clientId, clientSecret } : null;
  const isWhole = credentials !== null && refreshToken !== null;
  if (!isWhole && (clientId ?? clientSecret ?? refreshToken) !== null)
    log.warn(
      'REDBOOTH_CLIENT_ID, REDBOOTH_CLIENT_SECRET and REDBOOTH_REFRESH_TOKEN work only together: set all three.',
    );
  return {
    pasted: read('REDBOOTH_ACCESS_TOKEN'),
    credentials: isWhole ? credentials : null,
    refreshToken: isWhole ? refreshToken : null,
  };
};

/**
 * Tokens from the environment, kept in memory only: a pasted access token until it is refused, and then or from the start
 * those that client id, secret and refresh token give, renewed 60 s before they end. Never rejects. Refresh tokens
 * rotate (redbooth-api, OAuth2), so at most one refresh is under way. `invalid_grant` ends it for good (`expired`); after any
 * other trouble `current` gives null (or the old token while it lasts) and tries again after a growing pause.
 */
export const createEnvironmentTokens = (ports: TokenPorts): AccessTokens & { dispose(): void } => {
  const { origin, fetch, clock, log, onState } = ports;
  const { pasted, credentials, refreshToken: givenRefreshToken } = readEnvironment(ports.environment, log);
  const closed = new AbortController();
  let grant: Grant | null = pasted === null ? null : { token: pasted, refreshAt: null, expiresAt: null };
  let refreshToken = givenRefreshToken;
  let grantedAt: number | null = null;
  let failures: Failures | null = null;
  let underWay: Promise<void> | null = null;
  let state: Account['state'] | null = null;

  const become = (next: Account['state']): void => {
    if (state === next) return;
    state = next;
    onState(next);
  };

  const noteFailure = (of: Failures['of']): void => {
    failures = { of, count: (failures?.count ?? 0) + 1, at: clock.now() };
  };

  const isResting = (): boolean => {
    if (!failures) return false;
    const passed = clock.now() - failures.at;
    // A clock that was set back must not keep the app signed out.
    return passed >= 0 && passed < backoff(5_000, failures.count);
  };

  const refresh = async ({ clientId, clientSecret }: Credentials, old: string): Promise<void> => {
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: old,
      client_id: clientId,
      client_secret: clientSecret,
    });
    const answer = await exchange(
      { fetch, clock, signal: closed.signal, bodyLimit: replyLimit },
      `${origin}/oauth2/token`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          Accept: 'application/json',
          'User-Agent': userAgent,
        },
        body: form.toString(),
      },
    );
    if (closed.signal.aborted) return;
    const reply = readTokenReply(answer);
    switch (reply.kind) {
      case 'granted': {
        const now = clock.now();
        grant = {
          token: reply.accessToken,
          // A very short life is used by half, or the next call would refresh again at once.
          refreshAt: now + Math.max(reply.lifetime - early, reply.lifetime / 2),
          expiresAt: now + reply.lifetime,
        };
        refreshToken = reply.refreshToken ?? old;
        grantedAt = now;
        if (failures?.of === 'renewal') failures = null;
        become('signed-in');
        break;
      }
      case 'refused':
        refreshToken = null;
        grant = null;
        log.warn('Redbooth no longer accepts REDBOOTH_REFRESH_TOKEN. Sign in again and set a new one.');
        become('expired');
        break;
      case 'trouble':
        noteFailure('renewal');
        log.warn(`Renewing the sign-in to Redbooth failed: ${reply.problem}. The app tries again by itself.`);
        break;
    }
  };

  const renew = async (): Promise<void> => {
    if (!credentials || refreshToken === null || isResting()) return;
    underWay ??= refresh(credentials, refreshToken).finally(() => {
      underWay = null;
    });
    await underWay;
  };

  const isPast = (time: number | null | undefined): boolean => typeof time === 'number' && clock.now() >= time;

  return {
    current: async () => {
      if (closed.signal.aborted) return null;
      if (!grant || isPast(grant.refreshAt)) await renew();
      if (grant && isPast(grant.expiresAt)) grant = null;
      if (grant) become('signed-in');
      else if (state === null && refreshToken === null) become('signed-out');
      return grant?.token ?? null;
    },
    refused: async (token) => {
      if (grant?.token !== token) return;
      grant = null;
      // A new token that is refused at once would otherwise be renewed with every call.
      if (grantedAt !== null && clock.now() - grantedAt < early) noteFailure('new-token');
      else failures = null;
      if (refreshToken === null) become('expired');
    },
    dispose: () => closed.abort(),
  };
};
