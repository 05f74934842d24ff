/** Redbooth cannot be asked. */
export const outage = {
  signedOut: 'Tasks changed; sign in to see which',
  signedOutBody: 'Redbooth asks you to sign in again',
  unavailable: 'Tasks changed; Redbooth does not answer',
  unavailableBody: 'You get a summary as soon as it answers again',
  signIn: 'Redbooth asks you to sign in again',
  signInBody: 'Changes are kept, and told once you are signed in',
};
