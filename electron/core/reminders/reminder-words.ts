import { shortDate, shortDay } from '../notify/dates.ts';
import { cutAtWord, oneLine, quoted } from '../notify/plain-text.ts';
import type { Sentence } from '../notify/sentence.ts';
import type { Reminder } from './reminder.ts';

/** What the words of a reminder depend on besides the task. */
export type ReminderSituation = {
  readonly project: string | null;
  /** When the task was last read, in ms since 1970, where that may no longer be how it is; else null. */
  readonly asOf: number | null;
  readonly now: number;
  /** As in `shortDate`. */
  readonly zone: string | null;
};

const bodyLength = 200;
const namesAtMost = 3;
const nameLength = 40;

const asOfWords = ({ asOf, now, zone }: ReminderSituation): string | null => {
  if (asOf === null) return null;
  const day = shortDay(asOf, now, zone);
  // Read earlier today is what anybody would expect.
  return day === 'today' ? null : `as of ${day}`;
};

/** What a reminder says of one task (shared look, “due today / overdue”). */
export const reminderSentence = ({ kind, task, dueOn }: Reminder, situation: ReminderSituation): Sentence => {
  const { project, now, zone } = situation;
  const why = kind === 'due-today' ? 'assigned to you' : `was due ${shortDate(dueOn, now, zone)}`;
  const parts = [project, why, asOfWords(situation)].filter((part) => part !== null);
  return {
    title: `${quoted(task.name)} is ${kind === 'due-today' ? 'due today' : 'overdue'}`,
    body: cutAtWord(oneLine(parts.join(' · ')), bodyLength),
  };
};

const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** What is said of many tasks at once: how many there are, and the first of them by name. Tasks due today come first. */
export const remindersSentence = (reminders: readonly Reminder[]): Sentence => {
  const dueToday = reminders.filter(({ kind }) => kind === 'due-today');
  const overdue = reminders.filter(({ kind }) => kind === 'overdue');
  const counts = [
    ...(dueToday.length > 0 ? [{ count: dueToday.length, words: 'due today' }] : []),
    ...(overdue.length > 0 ? [{ count: overdue.length, words: 'overdue' }] : []),
  ].map(({ count, words }, index) => {
    const tasks = index > 0 ? '' : count === 1 ? ' task' : ' tasks';
    return `${count}${tasks} ${are(count)} ${words}`;
  });
  const all = [...dueToday, ...overdue];
  const names = all.slice(0, namesAtMost).map(({ task }) => `“${cutAtWord(oneLine(task.name), nameLength)}”`);
  const more = all.length - names.length;
  return {
    title: counts.join(', '),
    body: names.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
};

/** The same without their names, for a screen that others see. */
export const discreetReminders = (reminders: readonly Reminder[]): Sentence => ({
  title: remindersSentence(reminders).title,
  body: reminders.length === 1 ? 'Click to see which one' : 'Click to see which ones',
});
