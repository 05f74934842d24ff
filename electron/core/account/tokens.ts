import { type Account, type Failure, type Result, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AccessTokens, Fetch } from '../redbooth/client-port.ts';
import { createRenewalPause } from '../redbooth/renewal-pause.ts';
import type { TokenReply } from '../redbooth/token-reply.ts';
import { requestTokens } from '../redbooth/token-request.ts';
import type { KeptSecrets } from './kept-secrets.ts';
import type { SecretFailure } from './secret-store.ts';
import type { Application, Grant } from './secrets.ts';

export type TokenKeeperPorts = {
  readonly secrets: KeptSecrets;
  /** As of links.ts, parseOrigin. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  /** Told when the state becomes known and whenever it changes. */
  readonly onState: (state: Account['state']) => void;
  /** New tokens could not be written to disk; told once until it works again. */
  readonly onUnwritable: (failure: Failure) => void;
};

export type Granted = Extract<TokenReply, { kind: 'granted' }>;

/** The tokens of a person who signed in, kept over restarts. Nothing rejects. */
export type TokenKeeper = AccessTokens & {
  /** Reads what is kept, and tells the state. */
  load(): Promise<void>;
  /** Takes what a sign-in gave into use, once it is on disk; until then, and when that fails, all stays as it was. */
  take(application: Application, granted: Granted): Promise<Result<null, SecretFailure>>;
  /** Keeps an application. Tokens of one with another id are of no use any more, and are forgotten. */
  setApplication(application: Application): Promise<Result<null, SecretFailure>>;
  /** Forgets the tokens at once, and from the disk; fails when the disk does not let them be deleted. */
  forget(options: { readonly forgetApplication: boolean }): Promise<Result<null, SecretFailure>>;
  /** Lets a renewal under way end, for 3 s at most: an answer nobody waits for may hold the only tokens that work. */
  dispose(): Promise<void>;
};

const early = 60_000;
const disposeLimit = 3_000;

const grantOf = ({ accessToken, refreshToken, lifetime }: Granted, previous: string | null, now: number): Grant => ({
  accessToken,
  refreshToken: refreshToken ?? previous,
  // A very short life is used by half, or the next call would refresh again at once.
  refreshAt: now + Math.max(lifetime - early, lifetime / 2),
  expiresAt: now + lifetime,
  previousRefreshToken: refreshToken === null || refreshToken === previous ? null : previous,
});

/**
 * Gives out the kept access token, and renews it 60 s before it ends or when the API refuses it. Refresh tokens rotate, and
 * when the old one dies is not known (redbooth-api, OAuth2): at most one refresh is under way, the new pair is on disk
 * before it is used, and the old refresh token is kept until the new pair has worked once and tried if the new one is
 * refused. `invalid_grant` ends the sign-in (`expired`); after any other trouble `current` is `unavailable` (or the old
 * token while it lasts) and tries again after a growing pause.
 */
export const createTokenKeeper = (ports: TokenKeeperPorts): TokenKeeper => {
  const { secrets, origin, fetch, clock, log, onState, onUnwritable } = ports;
  const closed = new AbortController();
  const pause = createRenewalPause(clock);
  let isClosing = false;
  let state: Account['state'] | null = null;
  let underWay: Promise<void> | null = null;
  let takenAt: number | null = null;
  let hasWorked = false;
  let refusedToken: string | null = null;
  let refusedApplication: Application | null = null;
  /** A new pair that the disk has not taken yet, and the access token it replaces. */
  let unwritten: { readonly replaces: string; readonly grant: Grant } | null = null;
  let isUnwritableTold = false;

  const become = (next: Account['state']): void => {
    if (state === next) return;
    state = next;
    onState(next);
  };
  const isPast = (time: number): boolean => clock.now() >= time;
  const isStill = (grant: Grant): boolean => secrets.current().grant?.accessToken === grant.accessToken;

  const taken = (): void => {
    takenAt = clock.now();
    hasWorked = false;
    refusedToken = null;
    refusedApplication = null;
    unwritten = null;
    isUnwritableTold = false;
    become('signed-in');
  };

  const expire = async (old: Grant): Promise<void> => {
    const forgotten = await secrets.forget((kept) =>
      isStill(old) ? { ...kept, grant: null, hasExpired: true } : null,
    );
    if (!forgotten.ok) log.warn(forgotten.failure.message);
    // Unless the user signed out, or in again, meanwhile.
    if (secrets.current().hasExpired) become('expired');
  };

  const replace = async (old: Grant, next: Grant): Promise<void> => {
    unwritten = { replaces: old.accessToken, grant: next };
    const written = await secrets.change((kept) => (isStill(old) ? { ...kept, grant: next } : null));
    if (!written.ok) {
      pause.failed();
      if (!isUnwritableTold) onUnwritable(written.failure);
      isUnwritableTold = true;
      return;
    }
    pause.renewed();
    // The user may have signed out meanwhile.
    if (isStill(next)) taken();
    else unwritten = null;
  };

  const refreshBy = async (application: Application, old: Grant, refreshToken: string): Promise<void> => {
    const reply = await requestTokens(
      { origin, fetch, clock, signal: closed.signal },
      {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: application.id,
        client_secret: application.secret,
      },
    );
    if (closed.signal.aborted) return;
    if (reply.kind === 'granted') return replace(old, grantOf(reply, refreshToken, clock.now()));
    if (reply.kind === 'refused') {
      const { previousRefreshToken } = old;
      if (previousRefreshToken !== null && previousRefreshToken !== refreshToken)
        return refreshBy(application, old, previousRefreshToken);
      log.warn('Redbooth ended the sign-in. Sign in again.');
      return expire(old);
    }
    pause.failed();
    if (!reply.isApplicationRefused) {
      log.warn(`Renewing the sign-in to Redbooth failed: ${reply.problem}. The app tries again by itself.`);
      return;
    }
    // The tokens may still be good: the right secret brings them back.
    refusedApplication = application;
    log.warn('Redbooth no longer accepts the application’s id and secret. Check them, and sign in again.');
    become('expired');
  };

  const renew = async (): Promise<void> => {
    const { application, grant } = secrets.current();
    if (!grant || isClosing || pause.left() > 0) return;
    if (application === null || grant.refreshToken === null) {
      if (grant.accessToken === refusedToken || isPast(grant.expiresAt)) await expire(grant);
      return;
    }
    if (application === refusedApplication) return;
    if (unwritten?.replaces === grant.accessToken) return replace(grant, unwritten.grant);
    return refreshBy(application, grant, grant.refreshToken);
  };

  return {
    load: async () => {
      await secrets.load();
      const { grant, hasExpired } = secrets.current();
      become(grant ? 'signed-in' : hasExpired ? 'expired' : 'signed-out');
    },
    current: async () => {
      await secrets.load();
      const before = secrets.current().grant;
      if (before && (before.accessToken === refusedToken || isPast(before.refreshAt))) {
        underWay ??= renew().finally(() => {
          underWay = null;
        });
        await underWay;
      }
      const { grant, application } = secrets.current();
      if (isClosing) return { kind: 'unavailable', retryAfter: 0 };
      if (!grant) return { kind: 'signed-out' };
      if (grant.accessToken !== refusedToken && !isPast(grant.expiresAt))
        return { kind: 'token', token: grant.accessToken };
      if (application !== null && application === refusedApplication) return { kind: 'signed-out' };
      return { kind: 'unavailable', retryAfter: pause.left() };
    },
    refused: async (token) => {
      if (secrets.current().grant?.accessToken !== token || refusedToken === token) return;
      refusedToken = token;
      // New tokens that never work would otherwise be renewed with every call.
      pause.refused({ grantedAt: takenAt, hasWorked });
    },
    worked: (token) => {
      const { grant } = secrets.current();
      if (grant?.accessToken !== token) return;
      hasWorked = true;
      if (grant.previousRefreshToken === null) return;
      void secrets.change((kept) =>
        kept.grant?.accessToken === token && kept.grant.previousRefreshToken !== null
          ? { ...kept, grant: { ...kept.grant, previousRefreshToken: null } }
          : null,
      );
    },
    take: async (application, granted) => {
      const grant = grantOf(granted, null, clock.now());
      const written = await secrets.change((kept) => ({ ...kept, application, grant, hasExpired: false }));
      if (!written.ok) return written;
      pause.reset();
      taken();
      return succeed(null);
    },
    setApplication: async (application) => {
      const written = await secrets.change((kept) => ({
        ...kept,
        application,
        grant: kept.application?.id === application.id ? kept.grant : null,
      }));
      if (!written.ok) return written;
      const { grant, hasExpired } = secrets.current();
      if (grant) pause.reset();
      else if (!hasExpired) become('signed-out');
      return succeed(null);
    },
    forget: async ({ forgetApplication }) => {
      const forgotten = await secrets.forget((kept) => ({
        ...kept,
        application: forgetApplication ? null : kept.application,
        grant: null,
        hasExpired: false,
      }));
      become('signed-out');
      return forgotten;
    },
    dispose: async () => {
      isClosing = true;
      const cancel = clock.schedule(disposeLimit, () => closed.abort());
      await underWay;
      cancel();
      closed.abort();
      await secrets.idle();
    },
  };
};
