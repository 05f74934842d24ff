import type { Result } from '../../contract/index.ts';
import { succeed } from '../../contract/index.ts';
import type { ApiFailure, ApiResult } from '../redbooth/client-port.ts';
import { type Directory, type Me, unnamed } from '../redbooth/directory-port.ts';
import { taskUrl } from '../redbooth/links.ts';
import type { Project, Task, User } from '../redbooth/task.ts';
import type { ChangeAccount, FieldEdit, NamedPerson, NewChange } from './change.ts';
import type { RawChange, RawEdit } from './difference.ts';
import type { Told } from './look.ts';
import { mentionsUser } from './mention.ts';
import type { Snapshot } from './snapshot.ts';

type Source = NewChange['source'];

/** Turns what was found into changes in people's words: names for ids, and how it all relates to the signed-in user. */
export type Teller = {
  /** Changes of a task that was seen, in order. */
  ofSeen(
    task: Task,
    before: Snapshot | null,
    told: Told,
    source: Source,
  ): Promise<Result<readonly NewChange[], ApiFailure>>;
  /** The change that says a task is gone, told from its last snapshot. */
  ofGone(last: Snapshot, at: number, source: Source): Promise<Result<NewChange, ApiFailure>>;
};

/** How a failure to find a name leaves this file without every step passing it on by hand. */
class LookupFailed extends Error {
  readonly failure: ApiFailure;
  constructor(failure: ApiFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

const found = async <Value>(lookup: ApiResult<Value>): Promise<Value> => {
  const result = await lookup;
  if (result.ok) return result.value;
  throw new LookupFailed(result.failure);
};

const orFailure = async <Value>(work: () => Promise<Value>): Promise<Result<Value, ApiFailure>> => {
  try {
    return succeed(await work());
  } catch (error) {
    if (error instanceof LookupFailed) return { ok: false, failure: error.failure };
    throw error;
  }
};

/** Where and how a change found its task: `before` as it was last seen, `assignedPersonId` as the change left it. */
type Scene = { readonly task: Task; readonly before: Snapshot | null; readonly assignedPersonId: string | null };

/** Watching may end unnoticed: that the user watched at the last look says little after this long (ms). */
const longestTrustInWatching = 60 * 60_000;

/** Who has the task after each change; what a change does not say was so before it. */
const assigneesAfter = (task: Task, before: Task | null, changes: readonly RawChange[]): readonly (string | null)[] => {
  const assignments = changes.map(({ edits }) => edits.find(({ field }) => field === 'assigned_id'));
  const first = assignments.find((edit) => edit !== undefined);
  let current =
    before === null ? (first?.before ?? (first === undefined ? task.assignedPersonId : null)) : before.assignedPersonId;
  return assignments.map((edit) => {
    if (edit !== undefined) current = edit.after;
    return current;
  });
};

/** Makes a teller that asks `directory` for names; `origin` is where Redbooth's pages live. */
export const createTeller = (directory: Directory, origin: string): Teller => {
  const named = (user: User): NamedPerson => ({
    userId: user.id,
    name: directory.shortName(user),
    fullName: `${user.firstName} ${user.lastName}`.trim() || directory.shortName(user),
  });
  const actorOf = async (userId: string | null): Promise<NamedPerson | null> => {
    const user = userId === null ? null : await found(directory.user(userId));
    return user === null ? null : named(user);
  };
  /** The projects a person of this change may belong to: a task that was moved has its past in another one. */
  const projectsOf = ({ task, before }: Scene, edits: readonly RawEdit[]): readonly string[] => {
    const moves = edits.flatMap(({ field, before: from, after: to }) => (field === 'project_id' ? [to, from] : []));
    const ids = [task.projectId, before?.task.projectId, ...moves].flatMap((id) => id ?? []);
    return [...new Set(ids)];
  };
  const userOf = async (personId: string | null, projectIds: readonly string[]): Promise<User | null> => {
    if (personId === null) return null;
    for (const projectId of projectIds) {
      const user = await found(directory.userOfPerson(personId, projectId));
      if (user !== null) return user;
    }
    return null;
  };
  const isMe = async (personId: string | null, projectIds: readonly string[]): Promise<boolean> => {
    if (personId === null) return false;
    for (const projectId of projectIds) if (await found(directory.isMyPerson(personId, projectId))) return true;
    return false;
  };
  const projectOf = async (projectId: string): Promise<Project | null> => found(directory.project(projectId));

  const nameOf = async (field: RawEdit['field'], value: string): Promise<string> => {
    switch (field) {
      case 'project_id':
        return (await projectOf(value))?.name ?? unnamed.project;
      case 'task_list_id':
        return (await found(directory.taskList(value)))?.name ?? unnamed.list;
      case 'assigned_id':
      case 'name':
      case 'status':
      case 'due_on':
      case 'urgent':
      case 'description':
      case 'is_private':
        return value;
    }
  };
  const assignment = async (edit: RawEdit, scene: Scene, edits: readonly RawEdit[]): Promise<FieldEdit | null> => {
    const projectIds = projectsOf(scene, edits);
    const before = await userOf(edit.before, projectIds);
    const after = await userOf(edit.after, projectIds);
    const beforeIsMe = await isMe(edit.before, projectIds);
    const afterIsMe = await isMe(edit.after, projectIds);
    // In another project, or back in the same one, somebody is another person.
    if (before !== null && before.id === after?.id) return null;
    const isMove = edits.some(({ field }) => field === 'project_id');
    const isUnclear = edit.before !== null && edit.after !== null && (before === null || after === null);
    if (isMove && isUnclear && !beforeIsMe && !afterIsMe) return null;
    const nameOfUser = (personId: string | null, user: User | null): string | null =>
      personId === null ? null : user === null ? unnamed.person : directory.shortName(user);
    return {
      field: edit.field,
      before: nameOfUser(edit.before, before),
      after: nameOfUser(edit.after, after),
      beforeIsMe,
      afterIsMe,
    };
  };
  const fieldEdit = async (edit: RawEdit, scene: Scene, edits: readonly RawEdit[]): Promise<FieldEdit | null> => {
    if (edit.field === 'assigned_id') return assignment(edit, scene, edits);
    return {
      field: edit.field,
      before: edit.before === null ? null : await nameOf(edit.field, edit.before),
      after: edit.after === null ? null : await nameOf(edit.field, edit.after),
      beforeIsMe: false,
      afterIsMe: false,
    };
  };

  const accountOf = async (me: Me, scene: Scene, change: RawChange): Promise<ChangeAccount> => {
    const { task, before } = scene;
    const edits: FieldEdit[] = [];
    for (const edit of change.edits) {
      const told = await fieldEdit(edit, scene, change.edits);
      if (told !== null) edits.push(told);
    }
    const project = await projectOf(task.projectId);
    const projectIds = projectsOf(scene, change.edits);
    const assignee = await userOf(scene.assignedPersonId, projectIds);
    const { comment } = change;
    const watches = ({ watcherUserIds }: Task): boolean => watcherUserIds.includes(me.user.id);
    // Whoever stopped watching since the last look may have watched when it changed.
    const watchedLately =
      before !== null && change.at - before.readAt <= longestTrustInWatching && watches(before.task);
    return {
      title: task.name,
      project: project === null ? null : { id: project.id, name: project.name },
      organizationId: project?.organizationId ?? null,
      url: taskUrl(origin, task.projectId, task.id),
      actor: await actorOf(change.actorUserId),
      isOwn: change.actorUserId !== null && change.actorUserId === me.user.id,
      edits,
      comment: comment && { id: comment.id, body: comment.body, mentionsMe: mentionsUser(comment, me.user.username) },
      assignee: assignee && named(assignee),
      dueOn: task.dueOn,
      relation: {
        assigned: await isMe(scene.assignedPersonId, projectIds),
        wasAssigned: edits.some((edit) => edit.beforeIsMe),
        created: task.creatorUserId === me.user.id,
        watching: watches(task) || watchedLately,
      },
    };
  };

  const plainChange = (actorUserId: string | null, at: number): RawChange => ({
    actorUserId,
    at,
    edits: [],
    comment: null,
  });

  return {
    ofSeen: (task, before, told, source) =>
      orFailure(async () => {
        const me = await found(directory.me());
        const changes: NewChange[] = [];
        const add = async (
          kind: NewChange['kind'],
          change: RawChange,
          assignedPersonId: string | null,
        ): Promise<void> => {
          const account = await accountOf(me, { task, before, assignedPersonId }, change);
          // Of a move that only gave the assignee another person id, nothing may be left to tell.
          if (kind === 'updated' && account.edits.length === 0 && account.comment === null) return;
          changes.push({ kind, source, happenedAt: change.at, account });
        };
        const [created, ...updates] = [plainChange(task.creatorUserId, task.createdAt), ...told.changes];
        const [atFirst, ...assignees] = assigneesAfter(task, before?.task ?? null, [created, ...updates]);
        if (told.isNew === 'created') await add('created', created, atFirst ?? null);
        for (const [index, change] of updates.entries()) await add('updated', change, assignees[index] ?? null);
        if (told.isNew === 'first-seen' && changes.length === 0)
          await add('first-seen', plainChange(task.updatedByUserId, task.updatedAt), task.assignedPersonId);
        return changes;
      }),
    ofGone: (last, at, source) =>
      orFailure(async () => {
        const me = await found(directory.me());
        const scene = { task: last.task, before: null, assignedPersonId: last.task.assignedPersonId };
        const account = await accountOf(me, scene, plainChange(null, at));
        return { kind: 'gone', source, happenedAt: at, account: { ...account, url: null } };
      }),
  };
};
