import type { Overview } from '../../electron/contract/index.ts';
import { anAccountView } from '../fakes/account.ts';

/** An app at rest: signed in, reachable, nothing unread. */
export const restingOverview: Overview = {
  version: '1.0.0',
  host: 'desktop',
  demo: false,
  language: 'en',
  timeZone: null,
  hookSource: 'tunnel',
  reachability: { state: 'online', sentence: 'Reachable', detail: null, cause: null, provenAt: 0 },
  account: anAccountView(),
  hookUrls: [
    {
      id: '1',
      name: 'My organisation',
      url: 'https://a.example/s',
      createdAt: 0,
      lastArrivalAt: null,
      previousUntil: null,
    },
  ],
  hooksPage: 'https://redbooth.com/a/',
  unread: 0,
  pause: { state: 'running' },
  quiet: null,
  notificationMute: null,
  notices: [],
  welcomed: true,
  updates: { status: { state: 'idle' }, checksDaily: true, checkedAt: null },
};

export const offline: Overview['reachability'] = {
  state: 'offline',
  sentence: 'Not reachable',
  detail: null,
  cause: 'dns',
  provenAt: null,
};
export const signedOut: Overview['account'] = anAccountView({
  state: 'signed-out',
  user: null,
  sentence: 'Not signed in',
  canSignOut: false,
});
