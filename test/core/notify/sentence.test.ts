import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeKinds } from '../../../electron/contract/index.ts';
import { type ChangeAccount, trackedFields } from '../../../electron/core/changes/change.ts';
import { sentenceOf } from '../../../electron/core/notify/sentence.ts';
import { ana, anAccount, anEdit, bo, chi } from '../../fakes/change.ts';
import { readingAt } from '../../fakes/reading.ts';

const now = readingAt(Date.UTC(2026, 10, 20, 9, 0, 0));
const summit = { id: '10', name: 'Autumn summit' };
const website = { id: '20', name: 'Website relaunch' };

const sentence = (account: Partial<ChangeAccount>, kind: (typeof changeKinds)[number] = 'updated') =>
  sentenceOf({ kind, account: anAccount({ project: summit, ...account }) }, now);

const relation = { assigned: false, wasAssigned: false, created: false, watching: true };
const comment = (body: string, mentionsMe = false) => ({ id: '500', body, mentionsMe });
const launch = { title: 'Draft launch plan', project: website, actor: chi };

describe('the sentence of a change', () => {
  it.each<[string, Partial<ChangeAccount>, string, string]>([
    [
      'status: resolved',
      { ...launch, edits: [anEdit('status', { before: 'open', after: 'resolved' })] },
      'Chi resolved “Draft launch plan”',
      'Website relaunch',
    ],
    [
      'status: reopened',
      { ...launch, edits: [anEdit('status', { before: 'resolved', after: 'open' })] },
      'Chi reopened “Draft launch plan”',
      'Website relaunch',
    ],
    [
      'status: put on hold',
      { ...launch, edits: [anEdit('status', { before: 'open', after: 'hold' })] },
      'Chi put “Draft launch plan” on hold',
      'Website relaunch',
    ],
    [
      'status: rejected',
      { ...launch, edits: [anEdit('status', { before: 'open', after: 'rejected' })] },
      'Chi rejected “Draft launch plan”',
      'Website relaunch',
    ],
    [
      'status: taken up for the first time',
      { ...launch, edits: [anEdit('status', { before: 'new', after: 'open' })] },
      'Chi opened “Draft launch plan”',
      'Website relaunch',
    ],
    [
      'status: one this app does not know',
      { ...launch, edits: [anEdit('status', { before: 'open', after: 'toString' })] },
      'Chi changed the status of “Draft launch plan”',
      'Website relaunch · status Open → toString',
    ],
    [
      'assigned to me',
      { dueOn: '2026-12-03', edits: [anEdit('assigned_id', { after: 'Ana', afterIsMe: true })] },
      'Bo assigned you “Book venue”',
      'Autumn summit · due 3 Dec',
    ],
    [
      'assigned to me without a due date',
      { edits: [anEdit('assigned_id', { after: 'Ana', afterIsMe: true })] },
      'Bo assigned you “Book venue”',
      'Autumn summit',
    ],
    [
      'assigned to another',
      { dueOn: '2026-12-03', edits: [anEdit('assigned_id', { after: 'Chi' })] },
      'Bo assigned “Book venue” to Chi',
      'Autumn summit',
    ],
    [
      'taken from me and given to another',
      { edits: [anEdit('assigned_id', { before: 'Ana', beforeIsMe: true, after: 'Chi' })] },
      'Bo assigned “Book venue” to Chi',
      'Autumn summit',
    ],
    [
      'taken from me',
      { edits: [anEdit('assigned_id', { before: 'Ana', beforeIsMe: true })] },
      'Bo took “Book venue” from you',
      'Autumn summit',
    ],
    [
      'taken from another',
      { edits: [anEdit('assigned_id', { before: 'Chi' })] },
      'Bo took “Book venue” from Chi',
      'Autumn summit',
    ],
    [
      'comment',
      { title: 'Pricing page', comment: comment('Looks good to me') },
      'Bo on “Pricing page”',
      'Looks good to me',
    ],
    [
      'mention',
      { title: 'Pricing page', comment: comment('@ana what do you think?', true) },
      'Bo mentioned you in “Pricing page”',
      '@ana what do you think?',
    ],
    [
      'due date moved',
      { edits: [anEdit('due_on', { before: '2026-12-01', after: '2026-12-03' })] },
      'Bo moved “Book venue” to 3 Dec',
      'Autumn summit · was 1 Dec',
    ],
    [
      'due date set',
      { edits: [anEdit('due_on', { after: '2026-12-03' })] },
      'Bo set 3 Dec for “Book venue”',
      'Autumn summit',
    ],
    [
      'due date removed',
      { edits: [anEdit('due_on', { before: '2026-12-01' })] },
      'Bo removed the due date of “Book venue”',
      'Autumn summit · was 1 Dec',
    ],
    [
      'urgent',
      { dueOn: '2026-12-03', edits: [anEdit('urgent', { before: 'false', after: 'true' })] },
      'Bo marked “Book venue” urgent',
      'Autumn summit · due 3 Dec',
    ],
    [
      'not urgent any more',
      { dueOn: '2026-12-03', edits: [anEdit('urgent', { before: 'true', after: 'false' })] },
      'Bo marked “Book venue” not urgent',
      'Autumn summit · due 3 Dec',
    ],
    [
      'renamed',
      { title: 'Spec', actor: chi, edits: [anEdit('name', { before: 'Spec v1', after: 'Spec' })] },
      'Chi renamed “Spec v1” to “Spec”',
      'Autumn summit',
    ],
    [
      'moved to another project',
      { project: website, edits: [anEdit('project_id', { before: 'Autumn summit', after: 'Website relaunch' })] },
      'Bo moved “Book venue” to Website relaunch',
      'Website relaunch · was in Autumn summit',
    ],
    [
      'moved to another list',
      { edits: [anEdit('task_list_id', { before: 'To do', after: 'Done' })] },
      'Bo moved “Book venue” to the list “Done”',
      'Autumn summit · was in “To do”',
    ],
    [
      'described anew',
      { edits: [anEdit('description', { before: 'A', after: 'B' })] },
      'Bo changed the description of “Book venue”',
      'Autumn summit',
    ],
    [
      'made private',
      { edits: [anEdit('is_private', { before: 'false', after: 'true' })] },
      'Bo made “Book venue” private',
      'Autumn summit',
    ],
    [
      'made public',
      { edits: [anEdit('is_private', { before: 'true', after: 'false' })] },
      'Bo made “Book venue” visible to the project',
      'Autumn summit',
    ],
  ])('%s', (_, account, title, body) => {
    expect(sentence(account)).toEqual({ title, body });
  });

  it.each<[string, (typeof changeKinds)[number], Partial<ChangeAccount>, string, string]>([
    [
      'created',
      'created',
      { title: 'Order badges', dueOn: '2026-12-03', assignee: ana, relation: { ...relation, assigned: true } },
      'Bo created “Order badges”',
      'Autumn summit · assigned to you · due 3 Dec',
    ],
    [
      'created for another',
      'created',
      { title: 'Order badges', assignee: chi },
      'Bo created “Order badges”',
      'Autumn summit · assigned to Chi',
    ],
    ['created for nobody yet', 'created', { title: 'Order badges' }, 'Bo created “Order badges”', 'Autumn summit'],
    [
      'first seen',
      'first-seen',
      { title: 'Order badges', assignee: chi, dueOn: '2026-11-20' },
      '“Order badges” changed',
      'Autumn summit · assigned to Chi · due today',
    ],
    [
      'deleted or no longer visible',
      'gone',
      { title: 'Old banner copy', project: website, actor: null },
      '“Old banner copy” is gone',
      'Website relaunch · deleted, or no longer visible to you',
    ],
  ])('%s', (_, kind, account, title, body) => {
    expect(sentence(account, kind)).toEqual({ title, body });
  });

  it('names nobody it does not know: “Someone”', () => {
    expect(sentence({ actor: null, comment: comment('Hi') }).title).toBe('Someone on “Book venue”');
  });

  it.each<[string, Partial<ChangeAccount>, string]>([
    ['a comment', { comment: comment('Hi') }, 'You on “Book venue”'],
    ['a comment with one’s own name', { comment: comment('@ana', true) }, 'You on “Book venue”'],
    [
      'taking a task',
      { edits: [anEdit('assigned_id', { afterIsMe: true, after: 'Ana' })] },
      'You assigned yourself “Book venue”',
    ],
    [
      'giving one up',
      { edits: [anEdit('assigned_id', { beforeIsMe: true, before: 'Ana' })] },
      'You took yourself off “Book venue”',
    ],
    [
      'giving one away',
      { edits: [anEdit('assigned_id', { beforeIsMe: true, before: 'Ana', after: 'Chi' })] },
      'You assigned “Book venue” to Chi',
    ],
  ])('says “You” for oneself: %s', (_, account, title) => {
    expect(sentence({ isOwn: true, actor: ana, ...account }).title).toBe(title);
  });

  it('quotes at most 140 characters of a comment, as plain text', () => {
    const { body } = sentence({ comment: comment(`<b>Look</b>\n\n${'word '.repeat(60)}`) });
    expect(body.startsWith('<b>Look</b> word word')).toBe(true);
    expect(body.endsWith('word…')).toBe(true);
    expect(Array.from(body).length).toBeLessThanOrEqual(140);
  });
});

describe('several things at once', () => {
  const everything: ChangeAccount['edits'] = [
    anEdit('name', { before: 'Venue', after: 'Book venue' }),
    anEdit('due_on', { before: null, after: '2026-12-03' }),
    anEdit('status', { before: 'open', after: 'hold' }),
    anEdit('assigned_id', { before: 'Chi', after: 'Ana', afterIsMe: true }),
    anEdit('urgent', { before: 'false', after: 'true' }),
  ];
  const inOrder: readonly [string, string][] = [
    ['mention', 'Bo mentioned you in “Book venue”'],
    ['assigned_id', 'Bo assigned you “Book venue”'],
    ['status', 'Bo put “Book venue” on hold'],
    ['due_on', 'Bo set 3 Dec for “Book venue”'],
    ['comment', 'Bo on “Book venue”'],
    ['name', 'Bo renamed “Venue” to “Book venue”'],
    ['urgent', 'Bo marked “Book venue” urgent'],
  ];

  it.each(inOrder.map(([, title], index) => [title, inOrder.slice(index).map(([what]) => what)] as const))(
    'have the most important one as the title: “%s” before %o',
    (title, left) => {
      const mentionsMe = left.includes('mention');
      const account = {
        edits: everything.filter(({ field }) => left.includes(field)),
        comment: left.includes('comment') ? comment('@ana Hi', mentionsMe) : null,
      };
      expect(sentence(account).title).toBe(title);
    },
  );

  it('have the others in the body, each as before → after', () => {
    expect(sentence({ edits: everything, comment: comment('See below') }).body).toBe(
      'Autumn summit · status Open → On hold · due none → 3 Dec · “See below” · name Venue → Book venue · marked urgent',
    );
  });

  it('have the words of a comment first when it has the title', () => {
    const edits = [anEdit('name', { before: 'Venue', after: 'Book venue' }), anEdit('description', { after: 'x' })];
    expect(sentence({ edits, comment: comment('See below') })).toEqual({
      title: 'Bo on “Book venue”',
      body: 'See below · name Venue → Book venue · description changed',
    });
  });
});

describe('any change whatsoever', () => {
  const words = fc.string({ unit: 'binary', maxLength: 400 });
  const sides = fc.record({ before: fc.option(words), after: fc.option(words) });
  const edit = fc.oneof(
    fc
      .tuple(fc.constantFrom(...trackedFields.filter((field) => field !== 'due_on')), sides, fc.boolean(), fc.boolean())
      .map(([field, both, beforeIsMe, afterIsMe]) => anEdit(field, { ...both, beforeIsMe, afterIsMe })),
    fc
      .record({ before: fc.constantFrom(null, '2026-12-01'), after: fc.constantFrom(null, '2026-02-31') })
      .map((both) => anEdit('due_on', both)),
  );
  const account = fc.record({
    title: words,
    project: fc.option(fc.record({ id: fc.constant('10'), name: words })),
    actor: fc.option(words.map((name) => ({ ...bo, name }))),
    isOwn: fc.boolean(),
    edits: fc.array(edit, { maxLength: 4 }),
    comment: fc.option(words.map((body) => comment(body))),
  });

  it('is one line of title and one of body, of at most 120 and 200 characters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...changeKinds), account, (kind, part) => {
        const { title, body } = sentence(part, kind);
        expect(title).not.toBe('');
        expect(Array.from(title).length).toBeLessThanOrEqual(120);
        expect(Array.from(body).length).toBeLessThanOrEqual(200);
        expect(title + body).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
      { seed: 3 },
    );
  });
});
