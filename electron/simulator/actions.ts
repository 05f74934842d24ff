import type { ActionParts } from './action-parts.ts';
import { type CommentActions, createCommentActions } from './comment-actions.ts';
import { type DirectoryActions, createDirectoryActions } from './directory-actions.ts';
import { type MembershipActions, createMembershipActions } from './membership-actions.ts';
import { type TaskActions, createTaskActions } from './task-actions.ts';

/**
 * What people do in Redbooth, done by them at once. Each fires its hook unless told to be silent. Naming a user, task,
 * project or list that is not there throws: these are calls by tests and scripts, whose mistakes should be loud.
 */
export type Actions = TaskActions & CommentActions & MembershipActions & DirectoryActions;

/** Makes the actions on a world. */
export const createActions = (parts: ActionParts): Actions => ({
  ...createTaskActions(parts),
  ...createCommentActions(parts),
  ...createMembershipActions(parts),
  ...createDirectoryActions(parts),
});
