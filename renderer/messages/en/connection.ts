/** What the page says by itself when it gets no usable answer from the app. */
export const connection = {
  appStopped: 'The app does not answer. If it has stopped, start it again; this page reconnects by itself.',
  appHangs: 'The app does not answer. Quit it and start it again.',
  signedOut: 'This browser is signed out of the app. Open a fresh link to sign in again.',
  notUnderstood: 'The app gave an answer that this page does not understand. Reload the page.',
};
