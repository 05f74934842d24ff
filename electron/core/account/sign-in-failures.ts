import type { Failure } from '../../contract/index.ts';

/** The app was told by its environment, or by the demo, who is signed in. */
export const fixedSignIn = (source: 'environment' | 'demo'): Failure => ({
  code: 'sign-in-fixed',
  message:
    source === 'demo'
      ? 'The demo is signed in by itself. Start the app without --demo to sign in as yourself.'
      : 'The environment of the app says who is signed in. Start it without REDBOOTH_ACCESS_TOKEN and REDBOOTH_REFRESH_TOKEN to sign in here.',
});

export const noApplication: Failure = {
  code: 'sign-in-no-application',
  message: 'Redbooth lets in registered applications only. Register one there, and fill in its id and secret first.',
};

export const noSecret: Failure = {
  code: 'sign-in-no-application',
  message: 'There is no secret for an application with this id yet. Copy it from Redbooth, and fill it in too.',
};

/** `cause` is the system's code. */
export const portTaken = (port: number, cause: string): Failure => ({
  code: 'sign-in-port-taken',
  message: `Redbooth can’t send you back to the app, as ${
    cause === 'EACCES' ? 'this user may not use' : 'another program uses'
  } port ${port} of this computer (${cause}). ${
    cause === 'EACCES' ? 'Set' : 'Quit that program and try again, or set'
  } another “signInPort” in the settings, and register the new address at Redbooth.`,
});

export const notOpened: Failure = {
  code: 'sign-in-not-opened',
  message: 'The browser could not be opened, so you can’t sign in. Check that a default browser is set, and try again.',
};

export const denied: Failure = {
  code: 'sign-in-denied',
  message: 'You did not let the app in on Redbooth’s page, so it is not signed in. Try again when you like.',
};

export const timedOut: Failure = {
  code: 'sign-in-timed-out',
  message:
    'Redbooth’s page did not lead back to the app within 5 minutes. Try again; if Redbooth shows an error, check that the application’s callback URL is exactly the address shown here.',
};

export const codeRefused: Failure = {
  code: 'sign-in-refused',
  message:
    'Redbooth did not accept its own answer, which may have been too old. Try again; if this stays, check that the application’s callback URL is exactly the address shown here.',
};

export const applicationRefused: Failure = {
  code: 'sign-in-application-refused',
  message:
    'Redbooth does not know the application by this id and secret. Copy both from Redbooth once more, and try again.',
};

/** `problem` is a status, a system's code or an error name of OAuth: nothing secret. */
export const signInFailed = (problem: string): Failure => ({
  code: 'sign-in-failed',
  message: `Redbooth did not complete the sign-in (${problem}). Check your internet connection, and try again.`,
});
