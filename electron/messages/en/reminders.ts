import type { SpokenDay } from '../spoken.ts';

const are = (count: number): string => (count === 1 ? 'is' : 'are');
const counted = (count: number, state: string, isFirst: boolean): readonly string[] =>
  count === 0 ? [] : [`${count}${isFirst ? (count === 1 ? ' task' : ' tasks') : ''} ${are(count)} ${state}`];

/** What is due, or should have been done before. `task` comes in quotation marks. */
export const reminders = {
  dueToday: (task: string) => `${task} is due today`,
  overdue: (task: string) => `${task} is overdue`,
  wasDue: (day: SpokenDay) => `was due ${day.words}`,
  /** When the task was last read. */
  asOf: (day: SpokenDay) => `as of ${day.words}`,
  many: (dueToday: number, overdue: number) =>
    [...counted(dueToday, 'due today', true), ...counted(overdue, 'overdue', dueToday === 0)].join(', '),
  names: (names: readonly string[], more: number) => names.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  discreetOne: 'Click to see which one',
  discreetMany: 'Click to see which ones',
};
