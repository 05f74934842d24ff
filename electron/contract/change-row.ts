import * as v from 'valibot';

/** One field before and after, as people read it: `null` means that it was or is empty. */
export const fieldRowSchema = v.object({
  field: v.string(),
  label: v.string(),
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
});

export type FieldRow = v.InferOutput<typeof fieldRowSchema>;

/** What kind of news a change is; the page picks its icon by it and `gone` has no page in Redbooth to open. */
export const changeKinds = ['created', 'first-seen', 'updated', 'gone'] as const;
export const changeKindSchema = v.picklist(changeKinds);
export type ChangeKind = v.InferOutput<typeof changeKindSchema>;

/**
 * One row of the list. `sentence` and `detail` are the very words of the notification about it (shared look), made
 * by the app, so that row and notification never differ. `at` is milliseconds since 1970. `told` says whether a
 * notification was raised, and `reason` why or why not, as a stable word.
 */
export const changeRowSchema = v.object({
  id: v.string(),
  /** Which of the user’s accounts it was seen with; overview.account.id is the one in use. */
  accountId: v.string(),
  taskId: v.string(),
  /** The name of the task as of this change. */
  taskName: v.string(),
  kind: changeKindSchema,
  sentence: v.string(),
  detail: v.string(),
  actor: v.nullable(v.object({ userId: v.nullable(v.string()), name: v.string(), initials: v.string() })),
  project: v.nullable(v.object({ id: v.string(), name: v.string() })),
  /** Told only where the user belongs to several. */
  organization: v.nullable(v.object({ id: v.string(), name: v.string() })),
  fields: v.array(fieldRowSchema),
  quote: v.nullable(v.string()),
  at: v.number(),
  unread: v.boolean(),
  told: v.boolean(),
  reason: v.string(),
  /** The same in a sentence, with the rule that decided. */
  why: v.string(),
  /** When it is told again, in ms since 1970; null when it is not snoozed. */
  snoozedUntil: v.nullable(v.number()),
  canOpen: v.boolean(),
  /**
   * Whether the task was resolved when it was last read, which is newer than the change itself. Null where nothing can be
   * done to it from here: it is gone, or was seen with another account.
   */
  isResolved: v.nullable(v.boolean()),
});

/** One row of the list of recent changes. */
export type ChangeRow = v.InferOutput<typeof changeRowSchema>;
