import type { ChangeRow, TaskDetail } from '../../contract/index.ts';
import { isClosed } from '../acting/task-state.ts';
import type { Change } from '../changes/change.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { TaskJournal } from '../hooks/task-journal.ts';
import { createLocalTime } from '../local-time.ts';
import { shortDate } from '../notify/dates.ts';
import { fieldRow } from '../notify/field-words.ts';
import { cutAtWord, oneLine, severalLines } from '../notify/plain-text.ts';
import type { ApiFailure, ApiResult, RedboothClient } from '../redbooth/client-port.ts';
import type { Directory } from '../redbooth/directory-port.ts';
import type { Task, TaskComment, User } from '../redbooth/task.ts';
import { initialsOf } from './rows.ts';

export type TaskDetailPorts = {
  readonly clock: Clock;
  /** The time zone of the settings. */
  readonly zone: () => string | null;
  readonly store: Pick<ChangeStore, 'snapshot' | 'ofTask'>;
  readonly journal: TaskJournal;
  /** A client whose requests go before others, as a person waits. */
  readonly client: Pick<RedboothClient, 'comments'>;
  readonly directory: Pick<Directory, 'me' | 'user' | 'userOfPerson' | 'isMyPerson' | 'project' | 'taskList'>;
  /** The account in use; null before Redbooth has said who is signed in. */
  readonly accountId: () => string | null;
  readonly rowOf: (change: Change) => ChangeRow;
};

const historyAtMost = 100;
const hooksAtMost = 50;
const commentsAtMost = 50;
const descriptionLength = 10_000;
const commentLength = 4_000;
/** Whoever looks at a task wants to see what is known of it, and not to wait for the client's own retries. */
const patience = 8_000;

type Comments = Pick<TaskDetail, 'comments' | 'commentsFailure'>;

const withoutComments = (commentsFailure: string): Comments => ({ comments: null, commentsFailure });
const otherAccount = withoutComments(
  'This task was seen with another account. Sign in with that account to read its comments.',
);
const goneTask = withoutComments(
  'The task is gone: it was deleted, or is no longer visible to you. What you see is how it was last.',
);
const noAnswer = withoutComments(
  'Redbooth does not answer just now, so the comments could not be read. Try again in a moment.',
);

const failed = ({ kind }: ApiFailure): Comments => {
  switch (kind) {
    case 'missing':
    case 'forbidden':
      return withoutComments('Redbooth does not show you the comments of this task. It may be gone, or closed to you.');
    case 'signed-out':
      return withoutComments('You are not signed in to Redbooth. Sign in to read the comments.');
    case 'unavailable':
      return noAnswer;
  }
};

const fullName = ({ firstName, lastName, username }: User): string =>
  oneLine(`${firstName} ${lastName}`) || oneLine(username) || 'Someone';

/** What `lookup` finds; null when it finds nothing or fails, as a name is never worth an error. */
const orNull = async <Value>(lookup: ApiResult<Value | null>): Promise<Value | null> => {
  const found = await lookup;
  return found.ok ? found.value : null;
};

/** Gathers all that is known of the task of a change; only names and comments are asked of Redbooth, 8 s long at most. */
export const createTaskDetail = (ports: TaskDetailPorts): ((change: Change) => Promise<TaskDetail>) => {
  const { clock, zone, store, journal, client, directory, accountId, rowOf } = ports;

  const within = <Value>(work: Promise<Value>, late: Value): Promise<Value> =>
    new Promise((resolve, reject) => {
      const cancel = clock.schedule(patience, () => resolve(late));
      work.then(resolve, reject).finally(cancel);
    });
  const nameOfUser = async (userId: string | null): Promise<string | null> => {
    if (userId === null) return null;
    const user = await orNull(directory.user(userId));
    return user === null ? null : fullName(user);
  };

  const assigneeOf = async ({ assignedPersonId, projectId }: Task, isInUse: boolean): Promise<string | null> => {
    if (assignedPersonId === null) return null;
    if (isInUse && (await orNull(directory.isMyPerson(assignedPersonId, projectId))) === true) return 'You';
    const user = await orNull(directory.userOfPerson(assignedPersonId, projectId));
    return user === null ? 'Someone' : fullName(user);
  };
  const creatorOf = async ({ creatorUserId }: Task, isInUse: boolean): Promise<string | null> => {
    const me = isInUse ? await orNull(directory.me()) : null;
    return me !== null && me.user.id === creatorUserId ? 'You' : nameOfUser(creatorUserId);
  };
  const listOf = async ({ taskListId }: Task): Promise<string | null> =>
    taskListId === null ? null : ((await orNull(directory.taskList(taskListId)))?.name ?? null);

  const commentsOf = async (taskId: string): Promise<Comments> => {
    const read = await client.comments(taskId, null, commentsAtMost);
    if (!read.ok) return failed(read.failure);
    // Redbooth keeps every edit as a comment; those without words are told by the history.
    const said = read.value.filter(({ body }) => body.trim() !== '');
    const authors = new Map<string, string | null>();
    await Promise.all(
      [...new Set(said.flatMap(({ userId }) => userId ?? []))].map(async (id) => authors.set(id, await nameOfUser(id))),
    );
    const shown = ({ id, userId, body, createdAt: at }: TaskComment) => {
      const author = (userId === null ? null : authors.get(userId)) ?? 'Someone';
      return {
        id,
        author,
        initials: initialsOf(author),
        userId,
        body: cutAtWord(severalLines(body), commentLength),
        at,
      };
    };
    return { comments: said.map(shown), commentsFailure: null };
  };

  return async (change) => {
    const { accountId: seenWith, taskId, account } = change;
    const now = clock.now();
    const isInUse = seenWith === accountId();
    const snapshot = store.snapshot(seenWith, taskId);
    const isGone = snapshot === null ? change.kind === 'gone' : snapshot.goneAt !== null;
    const history = store.ofTask(seenWith, taskId, historyAtMost).map(rowOf);
    const hooks = [...journal(taskId, hooksAtMost)];
    const comments = (): Promise<Comments> => within(commentsOf(taskId), noAnswer);
    const saidOf = async (): Promise<Comments> => (!isInUse ? otherAccount : isGone ? goneTask : comments());
    const common = { taskId, isGone, history, hooks };
    if (snapshot === null) {
      // What a change was told with is all there is.
      return {
        ...common,
        ...(await saidOf()),
        name: oneLine(account.title),
        readAt: change.recordedAt,
        status: 'Not known',
        isUrgent: false,
        isPrivate: false,
        assignee: account.assignee?.fullName ?? null,
        due: account.dueOn === null ? null : shortDate(account.dueOn, now, zone()),
        isOverdue: false,
        project: account.project?.name ?? null,
        list: null,
        creator: null,
        description: '',
      };
    }
    const { task } = snapshot;
    const [said, assignee, creator, list, project] = await Promise.all([
      saidOf(),
      within(
        assigneeOf(task, isInUse),
        account.assignee?.fullName ?? (task.assignedPersonId === null ? null : 'Someone'),
      ),
      within(creatorOf(task, isInUse), null),
      within(listOf(task), null),
      within(orNull(directory.project(task.projectId)), null),
    ]);
    const status = { field: 'status', before: null, after: task.status, beforeIsMe: false, afterIsMe: false } as const;
    return {
      ...common,
      ...said,
      name: oneLine(task.name),
      readAt: snapshot.readAt,
      status: fieldRow(status, now).after ?? 'Not known',
      isUrgent: task.isUrgent,
      isPrivate: task.isPrivate,
      assignee,
      due: task.dueOn === null ? null : shortDate(task.dueOn, now, zone()),
      isOverdue: task.dueOn !== null && !isClosed(task.status) && task.dueOn < createLocalTime(zone()).dayAt(now),
      project: project?.name ?? account.project?.name ?? null,
      list,
      creator,
      description: cutAtWord(severalLines(task.description), descriptionLength),
    };
  };
};
