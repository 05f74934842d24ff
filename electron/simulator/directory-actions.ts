import { type ActionOptions, type ActionParts, taskListNamed } from './action-parts.ts';
import type { Task } from './entities.ts';

type NewProject = {
  readonly name: string;
  /** Name or id; the first organization when left out. */
  readonly organization?: string;
  /** Usernames; the first of them owns the lists. */
  readonly members: readonly [string, ...string[]];
  readonly taskLists: readonly string[];
};

/** New things and new names. Projects and lists are named by name or id. */
export type DirectoryActions = {
  addProject(project: NewProject): { readonly projectId: string };
  renameUser(
    username: string,
    names: { readonly firstName?: string; readonly lastName?: string; readonly username?: string },
  ): void;
  renameProject(project: string, name: string, options?: ActionOptions): void;
  archiveProject(project: string, isArchived: boolean): void;
  renameTaskList(project: string, taskList: string, name: string, options?: ActionOptions): void;
};

/** What people do with projects, lists and their own names. */
export const createDirectoryActions = ({ world, clock, quirks, fireHook }: ActionParts): DirectoryActions => {
  const fireFor = ({ silently }: ActionOptions, isIn: (task: Task) => boolean): void => {
    if (silently === true || !quirks.renameFiresHook) return;
    for (const task of world.tasks.values()) if (!task.isDeleted && isIn(task)) fireHook('update', task);
  };

  return {
    addProject: ({ name, organization, members, taskLists }) => {
      const now = { createdAt: clock.now(), updatedAt: clock.now() };
      const { id: organizationId } = world.organizationNamed(organization ?? world.organization.id);
      const projectId = world.nextId('project');
      world.projects.set(projectId, { id: projectId, name, organizationId, isArchived: false, ...now });
      for (const username of members) {
        const userId = world.userNamed(username).id;
        world.addMember(userId, organizationId, false);
        world.putPerson({ id: world.nextId('person'), userId, projectId, hasLeft: false, ...now });
      }
      const userId = world.userNamed(members[0]).id;
      for (const listName of taskLists) {
        const id = world.nextId('taskList');
        world.taskLists.set(id, { id, name: listName, projectId, userId, ...now });
      }
      return { projectId };
    },
    renameUser: (username, names) => {
      const user = world.userNamed(username);
      world.users.set(user.id, { ...user, ...names, updatedAt: clock.now() });
    },
    renameProject: (named, name, options = {}) => {
      const project = world.projectNamed(named);
      world.projects.set(project.id, { ...project, name, updatedAt: clock.now() });
      fireFor(options, (task) => task.projectId === project.id);
    },
    archiveProject: (named, isArchived) => {
      const project = world.projectNamed(named);
      world.projects.set(project.id, { ...project, isArchived, updatedAt: clock.now() });
    },
    renameTaskList: (project, taskList, name, options = {}) => {
      const list = taskListNamed(world, world.projectNamed(project).id, taskList);
      world.taskLists.set(list.id, { ...list, name, updatedAt: clock.now() });
      fireFor(options, (task) => task.taskListId === list.id);
    },
  };
};
