import * as v from 'valibot';
import {
  id,
  markedUsernames,
  optionalDate,
  optionalFlag,
  optionalId,
  optionalStatus,
  optionalTime,
  text,
} from './reply-fields.ts';
import type { Edit, TaskComment } from './task.ts';

/** An edit of a field that is never empty: null means not said (a plain comment has `previous_is_private: null`). */
const edit = <Value>(before: Value | null, after: Value | null): Edit<Value> | null =>
  before === null || after === null || before === after ? null : { before, after };

/** An edit of a field that may be empty: null means empty, and only a missing key means not said. */
const editOfOptional = <Value>(
  before: Value | null | undefined,
  after: Value | null | undefined,
): Edit<Value | null> | null =>
  before === undefined || after === undefined || before === after ? null : { before, after };

/** A comment as GET /comments shows it (redbooth-api, 6): an edit is there only where both sides are said and differ. */
export const commentSchema = v.pipe(
  v.object({
    id,
    user_id: optionalId,
    body: text,
    body_html: markedUsernames,
    created_at: optionalTime,
    status: optionalStatus,
    previous_status: optionalStatus,
    assigned_id: v.optional(optionalId),
    previous_assigned_id: v.optional(optionalId),
    due_on: v.optional(optionalDate),
    previous_due_on: v.optional(optionalDate),
    urgent: optionalFlag,
    previous_urgent: optionalFlag,
    is_private: optionalFlag,
    previous_is_private: optionalFlag,
  }),
  v.transform((row): TaskComment => ({
    id: row.id,
    userId: row.user_id,
    body: row.body,
    markedUsernames: row.body_html,
    createdAt: row.created_at ?? 0,
    status: edit(row.previous_status, row.status),
    assignedPersonId: editOfOptional(row.previous_assigned_id, row.assigned_id),
    dueOn: editOfOptional(row.previous_due_on, row.due_on),
    isUrgent: edit(row.previous_urgent, row.urgent),
    isPrivate: edit(row.previous_is_private, row.is_private),
  })),
);
