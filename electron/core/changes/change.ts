import * as v from 'valibot';
import type { changeKinds } from '../../contract/index.ts';
import { ruleScopes, ruleSubjects } from '../../contract/rules.ts';

const text = v.nullable(v.string());

/** The fields of a task whose changes are told, by the API's names. Reordering, counters and the like are noise. */
export const trackedFields = [
  'name',
  'status',
  'assigned_id',
  'due_on',
  'urgent',
  'description',
  'is_private',
  'project_id',
  'task_list_id',
] as const;
export type TrackedField = (typeof trackedFields)[number];

const personSchema = v.object({ userId: v.string(), name: v.string(), fullName: v.string() });

/** Somebody as a sentence names them. */
export type NamedPerson = v.InferOutput<typeof personSchema>;

/**
 * One field before and after. Values are the API's own as text (`resolved`, `2026-12-03`, `true`), but ids of people, projects
 * and lists are given as their names. `beforeIsMe` and `afterIsMe` are meant for the assignee only.
 */
const editSchema = v.object({
  field: v.picklist(trackedFields),
  before: text,
  after: text,
  beforeIsMe: v.boolean(),
  afterIsMe: v.boolean(),
});
export type FieldEdit = v.InferOutput<typeof editSchema>;

/**
 * All that is told about a change, fixed when it is recorded, so that nothing has to be looked up to show it again:
 * names as they were then, and how the task related to the signed-in user.
 */
export const changeAccountSchema = v.object({
  title: v.string(),
  project: v.nullable(v.object({ id: v.string(), name: v.string() })),
  organizationId: v.optional(text, null),
  url: text,
  actor: v.nullable(personSchema),
  isOwn: v.boolean(),
  edits: v.array(editSchema),
  comment: v.nullable(v.object({ id: v.string(), body: v.string(), mentionsMe: v.boolean() })),
  assignee: v.nullable(personSchema),
  dueOn: text,
  relation: v.object({ assigned: v.boolean(), wasAssigned: v.boolean(), created: v.boolean(), watching: v.boolean() }),
});
export type ChangeAccount = v.InferOutput<typeof changeAccountSchema>;

export const changeSourceSchema = v.picklist(['hook', 'catch-up']);

/** A recorded change. `id` rises in the order of recording; times are ms since 1970. */
export type Change = {
  readonly id: string;
  readonly accountId: string;
  readonly taskId: string;
  readonly kind: (typeof changeKinds)[number];
  readonly account: ChangeAccount;
  readonly source: v.InferOutput<typeof changeSourceSchema>;
  /** The hooks it came by, in the journal; empty for one that the catch-up found. */
  readonly hookIds: readonly string[];
  /** The last journal entry behind it, of whatever source. */
  readonly lastHookId: number | null;
  readonly happenedAt: number;
  readonly recordedAt: number;
  readonly decision: Decision | null;
  readonly readAt: number | null;
};

/** The cell of the rules that decided, and for a muted change until when it was muted (ms; null: until taken back). */
export const decisionBasisSchema = v.object({
  subject: v.picklist(ruleSubjects),
  scope: v.picklist(ruleScopes),
  mutedUntil: v.optional(v.nullable(v.number())),
});

/** What the rules made of a change, with the reason kept as a stable word. No rule decided where there is no basis. */
export type Decision = {
  readonly kind: 'notified' | 'skipped';
  readonly reason: string;
  readonly basis?: v.InferOutput<typeof decisionBasisSchema>;
};

/** A change about to be recorded. */
export type NewChange = Pick<Change, 'kind' | 'account' | 'source' | 'happenedAt'>;
