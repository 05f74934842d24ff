import type { Failure } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';

type Words = HostMessages['account'];

/** The app was told by its environment, or by the demo, who is signed in. */
export const fixedSignIn = (source: 'environment' | 'demo', words: Words): Failure => ({
  code: 'sign-in-fixed',
  message: source === 'demo' ? words.fixedByDemo : words.fixedByEnvironment,
});

export const noApplication = (words: Words): Failure => ({
  code: 'sign-in-no-application',
  message: words.noApplication,
});

export const noSecret = (words: Words): Failure => ({ code: 'sign-in-no-application', message: words.noSecret });

/** `cause` is the system's code. */
export const portTaken = (port: number, cause: string, words: Words): Failure => ({
  code: 'sign-in-port-taken',
  message: cause === 'EACCES' ? words.portForbidden(port, cause) : words.portTaken(port, cause),
});

export const notOpened = (words: Words): Failure => ({ code: 'sign-in-not-opened', message: words.notOpened });

export const denied = (words: Words): Failure => ({ code: 'sign-in-denied', message: words.denied });

export const timedOut = (words: Words): Failure => ({ code: 'sign-in-timed-out', message: words.timedOut });

export const codeRefused = (words: Words): Failure => ({ code: 'sign-in-refused', message: words.codeRefused });

export const applicationRefused = (words: Words): Failure => ({
  code: 'sign-in-application-refused',
  message: words.applicationRefused,
});

/** `problem` is a status, a system's code or an error name of OAuth: nothing secret. */
export const signInFailed = (problem: string, words: Words): Failure => ({
  code: 'sign-in-failed',
  message: words.failed(problem),
});
