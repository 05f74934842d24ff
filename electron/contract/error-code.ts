import * as v from 'valibot';

/**
 * Every stable error code of the app. A code is never renamed or reused: other programs read it from `--json`,
 * and the documentation explains it by this name.
 */
export const errorCodes = [
  'bad-request',
  'not-found',
  'data-dir-unusable',
  'data-dir-in-use',
  'database-unreadable',
  'journal-unwritable',
  'settings-invalid',
  'settings-unwritable',
  'hook-port-taken',
  'ui-port-taken',
  'api-unauthorized',
  'api-unreachable',
  'api-unexpected-reply',
  'tunnel-failed',
  'notification-failed',
  'notifications-interrupted',
  'link-refused',
  'unexpected',
  'secrets-unreadable',
  'secrets-unwritable',
  'sign-in-fixed',
  'sign-in-no-application',
  'sign-in-port-taken',
  'sign-in-not-opened',
  'sign-in-denied',
  'sign-in-refused',
  'sign-in-application-refused',
  'sign-in-timed-out',
  'sign-in-failed',
  'task-not-changed',
  'system-refused',
  'team-unreachable',
  'team-not-trusted',
  'team-refused',
  'team-not-permitted',
  'team-stream-missing',
  'team-credentials-unusable',
  'team-credentials-shared',
  'update-unsupported',
  'update-check-failed',
  'update-download-failed',
  'update-damaged',
  'update-not-installed',
] as const;

export const errorCodeSchema = v.picklist(errorCodes);

/** One of the app's stable error codes. */
export type ErrorCode = v.InferOutput<typeof errorCodeSchema>;

/** A failure as the page and `--json` see it: a stable code, and a sentence saying what happened and what to do. */
export const failureSchema = v.object({ code: errorCodeSchema, message: v.string() });

export type Failure = v.InferOutput<typeof failureSchema>;
