import type { Account, Overview, SignInSettings } from '../../../electron/contract/index.ts';
import { sampleOverview } from './sample.ts';

const idle = { state: 'idle' } as const;

export const sampleSignedOut: Account = {
  id: null,
  state: 'signed-out',
  user: null,
  sentence: 'Not signed in',
  canSignOut: false,
  isFromEnvironment: false,
  signIn: idle,
};

export const sampleExpired: Account = {
  ...sampleSignedOut,
  state: 'expired',
  user: 'Ada Park',
  sentence: 'Redbooth asks you to sign in again',
  canSignOut: true,
};

export const sampleFromEnvironment: Account = {
  ...sampleSignedOut,
  state: 'signed-in',
  user: 'Ada Park',
  sentence: 'Signed in as Ada Park',
  isFromEnvironment: true,
};

export const sampleWaiting: Account['signIn'] = {
  state: 'waiting',
  sentence: 'Waiting for you to allow this app in your browser. This works for five minutes.',
};

export const sampleFailed: Account['signIn'] = {
  state: 'failed',
  code: 'sign-in-denied',
  sentence: 'You did not let the app in, so nothing changed. Try again if that was a slip.',
};

/** The app in good order, but for the account and what follows from that. */
export const overviewWith = (account: Account): Overview => ({ ...sampleOverview, unread: 0, account });

/** What the app says before anything is set up, on a desktop with a keyring. */
export const nothingSetUp: SignInSettings = {
  redirectAddress: 'http://localhost:8767/oauth/callback',
  applicationsPage: 'https://redbooth.com/oauth2/applications/new',
  applicationId: null,
  isSecretKept: false,
  storage: {
    strength: 'keyring',
    sentence: 'Your access is kept encrypted, in GNOME Keyring.',
    canAllowWeak: false,
  },
};

export const applicationKept: SignInSettings = {
  ...nothingSetUp,
  applicationId: '6f1c0de95a7b4c2e8d3f90a1b2c3d4e5f60718293a4b5c6d7e8f9012a3b4c5d6',
  isSecretKept: true,
};

export const withoutKeyring: SignInSettings = {
  ...nothingSetUp,
  storage: {
    strength: 'memory',
    sentence: 'This computer has no keyring, so your access is kept only until the app is stopped.',
    canAllowWeak: true,
  },
};
