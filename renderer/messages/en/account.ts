/** Signing in and out, and where that is kept. */
export const account = {
  expired: 'Redbooth accepts that sign-in no longer. Start the app with a fresh one.',
  fromEnvironment:
    'Who is signed in comes from the environment in which the app was started: there is nothing to change here. To sign in on this page instead, start the app without the variables REDBOOTH_ACCESS_TOKEN and REDBOOTH_REFRESH_TOKEN.',
  showChanges: 'Show the changes',
  whatIsLeft: 'What is left is that Redbooth learns where to send its hooks.',
  reading: 'Reading what is set up…',
  /** Before the title of a step, for whoever does not see its mark. */
  done: 'Done:',
  register: 'Register an application',
  registerMeaning:
    'Redbooth lets an app in by an id and a secret of its own. Open its applications page and add one, by any name.',
  openApplicationsPage: 'Open the applications page',
  pasteRedirect: 'Where it asks for a callback URL (or return URI), paste this address, exactly like this:',
  redirectAddress: 'Redirect address',
  copyRedirectAddress: 'Copy the redirect address',
  showHow: 'Show how, and the redirect address',
  hideHow: 'Hide how',
  pasteApplication: 'Paste its id and secret',
  bothKept: 'Both are kept. The id is:',
  change: 'Change',
  keepAsItIs: 'Keep it as it is',
  applicationId: 'Application id',
  credentialForm: 'As Redbooth shows it, without spaces in it',
  secret: 'Secret',
  showSecret: 'Show the secret',
  hideSecret: 'Hide the secret',
  secretKept: 'A secret is kept already. Leave this empty to go on with it.',
  secretMeaning: 'Redbooth shows it beside the id. The app never shows it again once it is saved.',
  inBrowserMeaning:
    'Redbooth asks in your browser whether this app may use your account. Your password stays between you and Redbooth.',
  signInInBrowser: 'Sign in in the browser',
  opening: 'Opening…',
  saveFirst: 'Save the application first.',
  openAgain: 'Open the page again',
  compareRedirect:
    'If Redbooth shows an error there, compare the callback URL of the application with the address in step 1.',
  whereKept: 'Where your access is kept',
  allowFile: 'Keep it in a file that is not encrypted',
  allowFileMeaning:
    'You then stay signed in when the app is started again. But whoever gets to your files, and any program that you run, can use your Redbooth account.',
  signOut: 'Sign out',
  signingOut: 'Signing out…',
  signOutAndDelete: 'Sign out and delete the history',
  signOutTitle: 'Sign out of Redbooth?',
  signOutMeaning:
    'The app forgets its access to your account. Your hook URLs stay, and hooks are kept until somebody signs in again.',
  forgetApplication: 'Also forget the application',
  forgetApplicationMeaning: 'To sign in again, you have to paste its id and secret again.',
  deleteHistory: 'Also delete the history',
  deleteHistoryMeaning:
    'Every change in the list is deleted from this computer, and cannot be brought back. Nothing is deleted in Redbooth.',
  staySignedIn: 'Stay signed in',
  /** For a browser that the headless host does not know. */
  freshLink: 'Open a fresh link',
  freshLinkMeaning:
    'This browser is not signed in to Redbooth Notifier, or its link was already used. On the machine where the app runs, get a new link and open it here:',
};
