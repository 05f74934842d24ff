import type { Comment, Person, Project, Task, TaskList, User } from '../../electron/simulator/entities.ts';
import type { World } from '../../electron/simulator/world.ts';

/** A task as it was from a moment on, for as long as nothing else is kept of it. Times are ms. */
export type Moment = {
  readonly at: number;
  readonly task: Task;
  readonly comments: readonly Comment[];
  /** To the user whose app is judged; a deleted task is not. */
  readonly isVisible: boolean;
};

/** All that was ever true in a simulated Redbooth: what the app's account is held against. */
export type Chronicle = {
  /** By task id, in order. */
  readonly moments: ReadonlyMap<string, readonly Moment[]>;
  /** Every form that a row ever had, by id. */
  readonly users: ReadonlyMap<string, readonly User[]>;
  readonly projects: ReadonlyMap<string, readonly Project[]>;
  readonly taskLists: ReadonlyMap<string, readonly TaskList[]>;
  readonly people: ReadonlyMap<string, readonly Person[]>;
  /** When the user was out of a project, if only for a while. */
  readonly projectsOnceClosed: ReadonlySet<string>;
};

/** Keeps a chronicle; `note` is to be called after everything that happens, with the time. */
export const createChronicle = (world: World, username: string): Chronicle & { note(at: number): void } => {
  const moments = new Map<string, Moment[]>();
  const users = new Map<string, User[]>();
  const projects = new Map<string, Project[]>();
  const taskLists = new Map<string, TaskList[]>();
  const people = new Map<string, Person[]>();
  const projectsOnceClosed = new Set<string>();
  const nothing: readonly Comment[] = [];

  /** Rows are replaced, never altered: another object is another form. */
  const keep = <Row extends { readonly id: string }>(forms: Map<string, Row[]>, rows: Iterable<Row>): boolean => {
    let isNew = false;
    for (const row of rows) {
      const known = forms.get(row.id) ?? [];
      if (known.at(-1) === row) continue;
      forms.set(row.id, [...known, row]);
      isNew = true;
    }
    return isNew;
  };

  return {
    moments,
    users,
    projects,
    taskLists,
    people,
    projectsOnceClosed,
    note: (at) => {
      keep(users, world.users.values());
      keep(projects, world.projects.values());
      keep(taskLists, world.taskLists.values());
      const hasMembershipChanged = keep(people, world.people.values());
      const me = world.userNamed(username);
      if (hasMembershipChanged)
        for (const { id } of world.projects.values()) if (!world.personOf(me.id, id)) projectsOnceClosed.add(id);
      for (const task of world.tasks.values()) {
        const known = moments.get(task.id) ?? [];
        const last = known.at(-1);
        const comments = world.comments.get(task.id) ?? nothing;
        if (!hasMembershipChanged && last?.task === task && last.comments === comments) continue;
        const isVisible = !task.isDeleted && world.canSee(me, task);
        if (last?.task === task && last.comments === comments && last.isVisible === isVisible) continue;
        known.push({ at, task, comments, isVisible });
        moments.set(task.id, known);
      }
    },
  };
};
