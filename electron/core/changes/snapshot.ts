import * as v from 'valibot';
import type { Task } from '../redbooth/task.ts';

/** What we last saw of a task. `lastCommentId` is the newest comment already told or passed over. */
export type Snapshot = {
  readonly task: Task;
  readonly lastCommentId: string | null;
  /** When it was read, in ms since 1970. */
  readonly readAt: number;
  readonly goneAt: number | null;
};

const text = v.nullable(v.string());

/** A task as the history file keeps it. */
export const storedTaskSchema: v.GenericSchema<unknown, Task> = v.object({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  status: v.string(),
  assignedPersonId: text,
  dueOn: text,
  isUrgent: v.boolean(),
  isPrivate: v.boolean(),
  projectId: v.string(),
  taskListId: text,
  creatorUserId: text,
  updatedByUserId: text,
  watcherUserIds: v.array(v.string()),
  commentsCount: v.number(),
  createdAt: v.number(),
  updatedAt: v.number(),
});
