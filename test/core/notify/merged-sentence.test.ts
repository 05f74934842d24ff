import { describe, expect, it } from 'vitest';
import type { Change, ChangeAccount } from '../../../electron/core/changes/change.ts';
import { mergedSentence } from '../../../electron/core/notify/merged-sentence.ts';
import { sentenceOf } from '../../../electron/core/notify/sentence.ts';
import { ana, anAccount, anEdit, chi } from '../../fakes/change.ts';
import { readingAt } from '../../fakes/reading.ts';

const now = readingAt(Date.UTC(2026, 10, 20, 9));

type Told = Pick<Change, 'kind' | 'account'>;
const updated = (account: Partial<ChangeAccount>): Told => ({ kind: 'updated', account: anAccount(account) });
const status = (before: string, after: string, part: Partial<ChangeAccount> = {}): Told =>
  updated({ edits: [anEdit('status', { before, after })], ...part });
const due = (before: string | null, after: string | null): Told =>
  updated({ edits: [anEdit('due_on', { before, after })] });
const said = (body: string, part: Partial<ChangeAccount> = {}, mentionsMe = false): Told =>
  updated({ comment: { id: '500', body, mentionsMe }, ...part });

describe('several changes of a task in one sentence', () => {
  it.each<[string, readonly Told[], string, string]>([
    ['one by itself', [status('open', 'hold')], 'Bo put “Book venue” on hold', 'Autumn summit'],
    [
      'a status that went through another reads as one step',
      [status('open', 'hold'), status('hold', 'resolved', { actor: chi })],
      'Chi resolved “Book venue”',
      'Autumn summit',
    ],
    [
      'the same behind something more important',
      [status('open', 'hold'), status('hold', 'resolved', { actor: chi }), said('@ana See', {}, true)],
      'Bo mentioned you in “Book venue”',
      '@ana See · status Open → Resolved',
    ],
    [
      'a field that is back where it was is left out',
      [due('2026-12-01', '2026-12-03'), status('open', 'hold'), due('2026-12-03', '2026-12-01')],
      'Bo put “Book venue” on hold',
      'Autumn summit',
    ],
    [
      'from where it was first to where it is now',
      [due('2026-12-01', '2026-12-03'), due('2026-12-03', '2026-12-24')],
      'Bo moved “Book venue” to 24 Dec',
      'Autumn summit · was 1 Dec',
    ],
    [
      'from where it was told last, when it changed untold in between',
      [status('new', 'hold'), status('resolved', 'open')],
      'Bo reopened “Book venue”',
      'Autumn summit',
    ],
    [
      'the newest comment, and how many more there are',
      [said('One'), said('Two'), said('Three', { actor: chi })],
      'Chi on “Book venue”',
      'Three · and 2 more comments',
    ],
    ['a single other one', [said('One'), said('Two')], 'Bo on “Book venue”', 'Two · and 1 more comment'],
    [
      'a mention, though comments came after it',
      [said('@ana Hi', {}, true), said('Never mind', { actor: chi })],
      'Bo mentioned you in “Book venue”',
      '@ana Hi · and 1 more comment',
    ],
    [
      'comments behind something more important',
      [said('One'), said('Two'), status('open', 'resolved')],
      'Bo resolved “Book venue”',
      'Autumn summit · “Two” and 1 more comment',
    ],
    [
      'the name that the task has now, also for what came before',
      [
        status('open', 'resolved', { title: 'Venue' }),
        updated({ edits: [anEdit('name', { before: 'Venue', after: 'Book venue' })] }),
      ],
      'Bo resolved “Book venue”',
      'Autumn summit · name Venue → Book venue',
    ],
    [
      'an assignment to the user that was taken back is none',
      [
        updated({ edits: [anEdit('assigned_id', { before: 'Chi', after: 'Ana', afterIsMe: true })] }),
        said('Sorry'),
        updated({ edits: [anEdit('assigned_id', { before: 'Ana', beforeIsMe: true, after: 'Chi' })] }),
      ],
      'Bo on “Book venue”',
      'Sorry',
    ],
    [
      'a task that is gone, whatever was before',
      [status('open', 'resolved'), { kind: 'gone', account: anAccount({ actor: null }) }],
      '“Book venue” is gone',
      'Autumn summit · deleted, or no longer visible to you',
    ],
    [
      'a creation comes after everything else',
      [{ kind: 'created', account: anAccount({ actor: chi }) }, said('Two words')],
      'Bo on “Book venue”',
      'Two words · created by Chi',
    ],
    [
      'a creation with nothing left of what came after it, as the task is now',
      [
        { kind: 'created', account: anAccount({ actor: chi }) },
        due(null, '2026-12-03'),
        updated({ edits: [anEdit('due_on', { before: '2026-12-03' })], assignee: ana }),
      ],
      'Chi created “Book venue”',
      'Autumn summit · assigned to Ana',
    ],
  ])('%s', (_, changes, title, body) => {
    expect(mergedSentence(changes, now)).toEqual({ title, body });
  });

  it('says the last one when all of it is back where it was', () => {
    const back = status('resolved', 'open');
    expect(mergedSentence([status('open', 'resolved'), back], now)).toEqual(sentenceOf(back, now));
  });

  it('is not for none', () => {
    expect(() => mergedSentence([], now)).toThrow(RangeError);
  });
});
