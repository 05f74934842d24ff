import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Clock } from '../core/clock.ts';
import type { User } from './entities.ts';
import { type Reply, type Request, json, readBody, redirect, text } from './http.ts';
import type { Quirks } from './quirks.ts';
import type { TokenPair, Tokens } from './tokens.ts';

/** An app registered with Redbooth. */
export type OauthClient = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
};

const codeLifetime = 600_000;

const tokenRequestSchema = v.variant('grant_type', [
  v.object({
    grant_type: v.literal('authorization_code'),
    client_id: v.string(),
    client_secret: v.string(),
    code: v.string(),
    redirect_uri: v.string(),
    code_verifier: v.optional(v.string()),
  }),
  v.object({
    grant_type: v.literal('refresh_token'),
    client_id: v.string(),
    client_secret: v.string(),
    refresh_token: v.string(),
  }),
]);

const revocationSchema = v.object({ client_id: v.string(), client_secret: v.string(), token: v.string() });

const refusal = (status: number, error: string, description: string): Reply =>
  json(status, { error, error_description: description });

const isRegistered = (client: OauthClient, redirectUri: string, rule: Quirks['redirectUri']): boolean => {
  const withoutPort = (uri: string): string => uri.replace(/^(http:\/\/[^/:]+):\d+/, '$1');
  return client.redirectUris.some(
    (registered) =>
      registered === redirectUri || (rule === 'any-port' && withoutPort(registered) === withoutPort(redirectUri)),
  );
};

/** The S256 of RFC 7636, and `plain` when the method is not said. */
const challengeOf = (verifier: string, method: string | null): string =>
  method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;

type Code = {
  readonly userId: string;
  readonly redirectUri: string;
  readonly expiresAt: number;
  readonly challenge: string | null;
  readonly challengeMethod: string | null;
};

/**
 * The OAuth server: `/oauth2/authorize` sends the browser straight back, as a person who is signed in and agrees would,
 * `/oauth2/token` trades codes and refresh tokens for new pairs, and `/oauth2/revoke` ends a pair (RFC 7009). Returns
 * null for any other path.
 */
export const createOauth = (options: {
  readonly clock: Clock;
  readonly quirks: Quirks;
  readonly tokens: Tokens;
  readonly client: OauthClient;
  /** Who sits at the browser. */
  readonly signedIn: () => User;
}): ((request: Request) => Reply | null) => {
  const { clock, quirks, tokens, client } = options;
  const codes = new Map<string, Code>();

  const authorize = ({ query }: Request): Reply => {
    const redirectUri = query.get('redirect_uri') ?? '';
    // A redirect that is not registered is never followed: the page itself says so.
    if (query.get('client_id') !== client.clientId) return text(401, 'Client authentication failed: unknown client.');
    if (!isRegistered(client, redirectUri, quirks.redirectUri))
      return text(401, 'The redirect uri included is not valid.');
    const target = new URL(redirectUri);
    const state = query.get('state');
    if (state !== null && quirks.stateEcho !== false)
      target.searchParams.set('state', quirks.stateEcho === 'wrong' ? `not-${state}` : state);
    if (query.get('response_type') !== 'code') target.searchParams.set('error', 'unsupported_response_type');
    else if (quirks.authorization === 'denied') target.searchParams.set('error', 'access_denied');
    else {
      const code = randomBytes(32).toString('hex');
      codes.set(code, {
        userId: options.signedIn().id,
        redirectUri,
        expiresAt: clock.now() + codeLifetime,
        challenge: query.get('code_challenge'),
        challengeMethod: query.get('code_challenge_method'),
      });
      target.searchParams.set('code', code);
    }
    return redirect(target.href);
  };

  const granted = ({ accessToken, refreshToken }: TokenPair): Reply =>
    json(200, {
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: quirks.expiresIn,
      refresh_token: refreshToken,
      scope: 'all',
      ...(quirks.tokenCreatedAt ? { created_at: Math.floor(clock.now() / 1000) } : {}),
    });

  const isClient = (asked: { readonly client_id: string; readonly client_secret: string }): boolean =>
    asked.client_id === client.clientId && asked.client_secret === client.clientSecret;
  const invalidClient = (): Reply => refusal(401, 'invalid_client', 'Client authentication failed.');

  const token = (request: Request): Reply => {
    const parsed = v.safeParse(tokenRequestSchema, readBody(request));
    if (!parsed.success)
      return refusal(400, 'invalid_request', 'The request is missing a required parameter or is otherwise malformed.');
    const asked = parsed.output;
    if (!isClient(asked)) return invalidClient();
    const invalidGrant = refusal(
      400,
      'invalid_grant',
      'The provided authorization grant is invalid, expired or revoked.',
    );
    if (asked.grant_type === 'refresh_token') {
      const pair = tokens.refresh(asked.refresh_token);
      return pair ? granted(pair) : invalidGrant;
    }
    const code = codes.get(asked.code);
    codes.delete(asked.code);
    if (!code || code.expiresAt <= clock.now() || code.redirectUri !== asked.redirect_uri) return invalidGrant;
    const proof = challengeOf(asked.code_verifier ?? '', code.challengeMethod);
    if (quirks.pkce === 'checked' && code.challenge !== null && code.challenge !== proof) return invalidGrant;
    return granted(tokens.issue(code.userId, quirks.expiresIn));
  };

  /** A token that is not known is as good as revoked. */
  const revoke = (request: Request): Reply => {
    const parsed = v.safeParse(revocationSchema, readBody(request));
    if (!parsed.success || !isClient(parsed.output)) return invalidClient();
    tokens.revoke(parsed.output.token);
    return json(200, {});
  };

  return (request) => {
    if (request.method === 'GET' && request.path === '/oauth2/authorize') return authorize(request);
    if (request.method === 'POST' && request.path === '/oauth2/token') return token(request);
    if (request.method === 'POST' && request.path === '/oauth2/revoke' && quirks.revokeEndpoint) return revoke(request);
    return null;
  };
};
