import type { Doer, SpokenDay } from '../spoken.ts';

const who = ({ isReader, name }: Doer): string => (isReader ? 'You' : (name ?? 'Someone'));

/** What happened to a task. `task` and `list` come in quotation marks. */
export const changes = {
  created: (doer: Doer, task: string) => `${who(doer)} created ${task}`,
  createdBy: ({ isReader, name }: Doer) => `created by ${isReader ? 'you' : (name ?? 'someone')}`,
  createdForYou: (doer: Doer, task: string) => `${who(doer)} created ${task}, assigned to you`,
  changed: (task: string) => `${task} changed`,
  gone: (task: string) => `${task} is gone`,
  goneMeaning: 'deleted, or no longer visible to you',
  assignedToYou: 'assigned to you',
  assignedTo: (name: string | null) => `assigned to ${name ?? 'someone'}`,
  due: (day: SpokenDay) => `due ${day.words}`,
  wasDay: (day: SpokenDay) => `was ${day.words}`,
  wasInProject: (project: string | null) => `was in ${project ?? 'another project'}`,
  wasInList: (list: string | null) => `was in ${list ?? 'another list'}`,

  resolved: (doer: Doer, task: string) => `${who(doer)} resolved ${task}`,
  rejected: (doer: Doer, task: string) => `${who(doer)} rejected ${task}`,
  reopened: (doer: Doer, task: string) => `${who(doer)} reopened ${task}`,
  opened: (doer: Doer, task: string) => `${who(doer)} opened ${task}`,
  putOnHold: (doer: Doer, task: string) => `${who(doer)} put ${task} on hold`,
  changedStatus: (doer: Doer, task: string) => `${who(doer)} changed the status of ${task}`,

  setDueDate: (doer: Doer, task: string, day: SpokenDay) => `${who(doer)} set ${day.words} for ${task}`,
  movedDueDate: (doer: Doer, task: string, day: SpokenDay) => `${who(doer)} moved ${task} to ${day.words}`,
  removedDueDate: (doer: Doer, task: string) => `${who(doer)} removed the due date of ${task}`,

  assignedReader: (doer: Doer, task: string) => `${who(doer)} assigned ${doer.isReader ? 'yourself' : 'you'} ${task}`,
  /** Somebody assigned it to themselves. */
  tookOn: (doer: Doer, task: string) => `${who(doer)} took on ${task}`,
  assigned: (doer: Doer, task: string, name: string | null) => `${who(doer)} assigned ${task} to ${name ?? 'someone'}`,
  tookFromReader: (doer: Doer, task: string) =>
    doer.isReader ? `You took yourself off ${task}` : `${who(doer)} took ${task} from you`,
  tookFrom: (doer: Doer, task: string, name: string | null) => `${who(doer)} took ${task} from ${name ?? 'someone'}`,

  renamed: (doer: Doer, before: string, after: string) => `${who(doer)} renamed ${before} to ${after}`,
  markedUrgent: (doer: Doer, task: string) => `${who(doer)} marked ${task} urgent`,
  markedNotUrgent: (doer: Doer, task: string) => `${who(doer)} marked ${task} not urgent`,
  movedToProject: (doer: Doer, task: string, project: string | null) =>
    `${who(doer)} moved ${task} to ${project ?? 'another project'}`,
  movedToList: (doer: Doer, task: string, list: string | null) =>
    `${who(doer)} moved ${task} to ${list === null ? 'another list' : `the list ${list}`}`,
  described: (doer: Doer, task: string) => `${who(doer)} changed the description of ${task}`,
  madePrivate: (doer: Doer, task: string) => `${who(doer)} made ${task} private`,
  madeVisible: (doer: Doer, task: string) => `${who(doer)} made ${task} visible to the project`,

  commented: (doer: Doer, task: string) => `${who(doer)} on ${task}`,
  mentionedYou: (doer: Doer, task: string) => `${who(doer)} mentioned you in ${task}`,
  moreComments: (count: number) => `and ${count} more ${count === 1 ? 'comment' : 'comments'}`,
};
