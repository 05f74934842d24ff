import { describe, expect, it } from 'vitest';
import { changeOfField, fieldRow } from '../../../electron/core/notify/field-words.ts';
import { anEdit } from '../../fakes/change.ts';
import { readingAt } from '../../fakes/reading.ts';

const now = readingAt(Date.UTC(2026, 10, 20, 9, 0, 0));

describe('a field before and after', () => {
  it.each([
    [anEdit('name', { before: 'Spec v1', after: 'Spec' }), 'Name', 'Spec v1', 'Spec', 'name Spec v1 → Spec'],
    [anEdit('status', { before: 'new', after: 'hold' }), 'Status', 'New', 'On hold', 'status New → On hold'],
    [anEdit('status', { before: 'open', after: 'odd' }), 'Status', 'Open', 'odd', 'status Open → odd'],
    [
      anEdit('assigned_id', { before: 'Ana', beforeIsMe: true, after: 'Chi' }),
      'Assignee',
      'You',
      'Chi',
      'assignee You → Chi',
    ],
    [anEdit('assigned_id', { after: 'Ana', afterIsMe: true }), 'Assignee', null, 'You', 'assignee none → You'],
    [anEdit('due_on', { before: '2026-12-01', after: '2026-12-24' }), 'Due', '1 Dec', '24 Dec', 'due 1 Dec → 24 Dec'],
    [anEdit('due_on', { before: '2026-11-21' }), 'Due', 'tomorrow', null, 'due tomorrow → none'],
    [
      anEdit('is_private', { before: 'false', after: 'true' }),
      'Privacy',
      'Visible to the project',
      'Private',
      'made private',
    ],
    [anEdit('project_id', { before: 'A', after: 'B' }), 'Project', 'A', 'B', 'project A → B'],
    [anEdit('task_list_id', { after: 'Done' }), 'List', null, 'Done', 'list none → Done'],
    [anEdit('description', { before: '', after: 'For\n40' }), 'Description', null, 'For 40', 'description changed'],
  ])('reads as people say it: %o', (edit, label, before, after, words) => {
    expect(fieldRow(edit, now)).toEqual({ field: edit.field, label, before, after });
    expect(changeOfField(edit, now)).toBe(words);
  });

  it('is cut to 80 characters', () => {
    const { after } = fieldRow(anEdit('description', { after: 'word '.repeat(100) }), now);
    expect(Array.from(after ?? '').length).toBeLessThanOrEqual(80);
  });
});
