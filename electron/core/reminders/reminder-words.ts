import type { HostMessages } from '../../messages/en/index.ts';
import { spokenDate, spokenDay } from '../notify/dates.ts';
import { cutAtWord, oneLine, quoted } from '../notify/plain-text.ts';
import type { Sentence } from '../notify/sentence.ts';
import { createLocalTime } from '../../contract/local-time.ts';
import type { Reading } from '../reading.ts';
import type { Reminder } from './reminder.ts';

/** What the words of a reminder depend on besides the task. */
export type ReminderSituation = {
  readonly project: string | null;
  /** When the task was last read, in ms since 1970, where that may no longer be how it is; else null. */
  readonly asOf: number | null;
};

const bodyLength = 200;
const namesAtMost = 3;
const nameLength = 40;

const asOfWords = (asOf: number | null, reading: Reading): string | null => {
  if (asOf === null) return null;
  const { dayAt } = createLocalTime(reading.zone);
  // Read earlier today is what anybody would expect.
  if (dayAt(asOf) === dayAt(reading.now)) return null;
  return reading.messages.reminders.asOf(spokenDay(asOf, reading));
};

/** What a reminder says of one task (shared look, “due today / overdue”). */
export const reminderSentence = (
  { kind, task, dueOn }: Reminder,
  { project, asOf }: ReminderSituation,
  reading: Reading,
): Sentence => {
  const { reminders, changes } = reading.messages;
  const why = kind === 'due-today' ? changes.assignedToYou : reminders.wasDue(spokenDate(dueOn, reading));
  const parts = [project, why, asOfWords(asOf, reading)].filter((part) => part !== null);
  return {
    title: kind === 'due-today' ? reminders.dueToday(quoted(task.name)) : reminders.overdue(quoted(task.name)),
    body: cutAtWord(oneLine(parts.join(' · ')), bodyLength),
  };
};

/** What is said of many tasks at once: how many there are, and the first of them by name. Tasks due today come first. */
export const remindersSentence = (all: readonly Reminder[], { reminders }: HostMessages): Sentence => {
  const dueToday = all.filter(({ kind }) => kind === 'due-today');
  const overdue = all.filter(({ kind }) => kind === 'overdue');
  const names = [...dueToday, ...overdue]
    .slice(0, namesAtMost)
    .map(({ task }) => `“${cutAtWord(oneLine(task.name), nameLength)}”`);
  return {
    title: reminders.many(dueToday.length, overdue.length),
    body: reminders.names(names, all.length - names.length),
  };
};

/** The same without their names, for a screen that others see. */
export const discreetReminders = (all: readonly Reminder[], messages: HostMessages): Sentence => ({
  title: remindersSentence(all, messages).title,
  body: all.length === 1 ? messages.reminders.discreetOne : messages.reminders.discreetMany,
});
