import type { Person, Project, Task } from './entities.ts';
import type { Random } from './random.ts';
import type { Simulator } from './simulator.ts';
import { descriptions, mentionsOfAda, remarks, taskNames } from './team-words.ts';
import { dateAfter } from './world.ts';

/** What one step of the team was. `notable` means that it concerns Ada and somebody else did it. */
export type Move = {
  readonly kind: string;
  readonly taskId: string;
  readonly by: string;
  readonly notable: boolean;
};

/** Does one thing, or returns null when there is nothing to do it to. */
type Attempt = () => Move | null;

export type Moves = {
  /** The first notable moves, in order, each told by the words everybody knows. */
  readonly opening: readonly Attempt[];
  notable(): Move;
  background(): Move;
};

const me = 'ada';
const mostTasksInProject = 30;
const mostComments = 12;

/** All that the team can do to a simulator that holds the office; chance decides who, what and where. */
export const createMoves = (options: {
  readonly simulator: Simulator;
  readonly random: Random;
  readonly now: () => number;
}): Moves => {
  const { simulator, random, now } = options;
  const { world } = simulator;
  const teammates = [...world.users.values()].map(({ username }) => username).filter((name) => name !== me);
  const myId = world.userNamed(me).id;
  const unusedNames = new Map<string, string[]>();

  const someone = (except: readonly string[] = []): string =>
    random.pick(teammates.filter((name) => !except.includes(name))) ?? me;
  const living = (): Task[] => [...world.tasks.values()].filter((task) => !task.isDeleted);
  const assignee = ({ assignedPersonId }: Task): Person | undefined => world.people.get(assignedPersonId ?? '');
  const isMine = (task: Task): boolean => assignee(task)?.userId === myId;
  const concernsMe = (task: Task): boolean =>
    isMine(task) || task.creatorUserId === myId || task.watcherUserIds.includes(myId);
  const isOpen = ({ status }: Task): boolean => status === 'new' || status === 'open';
  const day = (): string => dateAfter(now(), random.between(1, 21));
  const ownerOf = (task: Task): string => world.users.get(assignee(task)?.userId ?? '')?.username ?? someone();

  const one = (test: (task: Task) => boolean): Task | undefined => random.pick(living().filter(test));
  const named = (name: string): Task | undefined => living().find((task) => task.name === name);

  const newName = (project: Project): string => {
    const left = unusedNames.get(project.id) ?? [];
    if (left.length === 0) left.push(...random.shuffled(taskNames[project.name] ?? ['Odds and ends']));
    const name = left.pop() ?? 'Odds and ends';
    unusedNames.set(project.id, left);
    return name;
  };
  const done = (kind: string, { taskId }: { readonly taskId: string }, by: string, notable: boolean): Move => ({
    kind,
    taskId,
    by,
    notable,
  });

  const create = (assignedTo: string | null, by: string, notable: boolean): Move => {
    const project = random.pick([...world.projects.values()]);
    if (!project) throw new Error('the team has no project to work in');
    const lists = [...world.taskLists.values()].filter(({ projectId }) => projectId === project.id);
    const taskList = random.pick(lists);
    return done(
      'create',
      simulator.createTask({
        name: newName(project),
        by,
        project: project.id,
        status: assignedTo === null ? 'new' : 'open',
        ...(taskList ? { taskList: taskList.id } : {}),
        ...(assignedTo === null ? {} : { assignedTo }),
        ...(random.chance(0.5) ? { dueOn: day() } : {}),
      }),
      by,
      notable,
    );
  };
  const change = (
    kind: string,
    task: Task | undefined,
    by: string,
    notable: boolean,
    edit: Parameters<Simulator['editTask']>[1],
  ): Move | null => (task ? done(kind, simulator.editTask(task.id, edit, by), by, notable) : null);
  const say = (kind: string, task: Task | undefined, body: string, by: string, notable: boolean): Move | null =>
    task ? done(kind, simulator.comment(task.id, body, by), by, notable) : null;
  const quiet = (task: Task): boolean => task.commentsCount < mostComments;
  const remark = (): string => random.pick(remarks) ?? 'Noted.';

  const notableMoves: readonly Attempt[] = [
    () =>
      say(
        'mention',
        one((task) => isOpen(task) && quiet(task)),
        random.pick(mentionsOfAda) ?? '@ada?',
        someone(),
        true,
      ),
    () =>
      change(
        'assign',
        one((task) => isOpen(task) && !isMine(task)),
        someone(),
        true,
        { assignedTo: me },
      ),
    () => create(me, someone(), true),
    () =>
      say(
        'comment',
        one((task) => isMine(task) && quiet(task)),
        remark(),
        someone(),
        true,
      ),
    () =>
      change(
        'status',
        one((task) => isMine(task) && isOpen(task)),
        someone(),
        true,
        { status: 'resolved' },
      ),
    () =>
      change(
        'status',
        one((task) => isMine(task) && isOpen(task)),
        someone(),
        true,
        { status: 'hold' },
      ),
    () =>
      change(
        'status',
        one((task) => isMine(task) && !isOpen(task)),
        someone(),
        true,
        { status: 'open' },
      ),
    () => {
      const dueOn = day();
      return change(
        'due',
        one((task) => isMine(task) && isOpen(task) && task.dueOn !== dueOn),
        someone(),
        true,
        {
          dueOn,
        },
      );
    },
    () =>
      change(
        'urgent',
        one((task) => isMine(task) && isOpen(task) && !task.isUrgent),
        someone(),
        true,
        { isUrgent: true },
      ),
    () =>
      change(
        'unassign',
        one((task) => isMine(task) && isOpen(task)),
        someone(),
        true,
        { assignedTo: someone() },
      ),
  ];

  const theirs = (test: (task: Task) => boolean) => one((task) => !concernsMe(task) && test(task));
  const crowded = (): Task | undefined => {
    const tasks = living();
    return tasks
      .filter(
        (task) =>
          !isOpen(task) && tasks.filter((other) => other.projectId === task.projectId).length > mostTasksInProject,
      )
      .sort((a, b) => Number(a.id) - Number(b.id))[0];
  };
  const backgroundMoves: readonly Attempt[] = [
    () => create(random.chance(0.7) ? someone() : null, someone(), false),
    () =>
      say(
        'comment',
        theirs((task) => isOpen(task) && quiet(task)),
        remark(),
        someone(),
        false,
      ),
    () => {
      const task = theirs(isOpen);
      return task ? change('assign', task, someone(), false, { assignedTo: someone([ownerOf(task)]) }) : null;
    },
    () => {
      const task = theirs(isOpen);
      return task ? change('status', task, ownerOf(task), false, { status: 'resolved', comment: remark() }) : null;
    },
    () => {
      const task = theirs((candidate) => candidate.status === 'new');
      return task ? change('status', task, ownerOf(task), false, { status: 'open' }) : null;
    },
    () => {
      const dueOn = day();
      return change(
        'due',
        theirs((task) => isOpen(task) && task.dueOn !== dueOn),
        someone(),
        false,
        { dueOn },
      );
    },
    () =>
      change(
        'urgent',
        theirs((task) => isOpen(task) && !task.isUrgent),
        someone(),
        false,
        { isUrgent: true },
      ),
    () => {
      const task = theirs((candidate) => !candidate.name.endsWith(' (final)'));
      return change('rename', task, someone(), false, { name: `${task?.name ?? ''} (final)` });
    },
    () => {
      const description = random.pick(descriptions) ?? '';
      return change(
        'describe',
        theirs((task) => task.description !== description),
        someone(),
        false,
        { description },
      );
    },
    () => {
      const task = theirs((candidate) => !isOpen(candidate));
      return task ? done('delete', simulator.deleteTask(task.id, someone()), someone(), false) : null;
    },
    // Ada's own doings: she should hear of none of them.
    () =>
      say(
        'comment',
        one((task) => isMine(task) && quiet(task)),
        remark(),
        me,
        false,
      ),
    () =>
      change(
        'status',
        one((task) => isMine(task) && isOpen(task)),
        me,
        false,
        { status: 'resolved' },
      ),
    () => create(someone(), me, false),
  ];

  const firstThatWorks = (attempts: readonly Attempt[], fallback: () => Move): Move => {
    for (const attempt of random.shuffled(attempts)) {
      const move = attempt();
      if (move) return move;
    }
    return fallback();
  };

  return {
    opening: [
      () =>
        say('mention', named('Pricing page'), '@ada can you check the numbers before we ship on Friday?', 'bo', true),
      () => change('assign', named('Book venue'), 'bo', true, { assignedTo: me }),
      () =>
        change('status', named('Draft launch plan'), 'chi', true, {
          status: 'resolved',
          dueOn: dateAfter(now(), 14),
          comment: 'All agreed, thank you.',
        }),
    ],
    notable: () => firstThatWorks(notableMoves, () => create(me, someone(), true)),
    background: () => {
      const old = crowded();
      if (old) {
        const by = someone();
        return done('delete', simulator.deleteTask(old.id, by), by, false);
      }
      return firstThatWorks(backgroundMoves, () => create(someone(), someone(), false));
    },
  };
};
