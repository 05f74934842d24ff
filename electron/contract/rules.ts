import * as v from 'valibot';

/** What a change is about, as the rules tell it apart; one change may be about several. */
export const ruleSubjects = [
  'assigned',
  'mention',
  'comment',
  'status',
  'due-date',
  'urgent',
  'created',
  'deleted',
  'other',
] as const;
export type RuleSubject = (typeof ruleSubjects)[number];

/**
 * Whose task it is: `mine` (assigned to me, taken from me, or created by me), `watched`, in a project of my choosing, or any
 * other. The first that fits counts.
 */
export const ruleScopes = ['mine', 'watched', 'chosen', 'other'] as const;
export type RuleScope = (typeof ruleScopes)[number];

/** What becomes of a change: a notification, a row of the list, or nothing that is shown. */
export const ruleLevels = ['notify', 'list', 'ignore'] as const;
const ruleLevelSchema = v.picklist(ruleLevels);
export type RuleLevel = v.InferOutput<typeof ruleLevelSchema>;

const scopesSchema = v.object({
  mine: ruleLevelSchema,
  watched: ruleLevelSchema,
  chosen: ruleLevelSchema,
  other: ruleLevelSchema,
});

/** The rules as a table: for each subject, what becomes of it in each scope. */
export const ruleTableSchema = v.object({
  assigned: scopesSchema,
  mention: scopesSchema,
  comment: scopesSchema,
  status: scopesSchema,
  'due-date': scopesSchema,
  urgent: scopesSchema,
  created: scopesSchema,
  deleted: scopesSchema,
  other: scopesSchema,
} satisfies Record<RuleSubject, unknown>);
export type RuleTable = v.InferOutput<typeof ruleTableSchema>;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, like 18:30'));

/** A time in which nothing is shown. `to` at or before `from` is on the next day; `days` are those on which it begins. */
export const quietHoursSchema = v.object({
  days: v.pipe(v.array(v.picklist(weekdays)), v.minLength(1), v.maxLength(7)),
  from: timeOfDay,
  to: timeOfDay,
});
export type QuietHours = v.InferOutput<typeof quietHoursSchema>;

export const muteKinds = ['task', 'project', 'organization', 'person'] as const;
export const muteKindSchema = v.picklist(muteKinds);
export type MuteKind = v.InferOutput<typeof muteKindSchema>;

/** Something of which nothing is told. `until` is ms since 1970; null means until it is taken back. */
export const muteSchema = v.object({
  id: v.string(),
  kind: muteKindSchema,
  label: v.string(),
  until: v.nullable(v.number()),
});
export type Mute = v.InferOutput<typeof muteSchema>;

/**
 * A task that was muted by a button of a notification, whose newest change is `changeId`; `until` is in ms since 1970. By `id` the
 * mute is taken back, by `readAt` the reading that came with it (null: nothing was unread).
 */
export const notificationMuteSchema = v.object({
  id: v.string(),
  changeId: v.string(),
  until: v.nullable(v.number()),
  readAt: v.nullable(v.number()),
});
export type NotificationMute = v.InferOutput<typeof notificationMuteSchema>;
