import type { RuleLevel, RuleScope, RuleSubject } from '../../../electron/contract/index.ts';

export const subjectWords: Readonly<Record<RuleSubject, { readonly name: string; readonly meaning: string }>> = {
  assigned: { name: 'Assignment', meaning: 'A task is given to you, or taken from you' },
  mention: { name: 'Mentions', meaning: 'Somebody names you in a comment' },
  comment: { name: 'Comments', meaning: 'Somebody writes about the task' },
  status: { name: 'Status', meaning: 'Resolved, reopened, put on hold' },
  'due-date': { name: 'Due date', meaning: 'Set, moved or removed' },
  urgent: { name: 'Urgency', meaning: 'Marked urgent, or no longer' },
  created: { name: 'New tasks', meaning: 'Somebody makes a task' },
  deleted: { name: 'Deleted tasks', meaning: 'Or no longer visible to you' },
  other: { name: 'Anything else', meaning: 'Name, description, list, project' },
};

export const scopeWords: Readonly<Record<RuleScope, string>> = {
  mine: 'Your tasks',
  watched: 'Watched',
  chosen: 'Chosen',
  other: 'All others',
};

export const levelWords: Readonly<Record<RuleLevel, string>> = { notify: 'Notify', list: 'List', ignore: 'Ignore' };

/** Whoever is given a task, or loses it, has it in their own: the other columns never apply. */
export const canApply = (subject: RuleSubject, scope: RuleScope): boolean => subject !== 'assigned' || scope === 'mine';
