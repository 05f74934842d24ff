import type { RuleSubject } from '../../electron/contract/index.ts';

/** What a change is about, as something to look for. */
export const subjectFilterWords: Readonly<Record<RuleSubject, string>> = {
  assigned: 'Assignments',
  mention: 'Mentions',
  comment: 'Comments',
  status: 'Status',
  'due-date': 'Due dates',
  urgent: 'Urgency',
  created: 'New tasks',
  deleted: 'Gone tasks',
  other: 'Anything else',
};
