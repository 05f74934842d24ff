import { type ActionOptions, type ActionParts, livingTask } from './action-parts.ts';
import type { Comment, Task, User } from './entities.ts';
import { mentions } from './mentions.ts';
import type { World } from './world.ts';

type CommentDone = { readonly taskId: string; readonly commentId: string };

export type CommentActions = {
  comment(taskId: string, body: string, by: string, options?: ActionOptions): CommentDone;
  editComment(taskId: string, commentId: string, body: string, by: string, options?: ActionOptions): CommentDone;
  deleteComment(taskId: string, commentId: string, by: string, options?: ActionOptions): CommentDone;
};

/** Keeps the comment that an edit from `before` to `after` leaves, and whoever it names as watchers; saves the task. */
export const addComment = (world: World, now: number, before: Task, after: Task, user: User, body: string): Comment => {
  const comment: Comment = {
    id: world.nextId('comment'),
    taskId: after.id,
    projectId: after.projectId,
    userId: user.id,
    body,
    createdAt: now,
    updatedAt: now,
    status: { before: before.status, after: after.status },
    assignedPersonId: { before: before.assignedPersonId, after: after.assignedPersonId },
    dueOn: { before: before.dueOn, after: after.dueOn },
    isUrgent: { before: before.isUrgent, after: after.isUrgent },
    isPrivate: { before: before.isPrivate, after: after.isPrivate },
  };
  world.comments.set(after.id, [...(world.comments.get(after.id) ?? []), comment]);
  const named = [...world.users.values()].filter(
    ({ id, username }) => world.personOf(id, after.projectId) && mentions(body, username),
  );
  const joining = body === '' ? [] : [user.id, ...named.map(({ id }) => id)];
  world.tasks.set(after.id, {
    ...after,
    commentsCount: after.commentsCount + 1,
    watcherUserIds: [...new Set([...after.watcherUserIds, ...joining])],
  });
  return comment;
};

/** What people do with comments. */
export const createCommentActions = ({ world, clock, quirks, fireHook }: ActionParts): CommentActions => {
  const commentOf = (taskId: string, commentId: string): Comment => {
    const comment = world.comments.get(taskId)?.find(({ id }) => id === commentId);
    if (!comment) throw new Error(`the simulation has no comment ${commentId} on task ${taskId}`);
    return comment;
  };
  const touch = (taskId: string, more: Partial<Task>, by: string, { silently }: ActionOptions): void => {
    const user = world.userNamed(by);
    const task = livingTask(world, taskId);
    world.tasks.set(taskId, {
      ...task,
      ...more,
      ...(quirks.commentEditUpdatesTask
        ? { updatedAt: clock.now(), updatedByUserId: quirks.commentSetsUpdatedBy ? user.id : task.updatedByUserId }
        : {}),
    });
    if (silently !== true && quirks.commentEditUpdatesTask) fireHook('update', world.task(taskId));
  };

  return {
    comment: (taskId, body, by, { silently } = {}) => {
      const before = livingTask(world, taskId);
      const user = world.userNamed(by);
      const after: Task = {
        ...before,
        updatedAt: clock.now(),
        updatedByUserId: quirks.commentSetsUpdatedBy ? user.id : before.updatedByUserId,
      };
      const comment = addComment(world, clock.now(), before, after, user, body);
      if (silently !== true && quirks.commentFiresHook) fireHook('update', world.task(taskId));
      return { taskId, commentId: comment.id };
    },

    editComment: (taskId, commentId, body, by, options = {}) => {
      const edited: Comment = { ...commentOf(taskId, commentId), body, updatedAt: clock.now() };
      const comments = world.comments.get(taskId) ?? [];
      world.comments.set(
        taskId,
        comments.map((comment) => (comment.id === commentId ? edited : comment)),
      );
      touch(taskId, {}, by, options);
      return { taskId, commentId };
    },

    deleteComment: (taskId, commentId, by, options = {}) => {
      const { id } = commentOf(taskId, commentId);
      world.comments.set(
        taskId,
        (world.comments.get(taskId) ?? []).filter((comment) => comment.id !== id),
      );
      touch(taskId, { commentsCount: world.task(taskId).commentsCount - 1 }, by, options);
      return { taskId, commentId };
    },
  };
};
