import type { Clock } from '../core/clock.ts';
import type { Task, TaskList } from './entities.ts';
import type { FireHook } from './hooks.ts';
import type { Quirks } from './quirks.ts';
import type { World } from './world.ts';

/** `silently` sends no hook, as when one gets lost. */
export type ActionOptions = { readonly silently?: boolean };

export type ActionParts = {
  readonly world: World;
  readonly clock: Clock;
  readonly quirks: Quirks;
  readonly fireHook: FireHook;
  /** Whether these are the actions of Redbooth's API, whose edits may leave no comment. */
  readonly isApi: boolean;
};

/** A task that can still be changed; throws when it was deleted. */
export const livingTask = (world: World, taskId: string): Task => {
  const task = world.task(taskId);
  if (task.isDeleted) throw new Error(`task ${taskId} has been deleted`);
  return task;
};

/** A project's list by name or id, the first when none is named; throws when there is none. */
export const taskListNamed = (world: World, projectId: string, taskList: string | undefined): TaskList => {
  const lists = [...world.taskLists.values()].filter((list) => list.projectId === projectId);
  const found = taskList === undefined ? lists[0] : lists.find(({ id, name }) => id === taskList || name === taskList);
  if (!found) throw new Error(`the simulation has no task list “${taskList ?? ''}” in project ${projectId}`);
  return found;
};

/** The person that a task of the project can be assigned to; throws when that user is not in it. */
export const personNamed = (world: World, username: string, projectId: string): string => {
  const person = world.personOf(world.userNamed(username).id, projectId);
  if (!person) throw new Error(`${username} has not joined project ${projectId}`);
  return person.id;
};
