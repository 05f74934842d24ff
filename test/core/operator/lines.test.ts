import { describe, expect, it } from 'vitest';
import { changeLine } from '../../../electron/core/operator/change-line.ts';
import { formatLine } from '../../../electron/core/operator/write-lines.ts';
import { aChange, anEdit } from '../../fakes/change.ts';

describe('a line of --json', () => {
  it('has its event and time first', () => {
    const at = Date.UTC(2026, 10, 23, 9, 0, 0, 5);
    expect(formatLine({ event: 'skipped', changeId: '1', reason: 'own-change' }, at)).toBe(
      '{"event":"skipped","at":"2026-11-23T09:00:00.005Z","changeId":"1","reason":"own-change"}',
    );
  });

  it('stays one line whatever a task is called', () => {
    const line = formatLine(changeLine(aChange({ title: 'one\ntwo\r"three"' })), 0);
    expect(line).not.toMatch(/[\r\n]/);
  });
});

describe('the line of a change', () => {
  it.each([
    ['created', 'create'],
    ['first-seen', 'update'],
    ['updated', 'update'],
    ['gone', 'delete'],
  ] as const)('%s is %s', (kind, action) => {
    expect(changeLine(aChange({}, { kind }))).toMatchObject({ event: 'change', action });
  });

  it('lists the fields by the API’s names with people’s values, and the comment last', () => {
    const change = aChange({
      edits: [anEdit('assigned_id', { before: null, after: 'Chi' }), anEdit('due_on', { after: '2026-12-03' })],
      comment: { id: '500', body: 'For you', mentionsMe: false },
    });
    expect(changeLine(change)).toMatchObject({
      actor: 'Bo Berg',
      project: 'Autumn summit',
      changes: [
        { field: 'assigned_id', before: null, after: 'Chi' },
        { field: 'due_on', before: null, after: '2026-12-03' },
        { field: 'comment', before: null, after: 'For you' },
      ],
    });
  });

  it('says null for what is not known', () => {
    expect(changeLine(aChange({ actor: null, project: null, url: null }))).toMatchObject({
      actor: null,
      project: null,
      url: null,
    });
  });
});
