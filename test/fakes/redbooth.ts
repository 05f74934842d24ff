import { fail, succeed } from '../../electron/contract/index.ts';
import type { ApiFailure, ApiResult, RedboothClient } from '../../electron/core/redbooth/client-port.ts';
import type { Directory } from '../../electron/core/redbooth/directory-port.ts';
import type { Person, Project, Task, TaskComment, TaskList, User } from '../../electron/core/redbooth/task.ts';
import { aComment } from './task.ts';

/** The signed-in user is Ana. */
export const users: readonly User[] = [
  { id: '1', firstName: 'Ana', lastName: 'Abel', username: 'ana' },
  { id: '2', firstName: 'Bo', lastName: 'Berg', username: 'bo' },
  { id: '3', firstName: 'Chi', lastName: 'Chen', username: 'chi' },
];
export const projects: readonly Project[] = [
  { id: '10', name: 'Autumn summit', organizationId: '4' },
  { id: '20', name: 'Website relaunch', organizationId: '4' },
];
const taskLists: readonly TaskList[] = [
  { id: '100', name: 'To do' },
  { id: '200', name: 'Done' },
];
/** A person is one user in one project: user 2 in project 10 is person 1002. */
export const personId = (projectId: string, userId: string): string => `${projectId}0${userId}`;
const people: readonly Person[] = projects.flatMap((project) =>
  users.map((user) => ({ id: personId(project.id, user.id), userId: user.id, projectId: project.id })),
);

export type FakeRedbooth = {
  readonly client: RedboothClient;
  readonly directory: Directory;
  /** What was asked, e.g. `task 7` or `comments 7 after 500`. */
  readonly requests: readonly string[];
  task(id: string): Task;
  put(task: Task): void;
  /** Changes a task without leaving a comment. */
  edit(id: string, part: Partial<Task>): void;
  /** Leaves a comment, which changes the task as it says. */
  comment(id: string, part: Partial<TaskComment>): void;
  /** Keeps comments from being listed or counted, as if the API lagged behind. */
  lag(isLagging: boolean): void;
  /** Does something as soon as the next task has been read. */
  afterTask(act: () => void): void;
  remove(id: string): void;
  /** Every request fails like this until null. */
  failWith(failure: ApiFailure | null): void;
  /** The own account alone cannot be read, until null. */
  failAccountWith(failure: ApiFailure | null): void;
  /** Requests are read at once and answered only after the returned function is called. */
  hold(): () => void;
};

/** A Redbooth in memory, behind the ports of client and directory. */
export const createFakeRedbooth = (): FakeRedbooth => {
  const tasks = new Map<string, Task>();
  const comments = new Map<string, TaskComment[]>();
  const requests: string[] = [];
  let failure: ApiFailure | null = null;
  let accountFailure: ApiFailure | null = null;
  let isLagging = false;
  let lastCommentId = 500;
  let afterTask = (): void => undefined;
  let released = Promise.resolve();

  const answer = async <Value>(request: string, read: () => Value | undefined): ApiResult<Value> => {
    requests.push(request);
    const failed = failure;
    const value = failed === null ? read() : undefined;
    await released;
    if (failed !== null) return fail(failed);
    return value === undefined ? fail({ kind: 'missing' }) : succeed(value);
  };
  const commentsOf = (id: string): readonly TaskComment[] => (isLagging ? [] : (comments.get(id) ?? []));
  const counted = (task: Task | undefined): Task | undefined =>
    task && { ...task, commentsCount: task.commentsCount + commentsOf(task.id).length };
  const mustHave = (id: string): Task => {
    const task = tasks.get(id);
    if (task === undefined) throw new Error(`no task ${id}`);
    return task;
  };
  const byId = <Value extends { readonly id: string }>(values: readonly Value[], id: string): Value | undefined =>
    values.find((value) => value.id === id);

  const client: RedboothClient = {
    me: () => answer('me', () => users[0]),
    task: async (id) => {
      const task = answer(`task ${id}`, () => counted(tasks.get(id)));
      const act = afterTask;
      afterTask = () => undefined;
      act();
      return task;
    },
    recentTasks: (page, perPage) =>
      answer(`tasks ${page} of ${perPage}`, () => {
        const sorted = [...tasks.values()].sort((a, b) => b.updatedAt - a.updatedAt);
        const shown = sorted.slice((page - 1) * perPage, page * perPage).flatMap((task) => counted(task) ?? []);
        return { tasks: shown, isLast: page * perPage >= sorted.length };
      }),
    comments: (id, after, limit) =>
      answer(`comments ${id} after ${after ?? 'none'}`, () =>
        commentsOf(id)
          .filter((comment) => after === null || Number(comment.id) > Number(after))
          .slice(-limit),
      ),
    people: ({ projectId, userId }) =>
      answer('people', () =>
        people.filter(
          (person) =>
            (projectId === undefined || person.projectId === projectId) &&
            (userId === undefined || person.userId === userId),
        ),
      ),
    users: () => answer('users', () => users),
    user: (id) => answer(`user ${id}`, () => byId(users, id)),
    project: (id) => answer(`project ${id}`, () => byId(projects, id)),
    projects: () => answer('projects', () => projects),
    organizations: () => answer('organizations', () => [{ id: '4', name: 'Northlight Studio' }]),
    taskIds: (projectId, page, perPage) =>
      answer(`ids of project ${projectId}, ${page} of ${perPage}`, () => {
        const all = [...tasks.values()].filter((task) => task.projectId === projectId).map((task) => task.id);
        return { ids: all.slice((page - 1) * perPage, page * perPage), isLast: page * perPage >= all.length };
      }),
    setTaskStatus: (id, status) =>
      answer(`status of ${id}: ${status}`, () => {
        const task = tasks.get(id);
        if (task !== undefined) tasks.set(id, { ...task, status, updatedByUserId: '1' });
        return counted(tasks.get(id));
      }),
    addComment: (id, body) => answer(`comment on ${id}: ${body}`, () => (tasks.has(id) ? null : undefined)),
    taskList: (id) => answer(`task list ${id}`, () => byId(taskLists, id)),
  };

  // Who is who comes from the file most of the time, so it is known here also while the API fails.
  const directory: Directory = {
    me: async () => {
      if (accountFailure !== null) return fail(accountFailure);
      const mine = people.filter((person) => person.userId === '1').map((person) => person.id);
      const [user] = users;
      return user === undefined
        ? fail({ kind: 'missing' })
        : succeed({ accountId: '1', user, personIds: new Set(mine) });
    },
    forgetMe: () => undefined,
    user: async (id) => succeed(byId(users, id) ?? null),
    userOfPerson: async (id) => succeed(byId(users, byId(people, id)?.userId ?? '') ?? null),
    isMyPerson: async (id) => succeed(byId(people, id)?.userId === '1'),
    project: async (id) => succeed(byId(projects, id) ?? null),
    taskList: async (id) => succeed(byId(taskLists, id) ?? null),
    shortName: (user) => user.firstName,
    anyOrganizationId: () => '4',
  };

  return {
    client,
    directory,
    requests,
    task: mustHave,
    put: (task) => void tasks.set(task.id, task),
    edit: (id, part) => void tasks.set(id, { ...mustHave(id), ...part }),
    comment: (id, part) => {
      lastCommentId += 1;
      const comment = aComment({ id: String(lastCommentId), ...part });
      comments.set(id, [...(comments.get(id) ?? []), comment]);
      tasks.set(id, {
        ...mustHave(id),
        updatedByUserId: comment.userId,
        updatedAt: Math.max(mustHave(id).updatedAt, comment.createdAt),
        ...(comment.status && { status: comment.status.after }),
        ...(comment.assignedPersonId && { assignedPersonId: comment.assignedPersonId.after }),
        ...(comment.dueOn && { dueOn: comment.dueOn.after }),
        ...(comment.isUrgent && { isUrgent: comment.isUrgent.after }),
        ...(comment.isPrivate && { isPrivate: comment.isPrivate.after }),
      });
    },
    lag: (lagging) => {
      isLagging = lagging;
    },
    afterTask: (act) => {
      afterTask = act;
    },
    remove: (id) => void tasks.delete(id),
    failWith: (next) => {
      failure = next;
    },
    failAccountWith: (next) => {
      accountFailure = next;
    },
    hold: () => {
      let release = (): void => undefined;
      released = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        release();
        released = Promise.resolve();
      };
    },
  };
};
