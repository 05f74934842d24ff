import { type ActionOptions, type ActionParts, livingTask, personNamed, taskListNamed } from './action-parts.ts';
import { addComment } from './comment-actions.ts';
import type { Project, Status, Task } from './entities.ts';

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
  readonly subtasks?: { readonly total: number; readonly resolved: number };
  /** Words said along with the edit: Redbooth keeps both in one comment. */
  readonly comment?: string;
};

/** `commentId` is null when the edit left no comment: renamed, described, moved, watched. */
type EditDone = { readonly taskId: string; readonly commentId: string | null };

export type TaskActions = {
  createTask(task: NewTask): { readonly taskId: string };
  /** `byApi`: as by another program, which leaves a comment only if quirk `apiEditLeavesComment` says so. */
  editTask(
    taskId: string,
    edit: TaskEdit,
    by: string,
    options?: ActionOptions & { readonly byApi?: boolean },
  ): EditDone;
  /** To another project of the same organization; its assignee becomes that project's person, or nobody. */
  moveTask(
    taskId: string,
    to: { readonly project: string; readonly taskList?: string },
    by: string,
    options?: ActionOptions,
  ): EditDone;
  watchTask(taskId: string, by: string, options?: ActionOptions): { readonly taskId: string };
  unwatchTask(taskId: string, by: string, options?: ActionOptions): { readonly taskId: string };
  deleteTask(taskId: string, by: string, options?: ActionOptions): { readonly taskId: string };
};

/** Edits of nothing but what nobody wants to hear of. */
const isOnly = (edit: TaskEdit, keys: readonly (keyof TaskEdit)[]): boolean => {
  const named = Object.entries(edit).filter(([, value]) => value !== undefined);
  return named.length > 0 && named.every(([name]) => keys.some((key) => key === name));
};

const tracked = ['status', 'assignedPersonId', 'dueOn', 'isUrgent', 'isPrivate'] as const;

/** What people do with tasks. */
export const createTaskActions = (parts: ActionParts): TaskActions => {
  const { world, clock, quirks, fireHook } = parts;
  const leavesComment = (byApi = parts.isApi): boolean => !byApi || quirks.apiEditLeavesComment;

  /** The editor and the moment, as far as such an edit leaves them. */
  const stamped = (task: Task, userId: string, isCounted: boolean): Task => ({
    ...task,
    ...(isCounted
      ? { updatedAt: clock.now(), updatedByUserId: quirks.editSetsUpdatedBy ? userId : task.updatedByUserId }
      : {}),
  });
  const watch = (taskId: string, by: string, { silently }: ActionOptions, isWatching: boolean) => {
    const { id } = world.userNamed(by);
    const task = livingTask(world, taskId);
    const others = task.watcherUserIds.filter((watcher) => watcher !== id);
    const watcherUserIds = isWatching ? [...others, id] : others;
    world.tasks.set(taskId, stamped({ ...task, watcherUserIds }, id, quirks.watchUpdatesTask));
    if (silently !== true && quirks.watchFiresHook) fireHook('update', world.task(taskId));
    return { taskId };
  };

  return {
    createTask: ({ silently, ...wanted }) => {
      const creator = world.userNamed(wanted.by);
      const first = [...world.projects.values()][0];
      const project: Project = world.projectNamed(wanted.project ?? first?.id ?? '');
      const list = taskListNamed(world, project.id, wanted.taskList);
      const assignee = wanted.assignedTo === undefined ? null : world.userNamed(wanted.assignedTo);
      const createdAt = wanted.createdAt ?? clock.now();
      const task: Task = {
        id: world.nextId('task'),
        name: wanted.name,
        description: wanted.description ?? null,
        descriptionUserId: wanted.description === undefined ? null : creator.id,
        status: wanted.status ?? 'new',
        assignedPersonId: assignee === null ? null : personNamed(world, assignee.username, project.id),
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
        subtasksCount: 0,
        resolvedSubtasksCount: 0,
        createdAt,
        updatedAt: createdAt,
        isDeleted: false,
      };
      world.tasks.set(task.id, task);
      if (silently !== true) fireHook('create', task);
      return { taskId: task.id };
    },

    editTask: (taskId, edit, by, { silently, byApi } = {}) => {
      const before = livingTask(world, taskId);
      const user = world.userNamed(by);
      const assignedPersonId =
        edit.assignedTo === undefined
          ? before.assignedPersonId
          : edit.assignedTo === null
            ? null
            : personNamed(world, edit.assignedTo, before.projectId);
      const assignee =
        assignedPersonId === before.assignedPersonId ? undefined : world.people.get(assignedPersonId ?? '')?.userId;
      const watchers =
        edit.watchers?.map((username) => world.userNamed(username).id) ??
        (assignee === undefined ? before.watcherUserIds : [...before.watcherUserIds, assignee]);
      const isNoise = isOnly(edit, ['position', 'subtasks']);
      const isWatching = isOnly(edit, ['watchers']);
      const after = stamped(
        {
          ...before,
          name: edit.name ?? before.name,
          description: edit.description === undefined ? before.description : edit.description,
          descriptionUserId: edit.description === undefined ? before.descriptionUserId : user.id,
          status: edit.status ?? before.status,
          assignedPersonId,
          dueOn: edit.dueOn === undefined ? before.dueOn : edit.dueOn,
          isUrgent: edit.isUrgent ?? before.isUrgent,
          isPrivate: edit.isPrivate ?? before.isPrivate,
          taskListId:
            edit.taskList === undefined ? before.taskListId : taskListNamed(world, before.projectId, edit.taskList).id,
          position: edit.position ?? before.position,
          subtasksCount: edit.subtasks?.total ?? before.subtasksCount,
          resolvedSubtasksCount: edit.subtasks?.resolved ?? before.resolvedSubtasksCount,
          watcherUserIds: [...new Set(watchers)],
        },
        user.id,
        (!isNoise || quirks.noiseUpdatesTask) && (!isWatching || quirks.watchUpdatesTask),
      );
      world.tasks.set(taskId, after);
      const isTracked = tracked.some((field) => before[field] !== after[field]);
      const saysSomething = edit.comment !== undefined && edit.comment !== '';
      const comment =
        saysSomething || (isTracked && leavesComment(byApi))
          ? addComment(world, clock.now(), before, after, user, edit.comment ?? '')
          : null;
      const fires = (!isNoise || quirks.noiseFiresHook) && (!isWatching || quirks.watchFiresHook);
      if (silently !== true && fires) fireHook('update', world.task(taskId));
      return { taskId, commentId: comment?.id ?? null };
    },

    moveTask: (taskId, to, by, { silently } = {}) => {
      const before = livingTask(world, taskId);
      const user = world.userNamed(by);
      const project = world.projectNamed(to.project);
      const assignee = world.people.get(before.assignedPersonId ?? '');
      const after = stamped(
        {
          ...before,
          projectId: project.id,
          taskListId: taskListNamed(world, project.id, to.taskList).id,
          assignedPersonId: assignee ? (world.personOf(assignee.userId, project.id)?.id ?? null) : null,
        },
        user.id,
        true,
      );
      world.tasks.set(taskId, after);
      const isTold = quirks.moveLeavesComment && before.assignedPersonId !== after.assignedPersonId;
      const comment = isTold ? addComment(world, clock.now(), before, after, user, '') : null;
      if (silently !== true && quirks.moveFires === 'delete-and-create') {
        fireHook('delete', before);
        fireHook('create', world.task(taskId));
      }
      if (silently !== true && quirks.moveFires === 'update') fireHook('update', world.task(taskId));
      return { taskId, commentId: comment?.id ?? null };
    },

    watchTask: (taskId, by, options = {}) => watch(taskId, by, options, true),
    unwatchTask: (taskId, by, options = {}) => watch(taskId, by, options, false),

    deleteTask: (taskId, by, { silently } = {}) => {
      const task: Task = {
        ...livingTask(world, taskId),
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
