import type { MuteKind } from '../../contract/index.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { Mutes } from '../notify/mutes.ts';
import type { RedboothClient } from '../redbooth/client-port.ts';
import type { Directory, Me } from '../redbooth/directory-port.ts';
import type { Task } from '../redbooth/task.ts';
import { type Reminder, reminderOf } from './reminder.ts';
import type { ToldReminders } from './told-reminders.ts';

export type DueTasksPorts = {
  readonly clock: Clock;
  readonly client: Pick<RedboothClient, 'task'>;
  readonly directory: Pick<Directory, 'isMyPerson' | 'project'>;
  readonly store: Pick<ChangeStore, 'tasksDue' | 'snapshot'>;
  readonly told: Pick<ToldReminders, 'isTold'>;
  readonly mutes: Pick<Mutes, 'active'>;
};

/** A reminder that is due; `asOf` is when the task was last read (ms since 1970) if it should have been read again and was not. */
export type DueReminder = { readonly reminder: Reminder; readonly asOf: number | null };

/**
 * What there is to be reminded of. `changed`: the tasks that turned out to be other than they were last seen. `isComplete`:
 * false when Redbooth did not answer all that it had to be asked.
 */
export type DueTasks = {
  readonly due: readonly DueReminder[];
  readonly changed: readonly string[];
  readonly isComplete: boolean;
};

/** What was read longer ago is read again, as the hook that told of a change may have been lost. */
const trustedFor = 3 * 3_600_000;
/** Redbooth is to be asked about no more tasks than this at once; of so many only the number is told. */
const readsAtMost = 30;

/**
 * Finds the reminders that are due to a user on a day and were not told yet, earliest due date first; of what is muted there are none. Tasks are asked for one
 * after the other, so that changes do not have to wait for them; once Redbooth fails to answer, the rest is as last seen.
 */
export const createDueTasks = (ports: DueTasksPorts) => {
  const { clock, client, directory, store, told, mutes } = ports;

  return async (me: Me, today: string): Promise<DueTasks> => {
    const { accountId, personIds } = me;
    const changed: string[] = [];
    let isAnswering = true;
    let isComplete = true;
    let reads = 0;

    const isMine = async ({ assignedPersonId, projectId }: Task): Promise<boolean> => {
      if (assignedPersonId === null) return false;
      if (personIds.has(assignedPersonId)) return true;
      const mine = isAnswering ? await directory.isMyPerson(assignedPersonId, projectId) : null;
      if (mine?.ok === true) return mine.value;
      isAnswering = false;
      isComplete = false;
      return false;
    };
    const isMuted = async ({ id, projectId }: Task): Promise<boolean> => {
      const mine = mutes.active().filter((mute) => mute.accountId === accountId);
      const names = (kind: MuteKind, subjectId: string | null): boolean =>
        mine.some((mute) => mute.kind === kind && mute.subjectId === subjectId);
      if (names('task', id) || names('project', projectId)) return true;
      if (!mine.some(({ kind }) => kind === 'organization')) return false;
      const project = isAnswering ? await directory.project(projectId) : null;
      if (project?.ok !== true) {
        isAnswering = false;
        isComplete = false;
        return false;
      }
      return names('organization', project.value?.organizationId ?? null);
    };
    const reminderFor = async (task: Task): Promise<Reminder | null> => {
      const reminder = reminderOf(task, today);
      if (reminder === null || told.isTold(accountId, reminder)) return null;
      return (await isMine(task)) && !(await isMuted(task)) ? reminder : null;
    };
    /** The task as it is, when it can be asked for; null when it is not to be seen any more. */
    const readAgain = async (task: Task): Promise<{ readonly task: Task; readonly asOf: number | null } | null> => {
      const readAt = store.snapshot(accountId, task.id)?.readAt ?? 0;
      const age = clock.now() - readAt;
      if (age >= 0 && age < trustedFor) return { task, asOf: null };
      if (!isAnswering || reads >= readsAtMost) return { task, asOf: readAt };
      reads += 1;
      const reply = await client.task(task.id);
      if (reply.ok) {
        const { updatedAt, commentsCount } = reply.value;
        if (updatedAt !== task.updatedAt || commentsCount !== task.commentsCount) changed.push(task.id);
        return { task: reply.value, asOf: null };
      }
      if (reply.failure.kind === 'missing' || reply.failure.kind === 'forbidden') {
        changed.push(task.id);
        return null;
      }
      isAnswering = false;
      isComplete = false;
      return { task, asOf: readAt };
    };

    const due: DueReminder[] = [];
    for (const task of store.tasksDue(accountId, today)) {
      if ((await reminderFor(task)) === null) continue;
      const seen = await readAgain(task);
      const reminder = seen === null ? null : await reminderFor(seen.task);
      if (seen !== null && reminder !== null) due.push({ reminder, asOf: seen.asOf });
    }
    return { due, changed, isComplete };
  };
};
