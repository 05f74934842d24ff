import type { RuleScope, RuleSubject } from '../../contract/index.ts';
import type { SpokenMoment } from '../spoken.ts';

const subjects: Readonly<Record<RuleSubject, string>> = {
  assigned: 'the assignment of',
  mention: 'mentions in',
  comment: 'comments on',
  status: 'the status of',
  'due-date': 'due dates of',
  urgent: 'the urgency of',
  created: 'the creation of',
  deleted: 'the deletion of',
  other: 'other changes of',
};
const scopes: Readonly<Record<RuleScope, string>> = {
  mine: 'your tasks',
  watched: 'tasks you watch',
  chosen: 'tasks in your chosen projects',
  other: 'all other tasks',
};
const rule = (subject: RuleSubject, scope: RuleScope): string =>
  `by your rule for ${subjects[subject]} ${scopes[scope]}`;

const untilWords = (until: SpokenMoment | null): string =>
  until === null ? '' : ` until ${until.day === null ? '' : `${until.day.words}, `}${until.time}`;

/** Why a change was told or not. */
export const why = {
  undecided: 'Not decided yet',
  told: {
    'mentions-you': 'Told because it mentions you',
    'assigned-to-you': 'Told because it is assigned to you',
    'was-assigned-to-you': 'Told because it was assigned to you',
    'created-by-you': 'Told because you created it',
    'watched-by-you': 'Told because you watch it',
  },
  toldInProject: (project: string | null) => `Told because ${project ?? 'its project'} is one of your chosen projects`,
  toldByRule: (subject: RuleSubject, scope: RuleScope) => `Told, ${rule(subject, scope)}`,
  toldSomehow: 'Told',
  skipped: {
    'own-change': 'Only listed: you did this yourself',
    paused: 'Held back while notifications were paused',
    'quiet-hours': 'Held back during your quiet hours',
    'do-not-disturb': 'Held back while your system was set not to disturb you',
    'cancelled-out': 'Only listed: it was created and deleted before you could be told',
  },
  mutedTask: (task: string, until: SpokenMoment | null) => `Only listed: you muted ${task}${untilWords(until)}`,
  mutedProject: (project: string | null, until: SpokenMoment | null) =>
    `Only listed: you muted ${project ?? 'its project'}${untilWords(until)}`,
  mutedOrganization: (until: SpokenMoment | null) => `Only listed: you muted its organisation${untilWords(until)}`,
  mutedPerson: (name: string | null, until: SpokenMoment | null) =>
    `Only listed: you muted ${name ?? 'who did it'}${untilWords(until)}`,
  notYours: 'Only listed: it is not your task, and you do not watch it',
  listedByRule: (subject: RuleSubject, scope: RuleScope) => `Only listed, ${rule(subject, scope)}`,
  ignoredByRule: (subject: RuleSubject, scope: RuleScope) => `Not listed, ${rule(subject, scope)}`,
  ignored: 'Not listed, by your rules',
  listedSomehow: 'Only listed',
};
