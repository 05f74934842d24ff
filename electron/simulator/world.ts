import type { Clock } from '../core/clock.ts';
import type { Comment, Membership, Organization, Person, Project, Task, TaskList, User } from './entities.ts';
import type { Population } from './population.ts';
import type { Random } from './random.ts';

/** The state of the pretend Redbooth. Rows are replaced, never altered, so whoever holds one holds it as it was. */
export type World = {
  /** The first of the organizations: in most simulations the only one. */
  readonly organization: Organization;
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly users: Map<string, User>;
  readonly memberships: ReadonlyMap<string, Membership>;
  readonly projects: Map<string, Project>;
  /** Those who left stay, marked. */
  readonly people: ReadonlyMap<string, Person>;
  readonly taskLists: Map<string, TaskList>;
  /** Deleted tasks stay, marked. */
  readonly tasks: Map<string, Task>;
  /** By task id, oldest first. */
  readonly comments: Map<string, readonly Comment[]>;
  nextId(kind: Kind): string;
  /** The next four throw when there is no such row: naming one wrongly is a bug of the caller. */
  userNamed(username: string): User;
  /** By name or by id. */
  projectNamed(project: string): Project;
  /** By name or by id. */
  organizationNamed(organization: string): Organization;
  task(id: string): Task;
  /** The membership of a user in an organization; undefined without one. */
  membershipOf(userId: string, organizationId: string): Membership | undefined;
  /** The person that stands for a user in a project; undefined when the user has not joined it, or has left. */
  personOf(userId: string, projectId: string): Person | undefined;
  addMember(userId: string, organizationId: string, isAdmin: boolean): Membership;
  removeMember(userId: string, organizationId: string): void;
  /** Adds a person or replaces one. */
  putPerson(person: Person): void;
  /** Whether two users share an organization, or are the same. */
  canMeet(user: User, other: User): boolean;
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
  membership: 512_000,
  user: 688_000,
  project: 902_000,
  person: 1_925_000,
  taskList: 2_323_000,
  task: 57_575_000,
  comment: 139_637_000,
} as const;

type Kind = keyof typeof firstIds;

/** Builds the state from one population or several, an organization each. The same seed gives the same ids. */
export const createWorld = (options: {
  readonly clock: Clock;
  readonly random: Random;
  readonly populations: readonly Population[];
}): World => {
  const { clock, random, populations } = options;
  const lastIds: Record<Kind, number> = { ...firstIds };
  const nextId = (kind: Kind): string => {
    lastIds[kind] += random.between(1, 9);
    return String(lastIds[kind]);
  };
  const founded = clock.now() - 400 * day;
  const since = { createdAt: founded, updatedAt: founded };
  const organizations = new Map<string, Organization>();
  const users = new Map<string, User>();
  const memberships = new Map<string, Membership>();
  const membershipIds = new Map<string, string>();
  const projects = new Map<string, Project>();
  const people = new Map<string, Person>();
  /** Of those who have not left: lists of a thousand tasks ask for them. */
  const personIds = new Map<string, string>();
  const taskLists = new Map<string, TaskList>();
  const tasks = new Map<string, Task>();

  const found = <Row>(row: Row | undefined, what: string): Row => {
    if (row === undefined) throw new Error(`the simulation has no ${what}`);
    return row;
  };
  const named = <Row extends { readonly name: string }>(rows: ReadonlyMap<string, Row>, name: string, what: string) =>
    found(rows.get(name) ?? [...rows.values()].find((row) => row.name === name), `${what} “${name}”`);
  const findUser = (username: string): User | undefined =>
    [...users.values()].find((user) => user.username === username);
  const userNamed = (username: string): User => found(findUser(username), `user “${username}”`);
  const between = (userId: string, otherId: string): string => `${userId} ${otherId}`;
  const personOf = (userId: string, projectId: string): Person | undefined =>
    people.get(personIds.get(between(userId, projectId)) ?? '');
  const membershipOf = (userId: string, organizationId: string): Membership | undefined =>
    memberships.get(membershipIds.get(between(userId, organizationId)) ?? '');
  const putPerson = (person: Person): void => {
    people.set(person.id, person);
    const key = between(person.userId, person.projectId);
    if (!person.hasLeft) personIds.set(key, person.id);
    else if (personIds.get(key) === person.id) personIds.delete(key);
  };
  const addMembership = (userId: string, organizationId: string, isAdmin: boolean, at: typeof since): Membership => {
    const membership = { id: nextId('membership'), userId, organizationId, isAdmin, ...at };
    memberships.set(membership.id, membership);
    membershipIds.set(between(userId, organizationId), membership.id);
    return membership;
  };

  const populate = (population: Population): Organization => {
    const organization: Organization = { id: nextId('organization'), name: population.organization, ...since };
    organizations.set(organization.id, organization);
    for (const { isAdmin, ...name } of population.users) {
      const user: User = findUser(name.username) ?? { id: nextId('user'), ...name, ...since };
      users.set(user.id, user);
      addMembership(user.id, organization.id, isAdmin ?? false, since);
    }
    for (const { name, members, taskLists: lists } of population.projects) {
      const projectId = nextId('project');
      projects.set(projectId, {
        id: projectId,
        name,
        organizationId: organization.id,
        isArchived: false,
        ...since,
      });
      for (const username of members)
        putPerson({ id: nextId('person'), userId: userNamed(username).id, projectId, hasLeft: false, ...since });
      for (const list of lists) {
        const taskListId = nextId('taskList');
        const owner = userNamed(members[0] ?? '').id;
        taskLists.set(taskListId, { id: taskListId, name: list.name, projectId, userId: owner, ...since });
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
            subtasksCount: 0,
            resolvedSubtasksCount: 0,
            createdAt,
            updatedAt: createdAt,
            isDeleted: false,
          });
        }
      }
    }
    return organization;
  };

  const [organization] = populations.map(populate);

  return {
    organization: found(organization, 'organization'),
    organizations,
    users,
    memberships,
    projects,
    people,
    taskLists,
    tasks,
    comments: new Map(),
    nextId,
    userNamed,
    projectNamed: (project) => named(projects, project, 'project'),
    organizationNamed: (name) => named(organizations, name, 'organization'),
    task: (id) => found(tasks.get(id), `task ${id}`),
    membershipOf,
    personOf,
    addMember: (userId, organizationId, isAdmin) => {
      const now = clock.now();
      return (
        membershipOf(userId, organizationId) ??
        addMembership(userId, organizationId, isAdmin, { createdAt: now, updatedAt: now })
      );
    },
    removeMember: (userId, organizationId) => {
      const key = between(userId, organizationId);
      memberships.delete(membershipIds.get(key) ?? '');
      membershipIds.delete(key);
    },
    putPerson,
    canMeet: (user, other) =>
      user.id === other.id ||
      [...organizations.keys()].some(
        (id) => membershipOf(user.id, id) !== undefined && membershipOf(other.id, id) !== undefined,
      ),
    canSee: (user, task) => {
      if (!personOf(user.id, task.projectId)) return false;
      return (
        !task.isPrivate ||
        task.creatorUserId === user.id ||
        people.get(task.assignedPersonId ?? '')?.userId === user.id ||
        task.watcherUserIds.includes(user.id)
      );
    },
  };
};
