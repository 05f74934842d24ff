import type { Account } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AccessTokens, Fetch } from './client-port.ts';
import { createRenewalPause } from './renewal-pause.ts';
import { isToken } from './token-reply.ts';
import { requestTokens } from './token-request.ts';

/** The part of the environment that signs in (design, Interface for operators). */
export type TokenEnvironment = {
  readonly REDBOOTH_ACCESS_TOKEN?: string | undefined;
  readonly REDBOOTH_CLIENT_ID?: string | undefined;
  readonly REDBOOTH_CLIENT_SECRET?: string | undefined;
  readonly REDBOOTH_REFRESH_TOKEN?: string | undefined;
};

type TokenPorts = {
  readonly signIn: EnvironmentSignIn;
  /** As of links.ts, parseOrigin. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  /** Told when the state becomes known and whenever it changes. */
  readonly onState: (state: Account['state']) => void;
};

type Credentials = { readonly clientId: string; readonly clientSecret: string };

/** What the environment brings to sign in with. */
export type EnvironmentSignIn = {
  readonly pasted: string | null;
  /** Null together with the refresh token. */
  readonly credentials: Credentials | null;
  readonly refreshToken: string | null;
};

/** A token in force. `refreshAt` is when to get another, `expiresAt` when it ends, in ms since 1970; null: not known. */
type Grant = { readonly token: string; readonly refreshAt: number | null; readonly expiresAt: number | null };

const early = 60_000;

/** The environment, as far as it can be used; what is half there is said in the log. Null when it signs nobody in. */
export const readTokenEnvironment = (environment: TokenEnvironment, log: Log): EnvironmentSignIn | null => {
  const read = (name: keyof TokenEnvironment): string | null => {
    const value = environment[name]?.trim() ?? '';
    if (value === '' || isToken(value)) return value === '' ? null : value;
    log.warn(`${name} holds characters that can’t be in it, so it is not used. Copy it again, without spaces.`);
    return null;
  };
  const pasted = read('REDBOOTH_ACCESS_TOKEN');
  const clientId = read('REDBOOTH_CLIENT_ID');
  const clientSecret = read('REDBOOTH_CLIENT_SECRET');
  const refreshToken = read('REDBOOTH_REFRESH_TOKEN');
  const isWhole = clientId !== null && clientSecret !== null && refreshToken !== null;
  if (!isWhole && (clientId ?? clientSecret ?? refreshToken) !== null)
    log.warn(
      'REDBOOTH_CLIENT_ID, REDBOOTH_CLIENT_SECRET and REDBOOTH_REFRESH_TOKEN work only together: set all three.',
    );
  if (isWhole) return { pasted, credentials: { clientId, clientSecret }, refreshToken };
  return pasted === null ? null : { pasted, credentials: null, refreshToken: null };
};

/**
 * Tokens from the environment, kept in memory only: a pasted access token until it is refused, and then or from the start
 * those that client id, secret and refresh token give, renewed 60 s before they end. Never rejects. Refresh tokens
 * rotate (redbooth-api, OAuth2), so at most one refresh is under way. `invalid_grant` ends it for good (`expired`); after any
 * other trouble `current` is `unavailable` (or the old token while it lasts) and tries again after a growing pause.
 */
export const createEnvironmentTokens = (ports: TokenPorts): AccessTokens & { dispose(): void } => {
  const { origin, fetch, clock, log, onState } = ports;
  const { pasted, credentials, refreshToken: givenRefreshToken } = ports.signIn;
  const closed = new AbortController();
  const pause = createRenewalPause(clock);
  let grant: Grant | null = pasted === null ? null : { token: pasted, refreshAt: null, expiresAt: null };
  let refreshToken = givenRefreshToken;
  let grantedAt: number | null = null;
  let hasWorked = false;
  let underWay: Promise<void> | null = null;
  let state: Account['state'] | null = null;

  const become = (next: Account['state']): void => {
    if (state === next) return;
    state = next;
    onState(next);
  };

  const refresh = async ({ clientId, clientSecret }: Credentials, old: string): Promise<void> => {
    const reply = await requestTokens(
      { origin, fetch, clock, signal: closed.signal },
      { grant_type: 'refresh_token', refresh_token: old, client_id: clientId, client_secret: clientSecret },
    );
    if (closed.signal.aborted) return;
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
        hasWorked = false;
        pause.renewed();
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
        pause.failed();
        log.warn(`Renewing the sign-in to Redbooth failed: ${reply.problem}. The app tries again by itself.`);
        break;
    }
  };

  const renew = async (): Promise<void> => {
    if (!credentials || refreshToken === null || pause.left() > 0) return;
    underWay ??= refresh(credentials, refreshToken).finally(() => {
      underWay = null;
    });
    await underWay;
  };

  const isPast = (time: number | null | undefined): boolean => typeof time === 'number' && clock.now() >= time;

  return {
    current: async () => {
      if (closed.signal.aborted) return { kind: 'unavailable', retryAfter: 0 };
      if (!grant || isPast(grant.refreshAt)) await renew();
      if (grant && isPast(grant.expiresAt)) grant = null;
      if (grant) {
        become('signed-in');
        return { kind: 'token', token: grant.token };
      }
      return refreshToken === null ? { kind: 'signed-out' } : { kind: 'unavailable', retryAfter: pause.left() };
    },
    refused: async (token) => {
      if (grant?.token !== token) return;
      grant = null;
      // New tokens that never work would otherwise be renewed with every call.
      pause.refused({ grantedAt, hasWorked });
      if (refreshToken === null) become('expired');
    },
    worked: (token) => {
      if (grant?.token === token) hasWorked = true;
    },
    dispose: () => closed.abort(),
  };
};
