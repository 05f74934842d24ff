import type { Task } from '../redbooth/task.ts';

/** What a reminder says of a task: that it is due today, or that it should have been done before. */
export type ReminderKind = 'due-today' | 'overdue';

/** A task to be reminded of, for one due date (YYYY-MM-DD). */
export type Reminder = { readonly kind: ReminderKind; readonly task: Task; readonly dueOn: string };

const done: ReadonlySet<string> = new Set(['resolved', 'rejected']);

/** The reminder that a task calls for on a day (YYYY-MM-DD), whoever it is assigned to; null for none. A task on hold is still to be done. */
export const reminderOf = (task: Task, today: string): Reminder | null => {
  const { dueOn, status } = task;
  // Days in this form sort like time.
  if (dueOn === null || dueOn > today || done.has(status)) return null;
  return { kind: dueOn === today ? 'due-today' : 'overdue', task, dueOn };
};
