import * as v from 'valibot';
import type { Exchange } from './exchange.ts';

/** What the token endpoint gave: a pair, a refusal for good, or trouble that may pass. */
export type TokenReply =
  | {
      readonly kind: 'granted';
      readonly accessToken: string;
      /** Null when the reply brought none: then the old one stays in force. */
      readonly refreshToken: string | null;
      /** In ms from now. */
      readonly lifetime: number;
    }
  | { readonly kind: 'refused' }
  /** `isApplicationRefused`: Redbooth does not know the application by this id and secret. */
  | { readonly kind: 'trouble'; readonly problem: string; readonly isApplicationRefused: boolean };

const tokenShape = /^[\x21-\x7e]{1,4096}$/;

/** Whether `text` can stand in a header as a token: visible ASCII, no spaces. */
export const isToken = (text: string): boolean => tokenShape.test(text);

const token = v.pipe(v.string(), v.check(isToken));

const grantSchema = v.object({
  access_token: token,
  refresh_token: v.optional(v.nullable(token)),
  // 7200 s in recordings and in live use (redbooth-api, OAuth2, Lifetime).
  expires_in: v.fallback(v.pipe(v.number(), v.minValue(1), v.maxValue(31_536_000)), 7200),
});

const refusalSchema = v.object({ error: v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/)) });

const parseJson = v.pipe(v.string(), v.parseJson());

const trouble = (problem: string, isApplicationRefused = false): TokenReply => ({
  kind: 'trouble',
  problem,
  isApplicationRefused,
});

/** Reads the reply of `/oauth2/token` (redbooth-api, OAuth2, Token reply and Token error body). Quotes no token. */
export const readTokenReply = (answer: Exchange): TokenReply => {
  if (answer.kind !== 'answered')
    return trouble(answer.kind === 'unreachable' ? (answer.cause ?? answer.kind) : answer.kind);
  const { status, text } = answer;
  if (status >= 200 && status < 300) {
    const grant = v.safeParse(v.pipe(parseJson, grantSchema), text);
    if (!grant.success) return trouble('a reply without a usable token');
    const { access_token: accessToken, refresh_token: refreshToken = null, expires_in: seconds } = grant.output;
    return { kind: 'granted', accessToken, refreshToken, lifetime: seconds * 1000 };
  }
  const refusal = v.safeParse(v.pipe(parseJson, refusalSchema), text);
  const error = refusal.success ? refusal.output.error : null;
  if (error === 'invalid_grant') return { kind: 'refused' };
  return error === null
    ? trouble(`status ${status}`)
    : trouble(`status ${status}, ${error}`, error === 'invalid_client' || error === 'unauthorized_client');
};
