import { randomBytes } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { Quirks } from './quirks.ts';

export type TokenPair = { readonly accessToken: string; readonly refreshToken: string };

type TokenCheck =
  | { readonly ok: true; readonly userId: string }
  | { readonly ok: false; readonly reason: 'expired' | 'revoked' | 'invalid' };

/** The OAuth tokens in force. Random anew in every run, never by the seed. */
export type Tokens = {
  /** `expiresIn` is in seconds; null for a token that never expires. */
  issue(userId: string, expiresIn: number | null): TokenPair;
  check(accessToken: string): TokenCheck;
  /** A new pair for a refresh token; null when that token is used up, revoked or unknown. */
  refresh(refreshToken: string): TokenPair | null;
  /** As if its lifetime had passed: the refresh token still works. */
  expire(accessToken: string): void;
  /** As if the user had thrown the app out: neither token works again. Takes either of the pair. */
  revoke(token: string): void;
};

type Grant = { userId: string; expiresAt: number | null; isRevoked: boolean; refreshToken: string };
type Renewal = {
  userId: string;
  accessToken: string;
  isDead: boolean;
  expiresIn: number | null;
  expiresAt: number | null;
};

/** 64 hexadecimal digits, as Doorkeeper makes them. */
export const createSecret = (): string => randomBytes(32).toString('hex');

export const createTokens = (clock: Clock, quirks: Quirks): Tokens => {
  const grants = new Map<string, Grant>();
  const renewals = new Map<string, Renewal>();
  /** Refresh tokens that die when the access token they were traded for is first used. */
  const diesOnUse = new Map<string, string>();

  const kill = (refreshToken: string | undefined): void => {
    const renewal = renewals.get(refreshToken ?? '');
    if (renewal) renewal.isDead = true;
  };
  const issue = (userId: string, expiresIn: number | null): TokenPair => {
    const pair = { accessToken: createSecret(), refreshToken: createSecret() };
    const expiresAt = expiresIn === null ? null : clock.now() + expiresIn * 1000;
    grants.set(pair.accessToken, { userId, expiresAt, isRevoked: false, refreshToken: pair.refreshToken });
    const { refreshExpiresIn } = quirks;
    renewals.set(pair.refreshToken, {
      userId,
      accessToken: pair.accessToken,
      isDead: false,
      expiresIn,
      expiresAt: refreshExpiresIn === null ? null : clock.now() + refreshExpiresIn * 1000,
    });
    return pair;
  };

  return {
    issue,
    check: (accessToken) => {
      const grant = grants.get(accessToken);
      if (!grant) return { ok: false, reason: 'invalid' };
      if (grant.isRevoked) return { ok: false, reason: 'revoked' };
      if (grant.expiresAt !== null && grant.expiresAt <= clock.now()) return { ok: false, reason: 'expired' };
      kill(diesOnUse.get(accessToken));
      return { ok: true, userId: grant.userId };
    },
    refresh: (refreshToken) => {
      const renewal = renewals.get(refreshToken);
      if (!renewal || renewal.isDead) return null;
      if (renewal.expiresAt !== null && renewal.expiresAt <= clock.now()) return null;
      const pair = issue(renewal.userId, renewal.expiresIn ?? quirks.expiresIn);
      if (quirks.refreshRotation === 'at-once') renewal.isDead = true;
      if (quirks.refreshRotation === 'on-use') diesOnUse.set(pair.accessToken, refreshToken);
      return pair;
    },
    expire: (accessToken) => {
      const grant = grants.get(accessToken);
      if (grant) grant.expiresAt = clock.now();
    },
    revoke: (token) => {
      const grant = grants.get(renewals.get(token)?.accessToken ?? token);
      if (!grant) return;
      grant.isRevoked = true;
      kill(grant.refreshToken);
    },
  };
};
