import type { ActionParts } from './action-parts.ts';
import type { Project } from './entities.ts';

type NewUser = {
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  /** Name or id; the first organization when left out. */
  readonly organization?: string;
  readonly isAdmin?: boolean;
  /** Names or ids of projects that the user joins at once. */
  readonly projects?: readonly string[];
};

/** No hook tells of any of these: Redbooth's hooks are for tasks only. */
export type MembershipActions = {
  /** Someone new joins the organization. */
  addUser(user: NewUser): { readonly userId: string };
  joinOrganization(username: string, organization: string, isAdmin?: boolean): void;
  /** Leaves all of its projects as well. */
  leaveOrganization(username: string, organization: string): void;
  /** Whoever has joined already stays the person they are. */
  joinProject(username: string, project: string): { readonly personId: string };
  /** Tasks stay assigned to the person that was. */
  leaveProject(username: string, project: string): { readonly personId: string };
};

/** Who comes and who goes. */
export const createMembershipActions = ({ world, clock, quirks }: ActionParts): MembershipActions => {
  const join = (userId: string, project: Project): string => {
    const now = clock.now();
    world.addMember(userId, project.organizationId, false);
    const current = world.personOf(userId, project.id);
    if (current) return current.id;
    const former =
      quirks.rejoin === 'same-person'
        ? [...world.people.values()].find((person) => person.userId === userId && person.projectId === project.id)
        : undefined;
    const person = former ?? { id: world.nextId('person'), userId, projectId: project.id, createdAt: now };
    world.putPerson({ ...person, hasLeft: false, updatedAt: now });
    return person.id;
  };
  const leave = (userId: string, projectId: string): string | null => {
    const person = world.personOf(userId, projectId);
    if (!person) return null;
    world.putPerson({ ...person, hasLeft: true, updatedAt: clock.now() });
    return person.id;
  };

  return {
    addUser: ({ organization, isAdmin = false, projects = [], ...names }) => {
      if ([...world.users.values()].some(({ username }) => username === names.username))
        throw new Error(`the simulation has a user “${names.username}” already`);
      const id = world.nextId('user');
      world.users.set(id, { id, ...names, createdAt: clock.now(), updatedAt: clock.now() });
      world.addMember(id, world.organizationNamed(organization ?? world.organization.id).id, isAdmin);
      for (const project of projects) join(id, world.projectNamed(project));
      return { userId: id };
    },
    joinOrganization: (username, organization, isAdmin = false) =>
      void world.addMember(world.userNamed(username).id, world.organizationNamed(organization).id, isAdmin),
    leaveOrganization: (username, organization) => {
      const userId = world.userNamed(username).id;
      const { id } = world.organizationNamed(organization);
      world.removeMember(userId, id);
      for (const project of world.projects.values()) if (project.organizationId === id) leave(userId, project.id);
    },
    joinProject: (username, project) => ({
      personId: join(world.userNamed(username).id, world.projectNamed(project)),
    }),
    leaveProject: (username, project) => {
      const personId = leave(world.userNamed(username).id, world.projectNamed(project).id);
      if (personId === null) throw new Error(`${username} has not joined project “${project}”`);
      return { personId };
    },
  };
};
