import type { Task, TaskList, User } from './entities.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** The person whose notifications it is all about. */
export const owner = 'ada';
/** How often Ada does something herself, of all that she could do. */
export const ownShare = 0.08;

/** What chance can choose from, as it is now. */
export const createChoices = (world: World, random: Random) => {
  const chosen = <Item>(items: readonly Item[]): Item => {
    const item = random.pick(items);
    if (item === undefined) throw new Error('there is nothing to choose from');
    return item;
  };

  return {
    chosen,
    /** By the `weight` of each. */
    weighted: <Item extends { readonly weight: number }>(items: readonly Item[]): Item => {
      let left = random.fraction() * items.reduce((sum, { weight }) => sum + weight, 0);
      for (const item of items) {
        left -= item.weight;
        if (left < 0) return item;
      }
      return chosen(items);
    },
    other: <Value>(values: readonly Value[], current: Value): Value =>
      chosen(values.filter((value) => value !== current)),
    living: (): Task[] => [...world.tasks.values()].filter((task) => !task.isDeleted),
    members: (projectId: string): User[] =>
      [...world.users.values()].filter((user) => world.personOf(user.id, projectId)),
    lists: (projectId: string): TaskList[] =>
      [...world.taskLists.values()].filter((list) => list.projectId === projectId),
    someoneWhoSees: (task: Task): User | undefined => {
      const all = [...world.users.values()].filter((user) => world.canSee(user, task));
      const me = all.find(({ username }) => username === owner);
      if (me && (all.length === 1 || random.chance(ownShare))) return me;
      return random.pick(all.filter((user) => user !== me));
    },
  };
};

export type Choices = ReturnType<typeof createChoices>;
