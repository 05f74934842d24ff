import type { Clock } from '../core/clock.ts';
import type { Comment, Organization, Person, Project, Task, TaskList, User } from './entities.ts';
import type { Population } from './population.ts';
import type { Random } from './random.ts';

/** The state of the pretend Redbooth. Rows are replaced, never altered, so whoever holds one holds it as it was. */
export type World = {
  readonly organization: Organization;
  readonly users: ReadonlyMap<string, User>;
  readonly projects: ReadonlyMap<string, Project>;
  readonly people: ReadonlyMap<string, Person>;
  readonly taskLists: ReadonlyMap<string, TaskList>;
  /** Deleted tasks stay, marked. */
  readonly tasks: Map<string, Task>;
  /** By task id, oldest first. */
  readonly comments: Map<string, readonly Comment[]>;
  nextId(kind: 'task' | 'comment'): string;
  /** The next three throw when there is no such row: naming one wrongly is a bug of the caller. */
  userNamed(username: string): User;
  /** By name or by id. */
  projectNamed(project: string): Project;
  task(id: string): Task;
  /** The person that stands for a user in a project; undefined when the user has not joined it. */
  personOf(userId: string, projectId: string): Person | undefined;
  /** Whether a user may see a task: a member of its project, and for a private task its creator, assignee or watcher. */
  canSee(user: User, task: Task): boolean;
};

const day = 86_400_000;

/** The date `days` after a moment, as Redbooth writes it (YYYY-MM-DD, here in UTC). */
export const dateAfter = (moment: number, days: number): string =>
  new Date(moment + days * day).toISOString().slice(0, 10);

// Apart from each other, so that taking a person's id for a user's, or a task's for a comment's, never works by luck.
const firstIds = {
  organization: 364_000,
  user: 688_000,
  project: 902_000,
  person: 1_925_000,
  taskList: 2_323_000,
  task: 57_575_000,
  comment: 139_637_000,
} as const;

/** Builds the state from a population. The same seed gives the same ids. */
export const createWorld = (options: {
  readonly clock: Clock;
  readonly random: Random;
  readonly population: Population;
}): World => {
  const { clock, random, population } = options;
  const lastIds: Record<keyof typeof firstIds, number> = { ...firstIds };
  const nextId = (kind: keyof typeof firstIds): string => {
    lastIds[kind] += random.between(1, 9);
    return String(lastIds[kind]);
  };
  const founded = clock.now() - 400 * day;
  const organization: Organization = { id: nextId('organization'), name: population.organization, createdAt: founded };
  const users = new Map<string, User>();
  const projects = new Map<string, Project>();
  const people = new Map<string, Person>();
  const taskLists = new Map<string, TaskList>();
  const tasks = new Map<string, Task>();

  const found = <Row>(row: Row | undefined, what: string): Row => {
    if (row === undefined) throw new Error(`the simulation has no ${what}`);
    return row;
  };
  const userNamed = (username: string): User =>
    found(
      [...users.values()].find((user) => user.username === username),
      `user “${username}”`,
    );
  const personOf = (userId: string, projectId: string): Person | undefined =>
    [...people.values()].find((person) => person.userId === userId && person.projectId === projectId);

  for (const { isAdmin, ...name } of population.users) {
    const id = nextId('user');
    users.set(id, { id, ...name, isAdmin: isAdmin ?? false, createdAt: founded });
  }
  for (const { name, members, taskLists: lists } of population.projects) {
    const projectId = nextId('project');
    projects.set(projectId, { id: projectId, name, organizationId: organization.id, createdAt: founded });
    for (const username of members) {
      const id = nextId('person');
      people.set(id, { id, userId: userNamed(username).id, projectId, createdAt: founded });
    }
    for (const list of lists) {
      const taskListId = nextId('taskList');
      const owner = userNamed(members[0] ?? '').id;
      taskLists.set(taskListId, { id: taskListId, name: list.name, projectId, userId: owner, createdAt: founded });
      for (const [position, initial] of list.tasks.entries()) {
        const id = nextId('task');
        const creatorUserId = userNamed(initial.by).id;
        const assignee = initial.assignedTo === undefined ? null : userNamed(initial.assignedTo).id;
        const createdAt = clock.now() - random.between(1, 40) * day;
        tasks.set(id, {
          id,
          name: initial.name,
          description: initial.description ?? null,
          descriptionUserId: initial.description === undefined ? null : creatorUserId,
          status: initial.status ?? 'new',
          assignedPersonId:
            assignee === null ? null : found(personOf(assignee, projectId), 'person for an assignee').id,
          dueOn: initial.dueInDays === undefined ? null : dateAfter(clock.now(), initial.dueInDays),
          isUrgent: initial.isUrgent ?? false,
          isPrivate: initial.isPrivate ?? false,
          projectId,
          taskListId,
          creatorUserId,
          updatedByUserId: null,
          watcherUserIds: [...new Set(assignee === null ? [creatorUserId] : [creatorUserId, assignee])],
          position,
          commentsCount: 0,
          createdAt,
          updatedAt: createdAt,
          isDeleted: false,
        });
      }
    }
  }

  return {
    organization,
    users,
    projects,
    people,
    taskLists,
    tasks,
    comments: new Map(),
    nextId,
    userNamed,
    projectNamed: (project) =>
      found(
        projects.get(project) ?? [...projects.values()].find(({ name }) => name === project),
        `project “${project}”`,
      ),
    task: (id) => found(tasks.get(id), `task ${id}`),
    personOf,
    canSee: (user, task) => {
      const person = personOf(user.id, task.projectId);
      if (!person) return false;
      return (
        !task.isPrivate ||
        task.creatorUserId === user.id ||
        task.assignedPersonId === person.id ||
        task.watcherUserIds.includes(user.id)
      );
    },
  };
};
