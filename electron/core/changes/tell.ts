import type { Result } from '../../contract/index.ts';
import { succeed } from '../../contract/index.ts';
import type { ApiFailure, ApiResult } from '../redbooth/client-port.ts';
import type { Directory, Me } from '../redbooth/directory-port.ts';
import { taskUrl } from '../redbooth/links.ts';
import type { Task, User } from '../redbooth/task.ts';
import type { ChangeAccount, FieldEdit, NamedPerson, NewChange } from './change.ts';
import type { RawChange, RawEdit } from './difference.ts';
import type { Told } from './look.ts';
import type { Snapshot } from './snapshot.ts';

type Source = NewChange['source'];

/** Turns what was found into changes in people's words: names for ids, and how it all relates to the signed-in user. */
export type Teller = {
  /** Changes of a task that was seen, in order. */
  ofSeen(
    task: Task,
    before: Task | null,
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

/** Whether a comment's text mentions a user: an `@username` that is not part of a longer word (redbooth-api, section 6). */
export const mentions = (body: string, username: string): boolean => {
  if (username === '') return false;
  const escaped = username.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w@])@${escaped}(?![\\w-]|\\.\\w)`, 'iu').test(body);
};

/** Makes a teller that asks `directory` for names; `origin` is where Redbooth's pages live. */
export const createTeller = (directory: Directory, origin: string): Teller => {
  const named = (user: User): NamedPerson => ({
    userId: user.id,
    name: directory.shortName(user),
    fullName: `${user.firstName} ${user.lastName}`.trim(),
  });
  const actorOf = async (userId: string | null): Promise<NamedPerson | null> => {
    const user = userId === null ? null : await found(directory.user(userId));
    return user === null ? null : named(user);
  };
  const assigneeOf = async (personId: string | null, projectId: string): Promise<NamedPerson | null> => {
    const user = personId === null ? null : await found(directory.userOfPerson(personId, projectId));
    return user === null ? null : named(user);
  };
  const projectOf = async (projectId: string): Promise<ChangeAccount['project']> => {
    const project = await found(directory.project(projectId));
    return project === null ? null : { id: project.id, name: project.name };
  };

  const nameOf = async (edit: RawEdit, value: string | null, projectId: string): Promise<string | null> => {
    if (value === null) return null;
    switch (edit.field) {
      case 'assigned_id':
        return (await assigneeOf(value, projectId))?.name ?? 'Someone';
      case 'project_id':
        return (await projectOf(value))?.name ?? 'another project';
      case 'task_list_id':
        return (await found(directory.taskList(value)))?.name ?? 'another list';
      case 'name':
      case 'status':
      case 'due_on':
      case 'urgent':
      case 'description':
      case 'is_private':
        return value;
    }
  };
  const fieldEdit = async (edit: RawEdit, projectBefore: string, projectAfter: string): Promise<FieldEdit> => {
    const isMe = async (value: string | null, projectId: string): Promise<boolean> =>
      edit.field === 'assigned_id' && value !== null && (await found(directory.isMyPerson(value, projectId)));
    return {
      field: edit.field,
      before: await nameOf(edit, edit.before, projectBefore),
      after: await nameOf(edit, edit.after, projectAfter),
      beforeIsMe: await isMe(edit.before, projectBefore),
      afterIsMe: await isMe(edit.after, projectAfter),
    };
  };

  const accountOf = async (me: Me, task: Task, before: Task | null, change: RawChange): Promise<ChangeAccount> => {
    const edits: FieldEdit[] = [];
    for (const edit of change.edits)
      edits.push(await fieldEdit(edit, before?.projectId ?? task.projectId, task.projectId));
    return {
      title: task.name,
      project: await projectOf(task.projectId),
      url: taskUrl(origin, task.projectId, task.id),
      actor: await actorOf(change.actorUserId),
      isOwn: change.actorUserId !== null && change.actorUserId === me.user.id,
      edits,
      comment:
        change.comment === null
          ? null
          : { ...change.comment, mentionsMe: mentions(change.comment.body, me.user.username) },
      assignee: await assigneeOf(task.assignedPersonId, task.projectId),
      dueOn: task.dueOn,
      relation: {
        assigned:
          task.assignedPersonId !== null && (await found(directory.isMyPerson(task.assignedPersonId, task.projectId))),
        wasAssigned: edits.some((edit) => edit.beforeIsMe),
        created: task.creatorUserId === me.user.id,
        watching: task.watcherUserIds.includes(me.user.id),
      },
    };
  };

  return {
    ofSeen: (task, before, told, source) =>
      orFailure(async () => {
        const me = await found(directory.me());
        const changes: NewChange[] = [];
        const add = async (kind: NewChange['kind'], change: RawChange): Promise<void> => {
          changes.push({ kind, source, happenedAt: change.at, account: await accountOf(me, task, before, change) });
        };
        if (told.isNew === 'created') {
          await add('created', { actorUserId: task.creatorUserId, at: task.createdAt, edits: [], comment: null });
        }
        for (const change of told.changes) await add('updated', change);
        if (told.isNew === 'first-seen' && changes.length === 0) {
          await add('first-seen', { actorUserId: task.updatedByUserId, at: task.updatedAt, edits: [], comment: null });
        }
        return changes;
      }),
    ofGone: (last, at, source) =>
      orFailure(async () => {
        const me = await found(directory.me());
        const account = await accountOf(me, last.task, null, { actorUserId: null, at, edits: [], comment: null });
        return { kind: 'gone', source, happenedAt: at, account: { ...account, url: null } };
      }),
  };
};
