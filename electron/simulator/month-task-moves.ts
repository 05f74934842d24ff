import type { Task, User } from './entities.ts';
import { type Choices, owner } from './month-choices.ts';
import { mentioningWords, monthDescriptions, nameEndings, plainWords } from './month-words.ts';
import { statuses } from './quirks.ts';
import type { Random } from './random.ts';
import type { Simulator } from './simulator.ts';
import type { TaskEdit } from './task-actions.ts';
import { dateAfter } from './world.ts';

/** Something done to a task by somebody at a moment (ms); null when it cannot be done to this one. */
type TaskMove = (task: Task, by: User, at: number) => { readonly taskId: string } | null;

export type WeightedTaskMove = {
  readonly weight: number;
  /** Whether people do it several times in a minute. */
  readonly isForBurst: boolean;
  readonly move: TaskMove;
};

const fewestTasks = 60;

/** All that people do to a task that is there. */
export const createTaskMoves = (
  simulator: Simulator,
  random: Random,
  { chosen, other, living, members, lists }: Choices,
): readonly WeightedTaskMove[] => {
  const { world } = simulator;
  const baseNames = new Map<string, string>();

  const assigneeOf = (task: Task): string | null => {
    const userId = world.people.get(task.assignedPersonId ?? '')?.userId;
    return world.users.get(userId ?? '')?.username ?? null;
  };
  const words = (task: Task): string => {
    if (!random.chance(0.25)) return chosen(plainWords);
    const { username } = random.chance(0.4) ? world.userNamed(owner) : chosen(members(task.projectId));
    const written = random.chance(0.15) ? username.toUpperCase() : username;
    return chosen(mentioningWords).replace('{name}', () => written);
  };
  const edits = {
    status: (task: Task): TaskEdit => ({ status: other(statuses, task.status) }),
    assign: (task: Task): TaskEdit => {
      const names: (string | null)[] = members(task.projectId).map(({ username }) => username);
      const assignee = random.chance(0.25) && names.includes(owner) ? owner : chosen([...names, null]);
      return { assignedTo: assignee === assigneeOf(task) ? null : assignee };
    },
    due: (task: Task, at: number): TaskEdit => ({
      dueOn: task.dueOn !== null && random.chance(0.15) ? null : dateAfter(at, random.between(-2, 25)),
    }),
    urgent: (task: Task): TaskEdit => ({ isUrgent: !task.isUrgent }),
    name: (task: Task): TaskEdit => {
      const base = baseNames.get(task.id) ?? task.name;
      baseNames.set(task.id, base);
      const names = nameEndings.map((ending) => `${base}${ending}`);
      return { name: other(names, task.name) };
    },
    description: (task: Task): TaskEdit => ({ description: other([...monthDescriptions, null], task.description) }),
  };
  const edit =
    (kind: keyof typeof edits): TaskMove =>
    (task, by, at) =>
      simulator.editTask(task.id, edits[kind](task, at), by.username, { byApi: random.chance(0.06) });

  const editSeveral: TaskMove = (task, by, at) =>
    simulator.editTask(
      task.id,
      {
        ...edits.status(task),
        ...(random.chance(0.5) ? edits.due(task, at) : {}),
        ...(random.chance(0.3) ? edits.name(task) : {}),
        ...(random.chance(0.7) ? { comment: words(task) } : {}),
      },
      by.username,
    );
  const changeList: TaskMove = (task, by) => {
    const list = random.pick(lists(task.projectId).filter(({ id }) => id !== task.taskListId));
    return list ? simulator.editTask(task.id, { taskList: list.id }, by.username) : null;
  };
  const moveElsewhere: TaskMove = (task, by) => {
    const projects = [...world.projects.values()].filter(
      ({ id }) => id !== task.projectId && world.personOf(by.id, id) && lists(id).length > 0,
    );
    const project = random.pick(projects);
    return project ? simulator.moveTask(task.id, { project: project.id }, by.username) : null;
  };
  const watch: TaskMove = (task, by) =>
    task.watcherUserIds.includes(by.id)
      ? simulator.unwatchTask(task.id, by.username)
      : simulator.watchTask(task.id, by.username);
  const countSubtasks: TaskMove = (task, by) => {
    const total = random.between(1, 6);
    return simulator.editTask(task.id, { subtasks: { total, resolved: random.between(0, total) } }, by.username);
  };
  const ownComments = (task: Task, by: User) =>
    (world.comments.get(task.id) ?? []).filter(({ userId, body }) => userId === by.id && body !== '');
  const editComment: TaskMove = (task, by) => {
    const comment = random.pick(ownComments(task, by));
    return comment ? simulator.editComment(task.id, comment.id, `${comment.body} (edited)`, by.username) : null;
  };
  const deleteComment: TaskMove = (task, by) => {
    const comment = random.pick(ownComments(task, by));
    return comment ? simulator.deleteComment(task.id, comment.id, by.username) : null;
  };

  return [
    { weight: 30, isForBurst: true, move: (task, by) => simulator.comment(task.id, words(task), by.username) },
    { weight: 16, isForBurst: true, move: edit('status') },
    { weight: 10, isForBurst: true, move: edit('assign') },
    { weight: 9, isForBurst: true, move: edit('due') },
    { weight: 4, isForBurst: true, move: edit('urgent') },
    { weight: 5, isForBurst: true, move: edit('name') },
    { weight: 4, isForBurst: true, move: edit('description') },
    { weight: 5, isForBurst: true, move: editSeveral },
    { weight: 3, isForBurst: true, move: changeList },
    { weight: 3, isForBurst: false, move: moveElsewhere },
    {
      weight: 3,
      isForBurst: false,
      move: (task, by) => simulator.editTask(task.id, { isPrivate: !task.isPrivate }, by.username),
    },
    { weight: 3, isForBurst: false, move: watch },
    {
      weight: 3,
      isForBurst: false,
      move: (task, by) => simulator.editTask(task.id, { position: random.between(0, 50) }, by.username),
    },
    { weight: 2, isForBurst: false, move: countSubtasks },
    { weight: 1, isForBurst: true, move: editComment },
    { weight: 1, isForBurst: false, move: deleteComment },
    {
      weight: 9,
      isForBurst: false,
      move: (task, by) => (living().length > fewestTasks ? simulator.deleteTask(task.id, by.username) : null),
    },
  ];
};
