import * as v from 'valibot';
import {
  count,
  flag,
  id,
  idList,
  name,
  optionalDate,
  optionalId,
  optionalStatus,
  optionalTime,
  text,
} from './reply-fields.ts';
import type { Task } from './task.ts';

/**
 * A task as GET /tasks shows it (redbooth-api, GET /tasks/:id): only its ids must be there. Without a status it is `new`,
 * the server's own default; without a time it is from long ago.
 */
export const taskSchema = v.pipe(
  v.object({
    id,
    name,
    description: text,
    status: optionalStatus,
    assigned_id: optionalId,
    due_on: optionalDate,
    urgent: flag,
    is_private: flag,
    project_id: id,
    task_list_id: optionalId,
    user_id: optionalId,
    updated_by_id: optionalId,
    watcher_ids: idList,
    comments_count: count,
    created_at: optionalTime,
    updated_at: optionalTime,
  }),
  v.transform((row): Task => ({
    id: row.id,
    name: row.name,
    description: row.description,
    status: row.status ?? 'new',
    assignedPersonId: row.assigned_id,
    dueOn: row.due_on,
    isUrgent: row.urgent,
    isPrivate: row.is_private,
    projectId: row.project_id,
    taskListId: row.task_list_id,
    creatorUserId: row.user_id,
    updatedByUserId: row.updated_by_id,
    watcherUserIds: row.watcher_ids,
    commentsCount: row.comments_count,
    createdAt: row.created_at ?? 0,
    updatedAt: row.updated_at ?? row.created_at ?? 0,
  })),
);
