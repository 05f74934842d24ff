/** Who is signed in, and how signing in goes. */
export const account = {
  signedIn: 'Signed in',
  signedInAs: (user: string): string => `Signed in as ${user}`,
  signedOut: 'Not signed in',
  expired: 'Redbooth asks you to sign in again',
  waitingForRedbooth: 'Waiting for Redbooth to answer',
  goOnInBrowser: 'Go on in your browser: Redbooth’s page asks whether to let the app in.',
  signingIn: 'Signing in…',
  fixedByDemo: 'The demo is signed in by itself. Start the app without --demo to sign in as yourself.',
  fixedByEnvironment:
    'The environment of the app says who is signed in. Start it without REDBOOTH_ACCESS_TOKEN and REDBOOTH_REFRESH_TOKEN to sign in here.',
  noApplication:
    'Redbooth lets in registered applications only. Register one there, and fill in its id and secret first.',
  noSecret: 'There is no secret for an application with this id yet. Copy it from Redbooth, and fill it in too.',
  portTaken: (port: number, cause: string): string =>
    `Redbooth can’t send you back to the app, as another program uses port ${port} of this computer (${cause}). Quit that program and try again, or set another “signInPort” in the settings, and register the new address at Redbooth.`,
  portForbidden: (port: number, cause: string): string =>
    `Redbooth can’t send you back to the app, as this user may not use port ${port} of this computer (${cause}). Set another “signInPort” in the settings, and register the new address at Redbooth.`,
  notOpened:
    'The browser could not be opened, so you can’t sign in. Check that a default browser is set, and try again.',
  denied: 'You did not let the app in on Redbooth’s page, so it is not signed in. Try again when you like.',
  timedOut:
    'Redbooth’s page did not lead back to the app within 5 minutes. Try again; if Redbooth shows an error, check that the application’s callback URL is exactly the address shown here.',
  codeRefused:
    'Redbooth did not accept its own answer, which may have been too old. Try again; if this stays, check that the application’s callback URL is exactly the address shown here.',
  applicationRefused:
    'Redbooth does not know the application by this id and secret. Copy both from Redbooth once more, and try again.',
  failed: (problem: string): string =>
    `Redbooth did not complete the sign-in (${problem}). Check your internet connection, and try again.`,
  unknownError: 'an unknown error',
  noCode: 'no code came back',
  backToTheApp: 'You can close this page and go back to Redbooth Notifier.',
  pageForeign: 'Not the sign-in that was begun',
  pageForeignBody: 'Go back to Redbooth Notifier, and sign in from there.',
  pageUsed: 'Already used',
  pageCancelled: 'The sign-in was cancelled',
  pageSignedIn: 'You’re signed in',
  pageNotSignedIn: 'You’re not signed in',
};
