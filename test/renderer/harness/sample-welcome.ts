import type { Overview } from '../../../electron/contract/index.ts';
import { sampleSignedOut } from './sample-account.ts';
import { sampleNow, sampleOverview } from './sample.ts';

const minute = 60_000;
const [hookUrl] = sampleOverview.hookUrls;
const oneHookUrl = hookUrl === undefined ? [] : [{ ...hookUrl, lastArrivalAt: null, previousUntil: null }];

/** Somebody who has just started the desktop app for the first time. */
export const firstRun: Overview = {
  ...sampleOverview,
  host: 'desktop',
  unread: 0,
  account: sampleSignedOut,
  hookUrls: oneHookUrl,
  welcomed: false,
};

/** The same one, signed in: no hook has come yet. */
export const firstRunSignedIn: Overview = { ...firstRun, account: sampleOverview.account };

/** The hook came: what is left is to try a notification. */
export const firstRunConnected: Overview = {
  ...firstRunSignedIn,
  hookUrls: oneHookUrl.map((each) => ({ ...each, lastArrivalAt: sampleNow - minute })),
};

const nothing = { ...sampleOverview, unread: 0 };

/** Why a list may be empty, each with what the app says then. */
export const emptyOverviews = {
  'signed-out': { ...nothing, account: sampleSignedOut },
  'no-hook-yet': { ...nothing, hookUrls: oneHookUrl },
  unreachable: {
    ...nothing,
    hookUrls: oneHookUrl,
    reachability: {
      state: 'offline',
      sentence: 'Not reachable',
      detail: 'The tunnel server does not answer, so no hook arrives. Changes arrive by asking Redbooth now and then.',
      cause: 'register-failed',
      provenAt: null,
    },
  },
  quiet: nothing,
  paused: { ...nothing, pause: { state: 'paused', until: sampleNow + 45 * minute } },
  demo: { ...nothing, demo: true },
} as const satisfies Readonly<Record<string, Overview>>;
