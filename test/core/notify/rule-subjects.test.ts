import { describe, expect, it } from 'vitest';
import type { RuleScope, RuleSubject } from '../../../electron/contract/index.ts';
import type { ChangeAccount } from '../../../electron/core/changes/change.ts';
import { type RuledChange, scopeOf, subjectsOf } from '../../../electron/core/notify/rule-subjects.ts';
import { anAccount, anEdit } from '../../fakes/change.ts';

const nobody = { assigned: false, wasAssigned: false, created: false, watching: false };
const comment = { id: '500', body: 'Hello', mentionsMe: false };
const mention = { id: '500', body: '@ana', mentionsMe: true };

const change = (account: Partial<ChangeAccount>, kind: RuledChange['kind'] = 'updated'): RuledChange => ({
  kind,
  account: anAccount(account),
});

describe('what a change is about', () => {
  it.each<[string, RuledChange, readonly RuleSubject[]]>([
    ['a task given to me', change({ edits: [anEdit('assigned_id', { afterIsMe: true })] }), ['assigned']],
    ['a task taken from me', change({ edits: [anEdit('assigned_id', { beforeIsMe: true })] }), ['assigned']],
    ['a task given from one of the others to another', change({ edits: [anEdit('assigned_id')] }), ['other']],
    ['a status', change({ edits: [anEdit('status')] }), ['status']],
    ['a due date', change({ edits: [anEdit('due_on')] }), ['due-date']],
    ['urgency', change({ edits: [anEdit('urgent')] }), ['urgent']],
    ['a name', change({ edits: [anEdit('name')] }), ['other']],
    ['a description', change({ edits: [anEdit('description')] }), ['other']],
    ['privacy', change({ edits: [anEdit('is_private')] }), ['other']],
    ['a move to another project', change({ edits: [anEdit('project_id')] }), ['other']],
    ['a move to another list', change({ edits: [anEdit('task_list_id')] }), ['other']],
    ['a comment', change({ comment }), ['comment']],
    ['a comment that mentions me', change({ comment: mention }), ['mention', 'comment']],
    ['a new task', change({}, 'created'), ['created']],
    ['a new task for me', change({ relation: { ...nobody, assigned: true } }, 'created'), ['assigned', 'created']],
    ['a task that is gone', change({ relation: { ...nobody, assigned: true } }, 'gone'), ['deleted']],
    ['a task seen for the first time', change({}, 'first-seen'), ['other']],
    [
      'several fields at once, each subject once',
      change({ comment, edits: [anEdit('name'), anEdit('description'), anEdit('due_on'), anEdit('status')] }),
      ['status', 'due-date', 'comment', 'other'],
    ],
  ])('%s', (_, each, subjects) => {
    expect(subjectsOf(each)).toEqual(subjects);
  });
});

describe('whose task a change is about', () => {
  it.each<[string, Partial<ChangeAccount['relation']>, string | null, RuleScope]>([
    ['assigned to me', { assigned: true }, '10', 'mine'],
    ['taken from me', { wasAssigned: true }, '10', 'mine'],
    ['created by me', { created: true }, '10', 'mine'],
    ['mine before it is watched', { created: true, watching: true }, '10', 'mine'],
    ['watched before it is in a chosen project', { watching: true }, '10', 'watched'],
    ['in a chosen project', {}, '10', 'chosen'],
    ['in another project', {}, '11', 'other'],
    ['in a project that is not known', {}, null, 'other'],
  ])('%s', (_, relation, projectId, scope) => {
    const project = projectId === null ? null : { id: projectId, name: 'Autumn summit' };
    const account = anAccount({ project, relation: { ...nobody, ...relation } });
    expect(scopeOf({ account }, new Set(['10']))).toBe(scope);
  });
});
