import * as v from 'valibot';
import type { ApiHandler, ApiParts } from './api-handler.ts';
import { idField } from './api-fields.ts';
import type { Comment } from './entities.ts';
import { json, readBody } from './http.ts';
import { pageOf } from './paging.ts';

const commentSchema = v.object({
  target_type: v.pipe(v.string(), v.toLowerCase(), v.literal('task')),
  target_id: idField,
  body: v.pipe(v.string(), v.minLength(1)),
});

/** GET /comments for a task, POST /comments. */
export const createCommentsApi = ({ world, wire, quirks, replies, actions }: ApiParts): ApiHandler => {
  const since = (comment: Comment, from: string | null): boolean =>
    from === null || !quirks.commentsCreatedFrom || comment.createdAt >= Number(from) * 1000;

  return ({ request, user, method, resource, id }) => {
    if (resource !== 'comments' || id !== null) return null;
    const { query } = request;

    if (method === 'POST') {
      const asked = v.safeParse(commentSchema, readBody(request));
      if (!asked.success) return replies.unprocessable();
      const task = world.tasks.get(asked.output.target_id);
      if (!task || task.isDeleted || !world.canSee(user, task)) return replies.notFound();
      const { commentId } = actions.comment(task.id, asked.output.body, user.username);
      const comment = world.comments.get(task.id)?.find((row) => row.id === commentId);
      return comment ? json(201, wire.comment(comment)) : null;
    }

    if (method !== 'GET') return null;
    const targetId = query.get('target_id');
    const targetType = query.get('target_type')?.toLowerCase();
    if (targetId === null || targetType === undefined) return replies.badRequest({ target_id: ["can't be blank"] });
    const task = targetType === 'task' ? world.tasks.get(targetId) : undefined;
    if (!task || task.isDeleted) return replies.notFound();
    if (!world.canSee(user, task)) return quirks.hiddenTask === 'forbidden' ? replies.forbidden() : replies.notFound();
    return pageOf({
      rows: (world.comments.get(task.id) ?? []).filter((comment) => since(comment, query.get('created_from'))),
      keys: { created_at: (comment) => comment.createdAt, updated_at: (comment) => comment.updatedAt },
      request,
      quirks,
      write: wire.comment,
    });
  };
};
