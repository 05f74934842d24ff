import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { changeRowSchema } from '../../../electron/contract/index.ts';
import { sentenceOf } from '../../../electron/core/notify/sentence.ts';
import { createRows, rowOf } from '../../../electron/core/page/rows.ts';
import { aChange, anEdit, bo } from '../../fakes/change.ts';
import { longAgo } from '../../fakes/task.ts';
import { readingAt } from '../../fakes/reading.ts';

const now = readingAt(Date.UTC(2026, 10, 20, 9, 0, 0), 'UTC');
const plain = { isResolved: false, organization: null, snoozedUntil: null };

describe('a row of the list', () => {
  it('says the words of the notification, and fits the contract', () => {
    const change = aChange(
      {
        edits: [anEdit('due_on', { before: '2026-12-01', after: '2026-12-03' })],
        comment: { id: '500', body: ' Two\nlines ', mentionsMe: false },
      },
      { decision: { kind: 'notified', reason: 'watched-by-you' } },
    );
    const row = rowOf(change, now, plain);
    const { title, body } = sentenceOf(change, now);
    expect(row).toEqual({
      id: '1',
      accountId: '1',
      taskId: '7',
      taskName: change.account.title,
      kind: 'updated',
      sentence: title,
      detail: body,
      actor: { userId: '2', name: 'Bo Berg', initials: 'BB' },
      project: { id: '10', name: 'Autumn summit' },
      organization: null,
      fields: [{ field: 'due_on', label: 'Due', before: '1 Dec', after: '3 Dec' }],
      quote: 'Two\nlines',
      at: longAgo,
      unread: true,
      told: true,
      reason: 'watched-by-you',
      why: 'Told because you watch it',
      canOpen: true,
      snoozedUntil: null,
      isResolved: false,
    });
    expect(v.parse(changeRowSchema, row)).toEqual(row);
  });

  it('of a change that was read, only listed, and has no page says so', () => {
    const change = aChange(
      { url: null, actor: null, project: null },
      { kind: 'gone', readAt: 1, decision: { kind: 'skipped', reason: 'filtered' } },
    );
    expect(rowOf(change, now, plain)).toMatchObject({
      actor: null,
      project: null,
      quote: null,
      unread: false,
      told: false,
      reason: 'filtered',
      canOpen: false,
    });
  });

  it.each([
    ['Bo Berg', 'BB'],
    ['Bo', 'B'],
    ['anna maria von berg', 'AB'],
    ['  Bo  ', 'B'],
    ['', '?'],
    ['𝒳ena 👍', '𝒳👍'],
  ])('has the initials of “%s”: %s', (fullName, initials) => {
    expect(rowOf(aChange({ actor: { ...bo, fullName } }), now, plain).actor?.initials).toBe(initials);
  });

  it('quotes no more than 280 characters', () => {
    const { quote } = rowOf(
      aChange({ comment: { id: '500', body: 'word '.repeat(200), mentionsMe: false } }),
      now,
      plain,
    );
    expect(Array.from(quote ?? '').length).toBeLessThanOrEqual(280);
  });
});

describe('the organisation of a row', () => {
  const northlight = { id: '4', name: 'Northlight Studio' };
  const southside = { id: '5', name: 'Southside' };

  it.each([
    ['is named where the user has several', [northlight, southside], '5', southside],
    ['is not named where there is only one', [southside], '5', null],
    ['is not named when it is not known', [northlight, southside], null, null],
    ['is not named when the user has left it', [northlight, southside], '9', null],
  ])('%s', (_name, known, organizationId, expected) => {
    const row = createRows({
      reading: () => readingAt(longAgo),
      organizations: { known: () => known },
      isResolved: () => null,
      snoozedUntil: () => null,
    })(aChange({ organizationId }));
    expect(row.organization).toEqual(expected);
    expect(row.isResolved).toBeNull();
  });
});
