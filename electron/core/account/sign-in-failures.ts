import type { Failure } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';

type Words = HostMessages['account'];

/** The app was told by its environment, or by the demo, who is signed in. */
export const fixedSignIn = (source: 'environment' | 'demo', words: Words): Failure => ({
  code: 'sign-in-fixed',
  message: source === 'demo' ? words.fixedByDemo : words.fixedByEnvironment,
});

/** No OAuth application was entered yet. */
export const noApplication = (words: Words): Failure => ({
  code: 'sign-in-no-application',
  message: words.noApplication,
});

/** No secret is kept for the application’s id, and none was given with it. */
export const noSecret = (words: Words): Failure => ({ code: 'sign-in-no-application', message: words.noSecret });

/** `cause` is the system's code. */
export const portTaken = (port: number, cause: string, words: Words): Failure => ({
  code: 'sign-in-port-taken',
  message: cause === 'EACCES' ? words.portForbidden(port, cause) : words.portTaken(port, cause),
});

/** The browser could not be opened by the app. */
export const notOpened = (words: Words): Failure => ({ code: 'sign-in-not-opened', message: words.notOpened });

/** The user, or Redbooth, said no in the browser (`access_denied`, RFC 6749 4.1.2.1). */
export const denied = (words: Words): Failure => ({ code: 'sign-in-denied', message: words.denied });

/** Nobody came back from the browser within the five minutes of a sign-in. */
export const timedOut = (words: Words): Failure => ({ code: 'sign-in-timed-out', message: words.timedOut });

/** Redbooth did not take the code of the browser (`invalid_grant`, RFC 6749 5.2). */
export const codeRefused = (words: Words): Failure => ({ code: 'sign-in-refused', message: words.codeRefused });

/** Redbooth knows no such application, or its secret is another (`invalid_client`, RFC 6749 5.2). */
export const applicationRefused = (words: Words): Failure => ({
  code: 'sign-in-application-refused',
  message: words.applicationRefused,
});

/** `problem` is a status, a system's code or an error name of OAuth: nothing secret. */
export const signInFailed = (problem: string, words: Words): Failure => ({
  code: 'sign-in-failed',
  message: words.failed(problem),
});
