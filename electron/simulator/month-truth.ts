import type { Comment, Task } from './entities.ts';
import type { World } from './world.ts';

/** What became of a task, in the words of the API. Comments keep their text in `before` and `after`. */
export type TruthField =
  | 'created'
  | 'deleted'
  | 'comment'
  | 'comment-edited'
  | 'comment-deleted'
  | 'name'
  | 'description'
  | 'status'
  | 'assigned_id'
  | 'due_on'
  | 'urgent'
  | 'is_private'
  | 'project_id'
  | 'task_list_id'
  | 'watcher_ids';

export type TruthValue = string | boolean | null | readonly string[];

/** One thing that was done, as whoever did it knows it. Ids are strings, `at` is in ms. */
export type Truth = {
  readonly at: number;
  readonly taskId: string;
  readonly actorUserId: string;
  readonly field: TruthField;
  /** A created task has its name after, a deleted one before. `assigned_id` is a person, `watcher_ids` are users, sorted. */
  readonly before: TruthValue;
  readonly after: TruthValue;
  /** The comment that keeps it; null for what leaves none. */
  readonly commentId: string | null;
  /** The users who could see the task right afterwards. */
  readonly visibleTo: readonly string[];
};

/** Who came to a project or left it, under which person id. */
export type MembershipTruth = {
  readonly at: number;
  readonly kind: 'joined' | 'left';
  readonly userId: string;
  readonly projectId: string;
  readonly personId: string;
};

export type TruthLog = {
  readonly entries: readonly Truth[];
  readonly memberships: readonly MembershipTruth[];
  /** Does something to a task, keeps what it altered, and gives its id. `taskId` is null for a new one. */
  record(at: number, actorUserId: string, taskId: string | null, act: () => { readonly taskId: string }): string;
  recordMembership(entry: MembershipTruth): void;
};

const fields: Readonly<Partial<Record<TruthField, (task: Task) => TruthValue>>> = {
  name: (task) => task.name,
  description: (task) => task.description,
  status: (task) => task.status,
  assigned_id: (task) => task.assignedPersonId,
  due_on: (task) => task.dueOn,
  urgent: (task) => task.isUrgent,
  is_private: (task) => task.isPrivate,
  project_id: (task) => task.projectId,
  task_list_id: (task) => task.taskListId,
  watcher_ids: (task) => [...task.watcherUserIds].sort(),
};

const isTruthField = (name: string): name is TruthField => Object.hasOwn(fields, name);

/** Which of them a comment carries. */
const commented: readonly TruthField[] = ['status', 'assigned_id', 'due_on', 'urgent', 'is_private'];

type Difference = Pick<Truth, 'field' | 'before' | 'after' | 'commentId'>;

const compareTasks = (before: Task, after: Task, commentId: string | null): Difference[] =>
  Object.entries(fields).flatMap(([field, read]) => {
    const [was, is] = [read(before), read(after)];
    if (!isTruthField(field) || JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ field, before: was, after: is, commentId: commented.includes(field) ? commentId : null }];
  });

const compareComments = (before: readonly Comment[], after: readonly Comment[]): Difference[] => [
  ...before.flatMap((old): Difference[] => {
    const now = after.find(({ id }) => id === old.id);
    if (!now) return [{ field: 'comment-deleted', before: old.body, after: null, commentId: old.id }];
    if (now.body === old.body) return [];
    return [{ field: 'comment-edited', before: old.body, after: now.body, commentId: old.id }];
  }),
  ...after
    .filter(({ id, body }) => body !== '' && !before.some((old) => old.id === id))
    .map(({ id, body }): Difference => ({ field: 'comment', before: null, after: body, commentId: id })),
];

/** Keeps what was really done, read off the state before and after each act. */
export const createTruthLog = (world: World): TruthLog => {
  const entries: Truth[] = [];
  const memberships: MembershipTruth[] = [];

  const differences = (before: Task | undefined, after: Task, comments: readonly Comment[]): Difference[] => {
    if (!before) return [{ field: 'created', before: null, after: after.name, commentId: null }];
    if (after.isDeleted) return [{ field: 'deleted', before: before.name, after: null, commentId: null }];
    const now = world.comments.get(after.id) ?? [];
    const added = now.find(({ id }) => !comments.some((comment) => comment.id === id));
    return [...compareTasks(before, after, added?.id ?? null), ...compareComments(comments, now)];
  };

  return {
    entries,
    memberships,
    record: (at, actorUserId, knownTaskId, act) => {
      const before = world.tasks.get(knownTaskId ?? '');
      const comments = world.comments.get(knownTaskId ?? '') ?? [];
      const { taskId } = act();
      const after = world.task(taskId);
      const visibleTo = [...world.users.values()].filter((user) => world.canSee(user, after)).map(({ id }) => id);
      for (const difference of differences(before, after, comments))
        entries.push({ at, taskId, actorUserId, visibleTo, ...difference });
      return taskId;
    },
    recordMembership: (entry) => void memberships.push(entry),
  };
};
