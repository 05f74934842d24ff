import { describe, expect, it } from 'vitest';
import type { ChangeAccount } from '../../../electron/core/changes/change.ts';
import { type Occasion, discreetSummaryOf, summaryOf } from '../../../electron/core/notify/summary.ts';
import { addTallies, tallyOf } from '../../../electron/core/notify/tally.ts';
import { aChange, anEdit, chi } from '../../fakes/change.ts';
import { readingAt } from '../../fakes/reading.ts';
import { english } from '../../../electron/messages/en/index.ts';

const now = readingAt(Date.UTC(2026, 10, 23, 9));
const summit = { id: '10', name: 'Autumn summit' };
const website = { id: '20', name: 'Website relaunch' };

const several = (count: number, account: Partial<ChangeAccount>) =>
  Array.from({ length: count }, () => aChange(account));
const comment = { id: '500', body: 'Hi', mentionsMe: false };
const mention = { ...comment, mentionsMe: true };
const resolved = { edits: [anEdit('status', { before: 'open', after: 'resolved' })] };
const assignedToMe = { edits: [anEdit('assigned_id', { after: 'Ana', afterIsMe: true })] };

const summary = (occasion: Occasion, ...changes: readonly (readonly ReturnType<typeof aChange>[])[]) =>
  summaryOf(tallyOf(changes.flat(), now), occasion, english);

describe('a burst in one project', () => {
  it('says how many changes there are, and what was done, most first', () => {
    expect(
      summary(
        'burst',
        several(2, { project: website, comment }),
        several(3, { project: website, ...resolved }),
        several(2, {
          project: website,
          edits: [anEdit('assigned_id', { before: 'Ana', beforeIsMe: true, after: 'Chi' })],
        }),
      ),
    ).toEqual({ title: '7 changes in Website relaunch', body: '3 resolved, 2 taken from you, 2 comments' });
  });

  it.each<[string, Partial<ChangeAccount>]>([
    ['resolved', resolved],
    ['rejected', { edits: [anEdit('status', { after: 'rejected' })] }],
    ['reopened', { edits: [anEdit('status', { before: 'resolved', after: 'open' })] }],
    ['put on hold', { edits: [anEdit('status', { after: 'hold' })] }],
    ['changed', { edits: [anEdit('status', { before: 'new', after: 'open' })] }],
    ['assigned to others', { edits: [anEdit('assigned_id', { after: 'Chi' })] }],
    ['due date', { edits: [anEdit('due_on', { after: '2026-12-03' })] }],
    ['comment', { comment }],
    ['renamed', { edits: [anEdit('name', { before: 'A', after: 'B' })] }],
    ['marked urgent', { edits: [anEdit('urgent', { after: 'true' })] }],
    ['changed', { edits: [anEdit('urgent', { after: 'false' })] }],
    ['moved', { edits: [anEdit('task_list_id', { after: 'Done' })] }],
    ['changed', { edits: [anEdit('description', { after: 'x' })] }],
    ['resolved', { comment, edits: [anEdit('urgent', { after: 'true' }), ...resolved.edits] }],
  ])('counts a change by the most important thing about it: %s', (words, account) => {
    expect(summary('burst', several(1, account)).body).toBe(`1 ${words}`);
  });

  it('names a mention first, and then what was assigned to the user', () => {
    expect(
      summary(
        'burst',
        several(1, assignedToMe),
        several(3, resolved),
        several(1, { title: 'Pricing page', actor: chi, comment: mention }),
      ).body,
    ).toBe(
      'Chi mentioned you in “Pricing page” · Bo assigned you “Book venue” · 3 resolved, 1 mention of you, 1 assigned to you',
    );
  });

  it('counts a task created for the user as assigned to them', () => {
    const created = aChange({ relation: { assigned: true, wasAssigned: false, created: false, watching: false } });
    expect(summary('burst', [{ ...created, kind: 'created' }]).body).toBe(
      'Bo created “Book venue”, assigned to you · 1 assigned to you',
    );
  });

  it('does without the name of a project that is not known', () => {
    expect(summary('burst', several(2, { project: null, comment })).title).toBe('2 changes in another project');
  });
});

it('a burst in several projects counts where they are', () => {
  expect(
    summary('burst', several(4, { project: summit, ...resolved }), several(8, { project: website, comment })),
  ).toEqual({
    title: '12 changes in 2 projects',
    body: 'Website relaunch 8, Autumn summit 4',
  });
});

it.each<[Occasion, string, string]>([
  ['away', '3 changes while you were away', 'Autumn summit 2, Other 1'],
  ['paused', '3 changes while paused', 'Autumn summit 2, Other 1'],
  ['quiet', '3 changes while it was quiet', 'Autumn summit 2, Other 1'],
  ['snoozed', '3 snoozed changes', 'Autumn summit 2, Other 1'],
  ['gone', '3 tasks are gone', 'Autumn summit 2, Other 1 · deleted, or no longer visible to you'],
])('what came together (%s) is counted by project', (occasion, title, body) => {
  expect(summary(occasion, several(1, { project: null }), several(2, { project: summit }))).toEqual({ title, body });
});

it('what is added later counts like what was there', () => {
  const first = tallyOf(several(2, { project: summit, ...resolved }), now);
  const second = tallyOf(
    [...several(1, { project: summit, comment: mention }), ...several(1, { project: website })],
    now,
  );
  const whole = tallyOf(
    [...several(2, resolved), ...several(1, { comment: mention }), ...several(1, { project: website })],
    now,
  );
  expect(summaryOf(addTallies([first, second]), 'burst', english)).toEqual(summaryOf(whole, 'burst', english));
});

it('stays short however many projects there are, and however long their names', () => {
  const changes = Array.from({ length: 100 }, (_, index) =>
    aChange({ project: { id: String(index), name: `Project\nnumber ${index} ${'x'.repeat(index)}` } }),
  );
  const { title, body } = summaryOf(tallyOf(changes, now), 'burst', english);
  expect(Array.from(title).length).toBeLessThanOrEqual(120);
  expect(Array.from(body).length).toBeLessThanOrEqual(200);
  expect(body).not.toContain('\n');
});

it('where anybody can read it, it only counts', () => {
  expect(discreetSummaryOf(tallyOf(several(5, { comment: mention }), now), english)).toEqual({
    title: '5 changes',
    body: 'Click to see what changed',
  });
});
