import * as v from 'valibot';
import { errorCodeSchema } from './error-code.ts';

/**
 * How far signing in in the browser is. `waiting`: a page of Redbooth is open, or its answer is being worked on.
 * `failed` stays until the next try, a cancel, or a success; `sentence` says what happened and what to do.
 */
export const signInProgressSchema = v.variant('state', [
  v.object({ state: v.literal('idle') }),
  v.object({ state: v.literal('waiting'), sentence: v.string() }),
  v.object({ state: v.literal('failed'), code: errorCodeSchema, sentence: v.string() }),
]);
export type SignInProgress = v.InferOutput<typeof signInProgressSchema>;

/**
 * How well tokens and the application's secret are kept. `keyring`: encrypted by the system; `file`: a file that only
 * this user may read, not encrypted; `memory`: nowhere, so that signing in lasts until the app is stopped.
 */
export const secretStorageSchema = v.object({
  strength: v.picklist(['keyring', 'file', 'memory']),
  /** In plain words, with the name of what keeps them. */
  sentence: v.string(),
  /** Whether it is for the user to choose between `memory` and `file` (`allow-weak-storage`). */
  canAllowWeak: v.boolean(),
});
export type SecretStorage = v.InferOutput<typeof secretStorageSchema>;

/** What a person needs to set signing in up. The secret itself never comes to the page. */
export const signInSettingsSchema = v.object({
  /** To paste as the application's callback URL, exactly like this. */
  redirectAddress: v.string(),
  /** Where applications are registered at Redbooth. */
  applicationsPage: v.string(),
  applicationId: v.nullable(v.string()),
  isSecretKept: v.boolean(),
  storage: secretStorageSchema,
});
export type SignInSettings = v.InferOutput<typeof signInSettingsSchema>;
