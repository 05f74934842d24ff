import type { RuleScope, RuleSubject } from '../../contract/rules.ts';
import type { Change, FieldEdit } from '../changes/change.ts';

/** What the subjects and the scope of a change are read from. */
export type RuledChange = Pick<Change, 'kind' | 'account'>;

const subjectOfEdit = ({ field, beforeIsMe, afterIsMe }: FieldEdit): RuleSubject => {
  switch (field) {
    case 'assigned_id':
      // Who else has the task is news of the task; only whether one has it oneself is a matter of its own.
      return beforeIsMe || afterIsMe ? 'assigned' : 'other';
    case 'status':
      return 'status';
    case 'due_on':
      return 'due-date';
    case 'urgent':
      return 'urgent';
    case 'name':
    case 'description':
    case 'is_private':
    case 'project_id':
    case 'task_list_id':
      return 'other';
  }
};

/** The order in which subjects are named, as in sentences: what concerns the user most comes first. */
const precedence: readonly RuleSubject[] = [
  'mention',
  'assigned',
  'status',
  'due-date',
  'comment',
  'urgent',
  'created',
  'deleted',
  'other',
];

const subjectsFound = ({ kind, account }: RuledChange): readonly RuleSubject[] => {
  switch (kind) {
    case 'created':
      return account.relation.assigned ? ['created', 'assigned'] : ['created'];
    case 'gone':
      return ['deleted'];
    case 'first-seen':
      return ['other'];
    case 'updated': {
      const { edits, comment } = account;
      const words: readonly RuleSubject[] =
        comment === null ? [] : comment.mentionsMe ? ['mention', 'comment'] : ['comment'];
      const subjects = [...edits.map(subjectOfEdit), ...words];
      return subjects.length === 0 ? ['other'] : subjects;
    }
  }
};

/** What a change is about: at least one subject, each once, the one that concerns the user most first. */
export const subjectsOf = (change: RuledChange): readonly RuleSubject[] => {
  const found = new Set(subjectsFound(change));
  return precedence.filter((subject) => found.has(subject));
};

/** Whose task a change is about, as it was recorded; the first that fits of mine, watched, chosen and other. */
export const scopeOf = (
  { account: { relation, project } }: Pick<Change, 'account'>,
  chosenProjects: ReadonlySet<string>,
): RuleScope => {
  if (relation.assigned || relation.wasAssigned || relation.created) return 'mine';
  if (relation.watching) return 'watched';
  return project !== null && chosenProjects.has(project.id) ? 'chosen' : 'other';
};
