import type { Clock } from '../core/clock.ts';
import type { Comment, Pair, Project, Status, Task, TaskList, User } from './entities.ts';
import type { FireHook } from './hooks.ts';
import type { Quirks } from './quirks.ts';
import type { World } from './world.ts';

/** `silently` sends no hook, as when one gets lost. */
type ActionOptions = { readonly silently?: boolean };

type NewTask = ActionOptions & {
  readonly name: string;
  /** The creator's username. */
  readonly by: string;
  /** Name or id; the first project when left out. */
  readonly project?: string;
  /** Name or id; the project's first list when left out. */
  readonly taskList?: string;
  readonly description?: string;
  readonly assignedTo?: string;
  readonly status?: Status;
  readonly dueOn?: string;
  readonly isUrgent?: boolean;
  readonly isPrivate?: boolean;
  /** Usernames, besides the creator and the assignee. */
  readonly watchers?: readonly string[];
  /** ms since 1970; now when left out. */
  readonly createdAt?: number;
};

export type TaskEdit = {
  readonly name?: string;
  readonly description?: string | null;
  readonly status?: Status;
  /** A username, or null to take the task from whoever has it. */
  readonly assignedTo?: string | null;
  readonly dueOn?: string | null;
  readonly isUrgent?: boolean;
  readonly isPrivate?: boolean;
  /** Name or id of a list in the same project. */
  readonly taskList?: string;
  /** Replaces all watchers, by username. */
  readonly watchers?: readonly string[];
  readonly position?: number;
  /** Words said along with the edit: Redbooth keeps both in one comment. */
  readonly comment?: string;
};

/**
 * What people do in Redbooth, done by them at once. Each fires its hook unless told to be silent. Naming a user, task,
 * project or list that is not there throws: these are calls by tests and scripts, whose mistakes should be loud.
 */
export type Actions = {
  createTask(task: NewTask): { readonly taskId: string };
  /** `commentId` is null when the edit left no comment: renamed, described, moved, watched. */
  editTask(
    taskId: string,
    edit: TaskEdit,
    by: string,
    options?: ActionOptions,
  ): { readonly taskId: string; readonly commentId: string | null };
  comment(
    taskId: string,
    body: string,
    by: string,
    options?: ActionOptions,
  ): { readonly taskId: string; readonly commentId: string };
  deleteTask(taskId: string, by: string, options?: ActionOptions): { readonly taskId: string };
};

const differs = <Value>({ before, after }: Pair<Value>): boolean => before !== after;

/** Makes the actions on a world. `leavesComment` is asked for each edit: Redbooth's API may leave none. */
export const createActions = (options: {
  readonly world: World;
  readonly clock: Clock;
  readonly quirks: Quirks;
  readonly fireHook: FireHook;
  readonly leavesComment: () => boolean;
}): Actions => {
  const { world, clock, quirks, fireHook } = options;

  const listNamed = (projectId: string, taskList: string | undefined): TaskList => {
    const lists = [...world.taskLists.values()].filter((list) => list.projectId === projectId);
    const found =
      taskList === undefined ? lists[0] : lists.find(({ id, name }) => id === taskList || name === taskList);
    if (!found) throw new Error(`the simulation has no task list “${taskList ?? ''}” in project ${projectId}`);
    return found;
  };
  const personNamed = (username: string, projectId: string): string => {
    const person = world.personOf(world.userNamed(username).id, projectId);
    if (!person) throw new Error(`${username} has not joined project ${projectId}`);
    return person.id;
  };
  const livingTask = (taskId: string): Task => {
    const task = world.task(taskId);
    if (task.isDeleted) throw new Error(`task ${taskId} has been deleted`);
    return task;
  };
  const mentioned = (body: string): string[] =>
    [...world.users.values()].filter(({ username }) => mentions(body, username)).map(({ id }) => id);

  const addComment = (before: Task, after: Task, user: User, body: string): Comment => {
    const comment: Comment = {
      id: world.nextId('comment'),
      taskId: after.id,
      projectId: after.projectId,
      userId: user.id,
      body,
      createdAt: clock.now(),
      status: { before: before.status, after: after.status },
      assignedPersonId: { before: before.assignedPersonId, after: after.assignedPersonId },
      dueOn: { before: before.dueOn, after: after.dueOn },
      isUrgent: { before: before.isUrgent, after: after.isUrgent },
      isPrivate: { before: before.isPrivate, after: after.isPrivate },
    };
    world.comments.set(after.id, [...(world.comments.get(after.id) ?? []), comment]);
    const joining = body === '' ? [] : [user.id, ...mentioned(body)];
    world.tasks.set(after.id, {
      ...after,
      commentsCount: after.commentsCount + 1,
      watcherUserIds: [...new Set([...after.watcherUserIds, ...joining])],
    });
    return comment;
  };

  return {
    createTask: ({ silently, ...wanted }) => {
      const creator = world.userNamed(wanted.by);
      const first = [...world.projects.values()][0];
      const project: Project = world.projectNamed(wanted.project ?? first?.id ?? '');
      const list = listNamed(project.id, wanted.taskList);
      const assignee = wanted.assignedTo === undefined ? null : world.userNamed(wanted.assignedTo);
      const createdAt = wanted.createdAt ?? clock.now();
      const task: Task = {
        id: world.nextId('task'),
        name: wanted.name,
        description: wanted.description ?? null,
        descriptionUserId: wanted.description === undefined ? null : creator.id,
        status: wanted.status ?? 'new',
        assignedPersonId: assignee === null ? null : personNamed(assignee.username, project.id),
        dueOn: wanted.dueOn ?? null,
        isUrgent: wanted.isUrgent ?? false,
        isPrivate: wanted.isPrivate ?? false,
        projectId: project.id,
        taskListId: list.id,
        creatorUserId: creator.id,
        updatedByUserId: null,
        watcherUserIds: [
          ...new Set([
            creator.id,
            ...(assignee === null ? [] : [assignee.id]),
            ...(wanted.watchers ?? []).map((username) => world.userNamed(username).id),
          ]),
        ],
        position: world.tasks.size,
        commentsCount: 0,
        createdAt,
        updatedAt: createdAt,
        isDeleted: false,
      };
      world.tasks.set(task.id, task);
      if (silently !== true) fireHook('create', task);
      return { taskId: task.id };
    },

    editTask: (taskId, edit, by, { silently } = {}) => {
      const before = livingTask(taskId);
      const user = world.userNamed(by);
      const assignedPersonId =
        edit.assignedTo === undefined
          ? before.assignedPersonId
          : edit.assignedTo === null
            ? null
            : personNamed(edit.assignedTo, before.projectId);
      const assignee = world.people.get(assignedPersonId ?? '')?.userId;
      const watchers =
        edit.watchers?.map((username) => world.userNamed(username).id) ??
        (assignee === undefined ? before.watcherUserIds : [...before.watcherUserIds, assignee]);
      const after: Task = {
        ...before,
        name: edit.name ?? before.name,
        description: edit.description === undefined ? before.description : edit.description,
        descriptionUserId: edit.description === undefined ? before.descriptionUserId : user.id,
        status: edit.status ?? before.status,
        assignedPersonId,
        dueOn: edit.dueOn === undefined ? before.dueOn : edit.dueOn,
        isUrgent: edit.isUrgent ?? before.isUrgent,
        isPrivate: edit.isPrivate ?? before.isPrivate,
        taskListId: edit.taskList === undefined ? before.taskListId : listNamed(before.projectId, edit.taskList).id,
        position: edit.position ?? before.position,
        watcherUserIds: [...new Set(watchers)],
        updatedByUserId: user.id,
        updatedAt: clock.now(),
      };
      world.tasks.set(taskId, after);
      const isTracked =
        differs({ before: before.status, after: after.status }) ||
        differs({ before: before.assignedPersonId, after: after.assignedPersonId }) ||
        differs({ before: before.dueOn, after: after.dueOn }) ||
        differs({ before: before.isUrgent, after: after.isUrgent }) ||
        differs({ before: before.isPrivate, after: after.isPrivate });
      const saysSomething = edit.comment !== undefined && edit.comment !== '';
      const comment =
        saysSomething || (isTracked && options.leavesComment())
          ? addComment(before, after, user, edit.comment ?? '')
          : null;
      if (silently !== true) fireHook('update', world.task(taskId));
      return { taskId, commentId: comment?.id ?? null };
    },

    comment: (taskId, body, by, { silently } = {}) => {
      const before = livingTask(taskId);
      const user = world.userNamed(by);
      const after: Task = {
        ...before,
        updatedAt: clock.now(),
        updatedByUserId: quirks.commentSetsUpdatedBy ? user.id : before.updatedByUserId,
      };
      const comment = addComment(before, after, user, body);
      if (silently !== true && quirks.commentFiresHook) fireHook('update', world.task(taskId));
      return { taskId, commentId: comment.id };
    },

    deleteTask: (taskId, by, { silently } = {}) => {
      const task: Task = {
        ...livingTask(taskId),
        isDeleted: true,
        updatedByUserId: world.userNamed(by).id,
        updatedAt: clock.now(),
      };
      world.tasks.set(taskId, task);
      if (silently !== true) fireHook('delete', task);
      return { taskId };
    },
  };
};

/** Whether `body` names `@username` as a word of its own. */
export const mentions = (body: string, username: string): boolean =>
  body.split(/[^\w@.-]+/).some((word) => word.replace(/[.-]+$/, '').toLowerCase() === `@${username.toLowerCase()}`);
