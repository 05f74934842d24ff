import * as v from 'valibot';
import { changeRowSchema } from './change-row.ts';
import { checkReportSchema } from './checks.ts';
import { changeHistorySettingsSchema, historySettingsSchema } from './history-settings.ts';
import { changeFilterSchema, facetsSchema, taskDetailSchema } from './inbox.ts';
import { receivedRequestSchema } from './inspection.ts';
import { languageSchema } from './language.ts';
import { organizationSchema } from './organization.ts';
import { tunnelChoiceSchema, tunnelSettingsSchema } from './tunnel-choice.ts';
import { teamChoiceSchema, teamSettingsSchema } from './team.ts';
import { hookSourceSchema, overviewSchema, reachabilitySchema } from './overview.ts';
import { ownSoundSchema, preferenceChangeSchema, preferencesSchema } from './preferences.ts';
import { muteKindSchema, muteSchema } from './rules.ts';
import {
  portableKeySchema,
  savedSchema,
  settingsChangedSchema,
  settingsDifferenceSchema,
  settingsImportSchema,
  settingsTextSchema,
} from './settings-transfer.ts';
import { signInSettingsSchema } from './sign-in.ts';
import { systemSettingsSchema, trayIconSchema } from './system-settings.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,40}$/));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
const nothing = v.null();
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_080));
/** An id or secret of an OAuth application, as Redbooth shows it: visible ASCII. */
const credential = v.pipe(v.string(), v.trim(), v.regex(/^[\x21-\x7e]{1,400}$/, 'must be without spaces'));

/**
 * What became of a click that opens a page: done by the app, or a link for the page itself to open, or no page but the list,
 * filtered to what that notification told, or nothing to open.
 */
export const openedSchema = v.variant('kind', [
  v.object({ kind: v.literal('opened') }),
  v.object({ kind: v.literal('link'), url: v.string() }),
  v.object({ kind: v.literal('list'), notificationId: v.string() }),
  v.object({ kind: v.literal('nothing') }),
]);
export type Opened = v.InferOutput<typeof openedSchema>;

/** What became of a text to copy: done by the app, or a text for the page itself to copy, or nothing to copy. */
export const copiedSchema = v.variant('kind', [
  v.object({ kind: v.literal('copied') }),
  v.object({ kind: v.literal('text'), text: v.string() }),
  v.object({ kind: v.literal('nothing') }),
]);
export type Copied = v.InferOutput<typeof copiedSchema>;

/** What became of the wish for a demo: it runs now, or is started by a command of the user’s own. */
export const startedDemoSchema = v.variant('kind', [
  v.object({ kind: v.literal('started') }),
  v.object({ kind: v.literal('command'), command: v.string() }),
]);
export type StartedDemo = v.InferOutput<typeof startedDemoSchema>;

const definitions = {
  overview: { payload: nothing, answer: overviewSchema },
  changes: {
    payload: v.object({
      before: v.nullable(id),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
      filter: changeFilterSchema,
    }),
    /** `total`: how many the filter lets through, on all pages. */
    answer: v.object({ rows: v.array(changeRowSchema), next: v.nullable(v.string()), total: v.number() }),
  },
  facets: { payload: nothing, answer: facetsSchema },
  'task-detail': { payload: v.object({ changeId: id }), answer: taskDetailSchema },
  'read-changes': {
    payload: v.variant('which', [
      v.object({ which: v.literal('all') }),
      v.object({ which: v.literal('some'), ids: v.pipe(v.array(id), v.maxLength(500)) }),
    ]),
    /** `readAt` is what to undo it by; null when none of them was unread. */
    answer: v.object({ unread: v.number(), readAt: v.nullable(v.number()) }),
  },
  /** Makes unread again what that reading marked as read; only the latest readings of this run can be undone. */
  'undo-read': { payload: v.object({ readAt: v.number() }), answer: v.object({ unread: v.number() }) },
  'unread-changes': {
    payload: v.object({ ids: v.pipe(v.array(id), v.maxLength(500)) }),
    answer: v.object({ unread: v.number() }),
  },
  'open-change': { payload: v.object({ id }), answer: openedSchema },
  'open-notification': { payload: v.object({ id }), answer: openedSchema },
  /** Writes to Redbooth, as the user, about the task of a change. */
  'resolve-task': { payload: v.object({ changeId: id }), answer: v.object({ isResolved: v.boolean() }) },
  'reopen-task': { payload: v.object({ changeId: id }), answer: v.object({ isResolved: v.boolean() }) },
  'comment-on-task': {
    payload: v.object({ changeId: id, body: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(10_000)) }),
    answer: nothing,
  },
  'copy-hook-url': { payload: v.object({ id }), answer: copiedSchema },
  'open-hooks-page': { payload: nothing, answer: openedSchema },
  'add-hook-url': { payload: v.object({ name }), answer: nothing },
  'rename-hook-url': { payload: v.object({ id, name }), answer: nothing },
  'revoke-hook-url': { payload: v.object({ id }), answer: nothing },
  /** A new secret; the address before it goes on working for a grace time. */
  'rotate-hook-url': { payload: v.object({ id }), answer: nothing },
  organizations: { payload: nothing, answer: v.array(organizationSchema) },
  'open-organization-hooks-page': { payload: v.object({ id }), answer: openedSchema },
  'copy-organization-message': { payload: v.object({ id }), answer: copiedSchema },
  'tunnel-settings': { payload: nothing, answer: tunnelSettingsSchema },
  'choose-tunnel': { payload: tunnelChoiceSchema, answer: nothing },
  'choose-hook-source': { payload: v.object({ source: hookSourceSchema }), answer: nothing },
  'team-settings': { payload: nothing, answer: teamSettingsSchema },
  /** Takes the hooks of a team from now on. */
  'choose-team': { payload: teamChoiceSchema, answer: nothing },
  'copy-local-address': { payload: nothing, answer: copiedSchema },
  'received-requests': { payload: nothing, answer: v.array(receivedRequestSchema) },
  'replay-request': { payload: v.object({ id }), answer: nothing },
  'copy-request-as-curl': { payload: v.object({ id }), answer: copiedSchema },
  'dismiss-notice': { payload: v.object({ id: v.pipe(v.string(), v.maxLength(60)) }), answer: nothing },
  'test-reachability': { payload: nothing, answer: reachabilitySchema },
  pause: {
    payload: v.object({ minutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_080))) }),
    answer: nothing,
  },
  resume: { payload: nothing, answer: nothing },
  /** Raises a notification that tells of nothing, also while notifications are paused. */
  'test-notification': { payload: nothing, answer: nothing },
  /** Plays one of the app’s own sounds, to try it. */
  'play-sound': { payload: v.object({ sound: ownSoundSchema }), answer: nothing },
  preferences: { payload: nothing, answer: preferencesSchema },
  /** All of what is given, or none of it. */
  'change-preferences': { payload: preferenceChangeSchema, answer: nothing },
  /** The settings that a person may take along, as a file without anything secret. */
  'export-settings': { payload: nothing, answer: savedSchema },
  /** What the text of such a file would change; it changes nothing. */
  'preview-settings-import': { payload: v.object({ text: settingsTextSchema }), answer: settingsImportSchema },
  /** All of it, or nothing. */
  'import-settings': { payload: v.object({ text: settingsTextSchema }), answer: settingsChangedSchema },
  'preview-settings-reset': {
    payload: v.object({ keys: v.array(portableKeySchema) }),
    answer: settingsDifferenceSchema,
  },
  'reset-settings': { payload: v.object({ keys: v.array(portableKeySchema) }), answer: settingsChangedSchema },
  /** Marks a change read, and tells it again after so many minutes. Reading or opening it before takes that back. */
  'snooze-change': { payload: v.object({ changeId: id, minutes }), answer: nothing },
  /** Tells nothing more of the task, the project or the person of a change; null minutes: until it is taken back. */
  'mute-change': {
    payload: v.object({ changeId: id, kind: muteKindSchema, minutes: v.nullable(minutes) }),
    /** By what to take it back: the mute, and the reading of what was unread of it; null when nothing was. */
    answer: v.object({ id: v.string(), readAt: v.nullable(v.number()) }),
  },
  mutes: { payload: nothing, answer: v.array(muteSchema) },
  unmute: { payload: v.object({ id }), answer: nothing },
  /** Opens the system’s own settings for notifications. */
  'open-notification-settings': { payload: nothing, answer: openedSchema },
  /** The welcome is not shown by itself any more. */
  'finish-welcome': { payload: nothing, answer: nothing },
  /** Starts the app once more against a pretend Redbooth, with a data directory of its own. */
  'start-demo': { payload: nothing, answer: startedDemoSchema },
  /** A text for whoever helps: states, counts and error codes, without anything secret or private. */
  'copy-diagnostics': { payload: nothing, answer: copiedSchema },
  /** Checks everything the app stands on; null: in its own language. Takes up to 20 s. */
  'run-checks': { payload: v.object({ language: v.nullable(languageSchema) }), answer: checkReportSchema },
  /** What came of the last checks, as a text without names and addresses. */
  'copy-checks': { payload: nothing, answer: copiedSchema },
  'system-settings': { payload: nothing, answer: systemSettingsSchema },
  /** Changes what is given; answers with what the system made of it. */
  'change-system-settings': {
    payload: v.object({ startsAtLogin: v.optional(v.boolean()), trayIcon: v.optional(trayIconSchema) }),
    answer: systemSettingsSchema,
  },

  'sign-in-settings': { payload: nothing, answer: signInSettingsSchema },
  'open-applications-page': { payload: nothing, answer: openedSchema },
  'copy-redirect-address': { payload: nothing, answer: copiedSchema },
  /** Keeps the user's own OAuth application. Without a secret the kept one stays, for the same id only. */
  'save-application': { payload: v.object({ id: credential, secret: v.nullable(credential) }), answer: nothing },
  /** Opens Redbooth's page; how it goes on is told in the overview. */
  'sign-in': { payload: nothing, answer: openedSchema },
  'cancel-sign-in': { payload: nothing, answer: nothing },
  /** Forgets the tokens; hook URLs stay. */
  'sign-out': { payload: v.object({ deleteHistory: v.boolean(), forgetApplication: v.boolean() }), answer: nothing },
  /** Deletes hooks, changes, notifications and all that is known of tasks, and stays signed in. */
  'delete-history-now': { payload: nothing, answer: nothing },
  'history-settings': { payload: nothing, answer: historySettingsSchema },
  'change-history-settings': { payload: changeHistorySettingsSchema, answer: nothing },
  /** Looks for a newer release. How this and the two that follow go on is told in the overview. */
  'check-for-updates': { payload: nothing, answer: nothing },
  'download-update': { payload: nothing, answer: nothing },
  /** Puts the downloaded release in the place of this copy, and restarts the app. */
  'install-update': { payload: nothing, answer: nothing },
  'change-updates': { payload: v.object({ checksDaily: v.boolean() }), answer: nothing },
  /** The notes of the newer release, as plain text that may look like anything; null while there is none. */
  'release-notes': { payload: nothing, answer: v.nullable(v.string()) },
  /** Whether secrets may be kept in a file that is not encrypted, where there is no keyring. */
  'allow-weak-storage': { payload: v.object({ allowed: v.boolean() }), answer: nothing },
} as const;

export type RequestName = keyof typeof definitions;
export type RequestPayload<Name extends RequestName> = v.InferOutput<(typeof definitions)[Name]['payload']>;
export type RequestAnswer<Name extends RequestName> = v.InferOutput<(typeof definitions)[Name]['answer']>;

/** Whether `name` is a request of the contract (own keys only: the name comes from outside). */
export const isRequestName = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requests, name);

/**
 * All that the page may ask of the app, the same over Electron's IPC and over the headless host's HTTP. Both sides
 * check both schemas. A request without a payload sends null.
 */
export const requests: {
  readonly [Name in RequestName]: {
    readonly payload: v.GenericSchema<unknown, RequestPayload<Name>>;
    readonly answer: v.GenericSchema<unknown, RequestAnswer<Name>>;
  };
} = definitions;
