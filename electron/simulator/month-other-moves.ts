import { type Choices, owner, ownShare } from './month-choices.ts';
import type { TruthLog } from './month-truth.ts';
import { monthDescriptions, newTaskNames } from './month-words.ts';
import type { Random } from './random.ts';
import type { Simulator } from './simulator.ts';
import { dateAfter } from './world.ts';

/** What came of it: a new task, something else, or that it cannot be done just now. */
type Outcome = { readonly kind: 'created'; readonly taskId: string } | { readonly kind: 'done' | 'impossible' };

export type WeightedOtherMove = { readonly weight: number; readonly move: (at: number) => Outcome };

const mostTasks = 400;
const fewestMembers = 3;
const fewestOwnProjects = 2;
const laterUsers = [
  { firstName: 'Kai', lastName: 'Brandt', username: 'kai' },
  { firstName: 'Inês', lastName: 'Prado', username: 'ines' },
];

const done: Outcome = { kind: 'done' };
const impossible: Outcome = { kind: 'impossible' };

const withOrWithout = (name: string, ending: string): string =>
  name.endsWith(ending) ? name.slice(0, -ending.length) : `${name}${ending}`;

/** All that is not done to a task that is there: new tasks, people who come and go, new names. */
export const createOtherMoves = (
  simulator: Simulator,
  random: Random,
  { chosen, living, members, lists }: Choices,
  log: TruthLog,
): readonly WeightedOtherMove[] => {
  const { world } = simulator;
  const newcomers = [...laterUsers];
  const someProject = () => chosen([...world.projects.values()]);

  const create = (at: number): Outcome => {
    if (living().length >= mostTasks) return impossible;
    const project = someProject();
    const joined = members(project.id);
    const me = random.chance(ownShare) ? joined.find(({ username }) => username === owner) : undefined;
    const by = me ?? chosen(joined);
    const assignee = random.chance(0.6) ? chosen(joined).username : undefined;
    const taskId = log.record(at, by.id, null, () =>
      simulator.createTask({
        name: chosen(newTaskNames),
        by: by.username,
        project: project.id,
        taskList: chosen(lists(project.id)).id,
        isPrivate: random.chance(0.08),
        ...(assignee === undefined ? {} : { assignedTo: assignee }),
        ...(random.chance(0.4) ? { dueOn: dateAfter(at, random.between(0, 25)) } : {}),
        ...(random.chance(0.2) ? { description: chosen(monthDescriptions) } : {}),
      }),
    );
    return { kind: 'created', taskId };
  };
  const joinProject = (at: number): Outcome => {
    const project = someProject();
    const user = random.chance(0.3) ? world.userNamed(owner) : chosen([...world.users.values()]);
    if (world.personOf(user.id, project.id)) return impossible;
    const { personId } = simulator.joinProject(user.username, project.id);
    log.recordMembership({ at, kind: 'joined', userId: user.id, projectId: project.id, personId });
    return done;
  };
  const leaveProject = (at: number): Outcome => {
    const project = someProject();
    const all = members(project.id);
    const user = random.chance(0.3) ? world.userNamed(owner) : chosen(all);
    const own = [...world.projects.values()].filter(({ id }) => world.personOf(user.id, id));
    if (!all.includes(user) || all.length <= fewestMembers || own.length <= fewestOwnProjects) return impossible;
    const { personId } = simulator.leaveProject(user.username, project.id);
    log.recordMembership({ at, kind: 'left', userId: user.id, projectId: project.id, personId });
    return done;
  };
  const addUser = (at: number): Outcome => {
    const newcomer = newcomers.shift();
    if (!newcomer) return impossible;
    const project = someProject();
    const { userId } = simulator.addUser(newcomer);
    const { personId } = simulator.joinProject(newcomer.username, project.id);
    log.recordMembership({ at, kind: 'joined', userId, projectId: project.id, personId });
    return done;
  };
  const renameUser = (): Outcome => {
    const user = chosen([...world.users.values()].filter(({ username }) => username !== owner));
    simulator.renameUser(user.username, { lastName: withOrWithout(user.lastName, '-Berg') });
    return done;
  };
  const renameProject = (): Outcome => {
    const project = someProject();
    simulator.renameProject(project.id, withOrWithout(project.name, ' 2'));
    return done;
  };
  const renameTaskList = (): Outcome => {
    const list = chosen([...world.taskLists.values()]);
    simulator.renameTaskList(list.projectId, list.id, withOrWithout(list.name, '*'));
    return done;
  };

  return [
    { weight: 20, move: create },
    { weight: 1.5, move: joinProject },
    { weight: 1.5, move: leaveProject },
    { weight: 0.3, move: addUser },
    { weight: 0.5, move: renameUser },
    { weight: 0.3, move: renameProject },
    { weight: 0.3, move: renameTaskList },
  ];
};
