import * as v from 'valibot';
import { languageSchema } from './language.ts';
import { notificationMuteSchema } from './rules.ts';
import { signInProgressSchema } from './sign-in.ts';
import { updatesSchema } from './updates.ts';

export const reachabilityStates = [
  'connecting',
  'online',
  'degraded',
  'offline',
  'name-lost',
  'off',
  'polling',
] as const;

/**
 * Whether Redbooth can reach the hook URL. `online` means that the app has just reached itself through it; `polling` that no
 * hook is wanted, as the app asks Redbooth every minute.
 */
export const reachabilityStateSchema = v.picklist(reachabilityStates);
export type ReachabilityState = v.InferOutput<typeof reachabilityStateSchema>;

/**
 * Reachability in plain words: `sentence` for the pill ("Reachable"), `detail` for what it means and what to do
 * (null when there is nothing to do). `provenAt` is when the public URL last answered with our nonce, in ms.
 * `cause` is a stable word for the trouble, shown in small print only.
 */
export const reachabilitySchema = v.object({
  state: reachabilityStateSchema,
  sentence: v.string(),
  detail: v.nullable(v.string()),
  cause: v.nullable(v.string()),
  provenAt: v.nullable(v.number()),
});
export type Reachability = v.InferOutput<typeof reachabilitySchema>;

export const accountStates = ['signed-out', 'signed-in', 'expired'] as const;
export const accountSchema = v.object({
  /** The app's own id of the account, the same at every start; null until Redbooth has said who is signed in. */
  id: v.nullable(v.string()),
  state: v.picklist(accountStates),
  user: v.nullable(v.string()),
  sentence: v.string(),
  /** Whether the app keeps a sign-in of the user’s that it can forget. */
  canSignOut: v.boolean(),
  /** Whether the environment decides who is signed in, so that nothing about it can be changed here. */
  isFromEnvironment: v.boolean(),
  signIn: signInProgressSchema,
});
export type Account = v.InferOutput<typeof accountSchema>;

/** One hook URL: `url` is the public address to paste into Redbooth, null while the tunnel has none yet. */
export const hookUrlSchema = v.object({
  id: v.string(),
  name: v.string(),
  url: v.nullable(v.string()),
  createdAt: v.number(),
  lastArrivalAt: v.nullable(v.number()),
  /** After a rotation: until when the address before it still works. */
  previousUntil: v.nullable(v.number()),
});
export type HookUrl = v.InferOutput<typeof hookUrlSchema>;

/** What a banner offers to do about its cause. */
export const noticeActions = [
  'copy-hook-url',
  'open-hooks-page',
  'show-hook-urls',
  'show-tunnel',
  'test-reachability',
  'poll-instead',
  'sign-in',
  'open-notification-settings',
  'test-notification',
  'download-update',
  'install-update',
  'show-updates',
  'dismiss',
] as const;
export const noticeActionSchema = v.picklist(noticeActions);
export type NoticeAction = v.InferOutput<typeof noticeActionSchema>;

/** Something that needs a person: shown as a banner until its cause is gone. */
export const noticeSchema = v.object({
  id: v.string(),
  tone: v.picklist(['info', 'warn', 'bad']),
  title: v.string(),
  body: v.string(),
  actions: v.array(noticeActionSchema),
});
export type Notice = v.InferOutput<typeof noticeSchema>;

/** `until` is in ms since 1970; null means until resumed. */
export const pauseSchema = v.variant('state', [
  v.object({ state: v.literal('running') }),
  v.object({ state: v.literal('paused'), until: v.nullable(v.number()) }),
]);
export type Pause = v.InferOutput<typeof pauseSchema>;

/** How changes come to be known: by hooks that reach the listener, by those of a team's stream, or by asking Redbooth every minute. */
export const hookSourceSchema = v.picklist(['tunnel', 'team', 'polling']);
export type HookSource = v.InferOutput<typeof hookSourceSchema>;

/** Everything the page shows around the list. Pushed whole whenever any of it changes. */
export const overviewSchema = v.object({
  version: v.string(),
  host: v.picklist(['desktop', 'headless']),
  demo: v.boolean(),
  /** The language of everything that the app says in words. */
  language: languageSchema,
  /** Whose clocks days and hours go by (IANA; null: the computer’s own). */
  timeZone: v.nullable(v.string()),
  hookSource: hookSourceSchema,
  reachability: reachabilitySchema,
  account: accountSchema,
  hookUrls: v.array(hookUrlSchema),
  hooksPage: v.string(),
  unread: v.number(),
  pause: pauseSchema,
  /** Quiet hours in force; `until` is in ms since 1970, null when they have no end. */
  quiet: v.nullable(v.object({ until: v.nullable(v.number()) })),
  /** What a button of a notification muted last, while that is in force. */
  notificationMute: v.nullable(notificationMuteSchema),
  notices: v.array(noticeSchema),
  /** Whether the welcome was gone through, or is not wanted: it is not shown by itself any more. */
  welcomed: v.boolean(),
  updates: updatesSchema,
});

/** The state of the app as the page sees it. */
export type Overview = v.InferOutput<typeof overviewSchema>;
