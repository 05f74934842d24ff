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
  taskId: v.string(),
  kind: changeKindSchema,
  sentence: v.string(),
  detail: v.string(),
  actor: v.nullable(v.object({ userId: v.nullable(v.string()), name: v.string(), initials: v.string() })),
  project: v.nullable(v.object({ id: v.string(), name: v.string() })),
  fields: v.array(fieldRowSchema),
  quote: v.nullable(v.string()),
  at: v.number(),
  unread: v.boolean(),
  told: v.boolean(),
  reason: v.string(),
  canOpen: v.boolean(),
});

/** One row of the list of recent changes. */
export type ChangeRow = v.InferOutput<typeof changeRowSchema>;
