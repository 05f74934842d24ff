import * as v from 'valibot';
import { isToken } from '../redbooth/token-reply.ts';

const token = v.pipe(v.string(), v.check(isToken));

/** The user's own OAuth application, as registered at Redbooth. */
const applicationSchema = v.object({ id: token, secret: token });
export type Application = v.InferOutput<typeof applicationSchema>;

/**
 * A pair of tokens. `refreshAt` is when to get another, `expiresAt` when the access token ends, in ms since 1970.
 * `previousRefreshToken` is the one this pair was got for, kept until the pair has worked once: until then nobody knows
 * whether Redbooth, too, took the new pair for given.
 */
const grantSchema = v.object({
  accessToken: token,
  refreshToken: v.nullable(token),
  refreshAt: v.number(),
  expiresAt: v.number(),
  previousRefreshToken: v.nullable(token),
});
export type Grant = v.InferOutput<typeof grantSchema>;

/** All that the app keeps secret, as one document. `hasExpired`: Redbooth ended the last sign-in, not the user. */
const secretsSchema = v.object({
  format: v.literal(1),
  /** The Redbooth all this belongs to: nothing of it goes to another. */
  origin: v.string(),
  application: v.nullable(applicationSchema),
  grant: v.nullable(grantSchema),
  hasExpired: v.boolean(),
  /** Credentials for the team's stream of hooks. */
  team: v.optional(v.string()),
});
export type Secrets = v.InferOutput<typeof secretsSchema>;

/** Nothing known of a Redbooth. */
export const noSecrets = (origin: string): Secrets => ({
  format: 1,
  origin,
  application: null,
  grant: null,
  hasExpired: false,
});

/** Reads a kept document; null when it is none. */
export const readSecrets = (text: string): Secrets | null => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), secretsSchema), text);
  return parsed.success ? parsed.output : null;
};
