import * as v from 'valibot';
import { changeRowSchema } from './change-row.ts';
import { ruleSubjects } from './rules.ts';

const id = v.pipe(v.string(), v.regex(/^\d{1,19}$/));

/** Which changes a list is about; every part narrows it. */
export const changeFilterSchema = v.object({
  show: v.picklist(['all', 'unread']),
  /** Words that the title, the project, a person or the comment begins a word with; null or empty for any. */
  text: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  projectId: v.nullable(id),
  /** The user who did it. */
  personId: v.nullable(id),
  taskId: v.nullable(id),
  subject: v.nullable(v.picklist(ruleSubjects)),
  /** Only what this notification told. */
  notificationId: v.nullable(id),
});
export type ChangeFilter = v.InferOutput<typeof changeFilterSchema>;

/** A filter that lets everything through. */
export const noFilter: ChangeFilter = {
  show: 'all',
  text: null,
  projectId: null,
  personId: null,
  taskId: null,
  subject: null,
  notificationId: null,
};

const facetSchema = v.object({ id: v.string(), name: v.string(), count: v.number() });

/** What the list can be narrowed to, the most frequent first. */
export const facetsSchema = v.object({
  /** `organization`: its name, where the user is in several. */
  projects: v.array(v.object({ ...facetSchema.entries, organization: v.nullable(v.string()) })),
  people: v.array(facetSchema),
});
export type Facets = v.InferOutput<typeof facetsSchema>;

const commentSchema = v.object({
  id: v.string(),
  author: v.string(),
  initials: v.string(),
  userId: v.nullable(v.string()),
  body: v.string(),
  at: v.number(),
});

/** A hook as it came, with nothing of the secret. */
const rawHookSchema = v.object({
  id: v.string(),
  action: v.string(),
  source: v.string(),
  receivedAt: v.number(),
  result: v.nullable(v.string()),
});

/** A task with all that is known of it here. Times are ms since 1970; words are ready to be shown, in plain text. */
export const taskDetailSchema = v.object({
  taskId: v.string(),
  name: v.string(),
  /** When what follows was read from Redbooth. */
  readAt: v.number(),
  isGone: v.boolean(),
  status: v.string(),
  isUrgent: v.boolean(),
  isPrivate: v.boolean(),
  assignee: v.nullable(v.string()),
  due: v.nullable(v.string()),
  isOverdue: v.boolean(),
  project: v.nullable(v.string()),
  list: v.nullable(v.string()),
  creator: v.nullable(v.string()),
  description: v.string(),
  /** The newest at the end. Null when Redbooth could not be asked just now; `commentsFailure` says why. */
  comments: v.nullable(v.array(commentSchema)),
  commentsFailure: v.nullable(v.string()),
  /** The changes of the task seen here, newest first, at most 100. */
  history: v.array(changeRowSchema),
  hooks: v.array(rawHookSchema),
});
export type TaskDetail = v.InferOutput<typeof taskDetailSchema>;
