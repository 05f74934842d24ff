import type { ChangeRow, TaskDetail } from '../../contract/index.ts';
import { isClosed } from '../acting/task-state.ts';
import type { Change } from '../changes/change.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { TaskJournal } from '../hooks/task-journal.ts';
import { createLocalTime } from '../../contract/local-time.ts';
import { shortDate } from '../notify/dates.ts';
import { statusWord } from '../notify/field-words.ts';
import { cutAtWord, oneLine, severalLines } from '../notify/plain-text.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { Reading } from '../reading.ts';
import type { ApiFailure, ApiResult, RedboothClient } from '../redbooth/client-port.ts';
import { type Directory, knownName } from '../redbooth/directory-port.ts';
import type { Task, TaskComment, User } from '../redbooth/task.ts';
import { initialsOf } from './rows.ts';

export type TaskDetailPorts = {
  readonly clock: Clock;
  readonly reading: () => Reading;
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
const failed = ({ kind }: ApiFailure, { taskDetail: words }: HostMessages): Comments => {
  switch (kind) {
    case 'missing':
    case 'forbidden':
      return withoutComments(words.refused);
    case 'signed-out':
      return withoutComments(words.signedOut);
    case 'unavailable':
      return withoutComments(words.noAnswer);
  }
};

/** Null for somebody whom Redbooth gives no name. */
const fullName = ({ firstName, lastName, username }: User): string | null =>
  oneLine(`${firstName} ${lastName}`) || oneLine(username) || null;

/** What `lookup` finds; null when it finds nothing or fails, as a name is never worth an error. */
const orNull = async <Value>(lookup: ApiResult<Value | null>): Promise<Value | null> => {
  const found = await lookup;
  return found.ok ? found.value : null;
};

/** Gathers all that is known of the task of a change; only names and comments are asked of Redbooth, 8 s long at most. */
export const createTaskDetail = (ports: TaskDetailPorts): ((change: Change) => Promise<TaskDetail>) => {
  const { clock, store, journal, client, directory, accountId, rowOf } = ports;

  const within = <Value>(work: Promise<Value>, late: Value): Promise<Value> =>
    new Promise((resolve, reject) => {
      const cancel = clock.schedule(patience, () => resolve(late));
      work.then(resolve, reject).finally(cancel);
    });
  const nameOfUser = async (userId: string, { messages }: Reading): Promise<string | null> => {
    const user = await orNull(directory.user(userId));
    return user === null ? null : (fullName(user) ?? messages.fields.someone);
  };

  const assigneeOf = async (task: Task, isInUse: boolean, { messages }: Reading): Promise<string | null> => {
    const { assignedPersonId, projectId } = task;
    const { you, someone } = messages.fields;
    if (assignedPersonId === null) return null;
    if (isInUse && (await orNull(directory.isMyPerson(assignedPersonId, projectId))) === true) return you;
    const user = await orNull(directory.userOfPerson(assignedPersonId, projectId));
    return (user === null ? null : fullName(user)) ?? someone;
  };
  const creatorOf = async ({ creatorUserId }: Task, isInUse: boolean, reading: Reading): Promise<string | null> => {
    if (creatorUserId === null) return null;
    const me = isInUse ? await orNull(directory.me()) : null;
    return me?.user.id === creatorUserId ? reading.messages.fields.you : nameOfUser(creatorUserId, reading);
  };
  const listOf = async ({ taskListId }: Task): Promise<string | null> =>
    taskListId === null ? null : ((await orNull(directory.taskList(taskListId)))?.name ?? null);

  const commentsOf = async (taskId: string, reading: Reading): Promise<Comments> => {
    const read = await client.comments(taskId, null, commentsAtMost);
    if (!read.ok) return failed(read.failure, reading.messages);
    // Redbooth keeps every edit as a comment; those without words are told by the history.
    const said = read.value.filter(({ body }) => body.trim() !== '');
    const authors = new Map<string, string | null>();
    await Promise.all(
      [...new Set(said.flatMap(({ userId }) => userId ?? []))].map(async (id) =>
        authors.set(id, await nameOfUser(id, reading)),
      ),
    );
    const shown = ({ id, userId, body, createdAt: at }: TaskComment) => {
      const author = (userId === null ? null : authors.get(userId)) ?? reading.messages.fields.someone;
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
    const reading = ports.reading();
    const { taskDetail: words, fields } = reading.messages;
    const isInUse = seenWith === accountId();
    const snapshot = store.snapshot(seenWith, taskId);
    const isGone = snapshot === null ? change.kind === 'gone' : snapshot.goneAt !== null;
    const history = store.ofTask(seenWith, taskId, historyAtMost).map(rowOf);
    const hooks = [...journal(taskId, hooksAtMost)];
    const saidOf = async (): Promise<Comments> => {
      if (!isInUse) return withoutComments(words.otherAccount);
      return isGone
        ? withoutComments(words.gone)
        : within(commentsOf(taskId, reading), withoutComments(words.noAnswer));
    };
    const dueOf = (dueOn: string | null): string | null => (dueOn === null ? null : shortDate(dueOn, reading));
    const toldAssignee =
      account.assignee === null ? null : (knownName('person', account.assignee.fullName) ?? fields.someone);
    const common = { taskId, isGone, history, hooks };
    if (snapshot === null) {
      // What a change was told with is all there is.
      return {
        ...common,
        ...(await saidOf()),
        name: oneLine(account.title),
        readAt: change.recordedAt,
        status: fields.statusUnknown,
        isUrgent: false,
        isPrivate: false,
        assignee: toldAssignee,
        due: dueOf(account.dueOn),
        isOverdue: false,
        project: account.project?.name ?? null,
        list: null,
        creator: null,
        description: '',
      };
    }
    const { task } = snapshot;
    const today = createLocalTime(reading.zone).dayAt(reading.now);
    const [said, assignee, creator, list, project] = await Promise.all([
      saidOf(),
      within(
        assigneeOf(task, isInUse, reading),
        toldAssignee ?? (task.assignedPersonId === null ? null : fields.someone),
      ),
      within(creatorOf(task, isInUse, reading), null),
      within(listOf(task), null),
      within(orNull(directory.project(task.projectId)), null),
    ]);
    return {
      ...common,
      ...said,
      name: oneLine(task.name),
      readAt: snapshot.readAt,
      status: statusWord(task.status, reading) || fields.statusUnknown,
      isUrgent: task.isUrgent,
      isPrivate: task.isPrivate,
      assignee,
      due: dueOf(task.dueOn),
      isOverdue: task.dueOn !== null && !isClosed(task.status) && task.dueOn < today,
      project: project?.name ?? account.project?.name ?? null,
      list,
      creator,
      description: cutAtWord(severalLines(task.description), descriptionLength),
    };
  };
};
