import * as v from 'valibot';
import { failureSchema } from './error-code.ts';

/**
 * Why a copy of the app does not update itself: the host or the way it runs (`headless`, `demo`, `development`), the package
 * manager that does it, or a copy that was unpacked by hand or built without a place where its releases are.
 */
export const updateObstacles = ['headless', 'demo', 'development', 'package-manager', 'unpacked', 'no-feed'] as const;
export const updateObstacleSchema = v.picklist(updateObstacles);
export type UpdateObstacle = v.InferOutput<typeof updateObstacleSchema>;

/** A version as releases have it (semver.org), which comes from outside. */
export const releaseVersionSchema = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^\d+\.\d+\.\d+(?:[-+][0-9a-z.+-]+)?$/i),
);
const version = releaseVersionSchema;

/**
 * Where the app stands with its own releases. `version` is the newer one. Nothing is downloaded in `available`, and nothing
 * is installed in `ready`, until the user says so.
 */
export const updateStatusSchema = v.variant('state', [
  v.object({ state: v.literal('unsupported'), obstacle: updateObstacleSchema }),
  v.object({ state: v.literal('idle') }),
  v.object({ state: v.literal('checking') }),
  v.object({ state: v.literal('available'), version }),
  v.object({ state: v.literal('downloading'), version, percent: v.pipe(v.number(), v.integer()) }),
  v.object({ state: v.literal('ready'), version }),
  v.object({ state: v.literal('installing'), version }),
  /** `version` is null when not even that is known. */
  v.object({ state: v.literal('failed'), version: v.nullable(version), failure: failureSchema }),
]);
export type UpdateStatus = v.InferOutput<typeof updateStatusSchema>;

/** `checkedAt` is when the app last asked for releases, in ms since 1970, whatever came of it. */
export const updatesSchema = v.object({
  status: updateStatusSchema,
  checksDaily: v.boolean(),
  checkedAt: v.nullable(v.number()),
});
export type UpdatesOverview = v.InferOutput<typeof updatesSchema>;
