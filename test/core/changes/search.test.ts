import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import { aNewChange, anEdit, bo, chi } from '../../fakes/change.ts';
import { aHook, aTask } from '../../fakes/task.ts';
import { startHistory } from './recorded.ts';

const filled = () => {
  const history = startHistory();
  history.record({
    title: 'Café “Zürich” — book the venue',
    project: { id: '10', name: 'Autumn summit' },
    actor: bo,
    assignee: chi,
    edits: [anEdit('assigned_id', { before: 'Dana', after: 'Chi' }), anEdit('description', { after: 'Hidden words' })],
    comment: { id: '1', body: 'Asked e-mail@example.com, costs 1.200 €\nОтвет завтра', mentionsMe: false },
  });
  history.record({
    title: 'Another',
    project: null,
    actor: null,
    edits: [anEdit('name', { before: 'Its old name', after: 'Another' })],
  });
  return history;
};

describe('searching', () => {
  it.each([
    ['the title', 'venue'],
    ['the project', 'summit'],
    ['who did it', 'berg'],
    ['who has it', 'chen'],
    ['who had it', 'dana'],
    ['a comment', 'costs'],
    ['another script', 'ответ'],
    ['the beginning of a word', 'ven'],
    ['one letter', 'v'],
    ['words in any order', 'summit caf'],
    ['upper and lower case alike', 'AUTUMN'],
    ['without its accents', 'cafe zurich'],
    ['with its accents', 'café Zürich'],
    ['with accents typed as marks of their own', 'cafe\u0301'],
    ['with marks around words', '“zürich” — (venue)'],
    ['part of an address', 'example.c'],
    ['a number', '1.200'],
    ['white space around it', '  venue  '],
  ])('finds %s', (_what, text) => {
    expect(filled().titles({ text })).toEqual(['Café “Zürich” — book the venue']);
  });

  it.each([
    ['the middle of a word', 'enue'],
    ['a word beside one that is not there', 'venue dinner'],
    ['the words of a description', 'hidden'],
    ['the marks that filters go by', 't7'],
    ['a subject', 'assigned'],
  ])('does not find %s', (_what, text) => {
    expect(filled().titles({ text })).toEqual([]);
  });

  it('finds the name that a task had before', () => {
    expect(filled().titles({ text: 'old' })).toEqual(['Another']);
  });

  it.each(['', '   ', '“ ”', '* - +', '"', '""', '*', '(((', '\uD800', '\uFFFF'])(
    'lets everything through for %j, which is no word',
    (text) => {
      expect(filled().titles({ text })).toHaveLength(2);
    },
  );

  it.each([
    'venue" OR "another',
    'venue OR another',
    'venue NOT zürich',
    'NEAR(venue zürich)',
    'words : another',
    'marks:t7',
    '{words marks}: venue',
    '^another',
    '-venue',
    "'; DROP TABLE change; --",
    'venue\u0000another',
    'AND',
    'a'.repeat(200),
    Array.from({ length: 100 }, (_, index) => `w${index}`).join(' '),
  ])('takes %j for words, not for a command', (text) => {
    const { store, titles } = filled();
    const found = titles({ text });
    // Nothing that is typed can be a way to more than its words have.
    expect(found.length).toBeLessThan(2);
    expect(store.total({ ...noFilter, text })).toBe(found.length);
  });

  it('takes whatever is typed, and never fails', () => {
    const { store } = filled();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const filter = { ...noFilter, text };
        expect(store.list({ before: null, limit: 5, filter })).toHaveLength(store.total(filter));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('finds nothing of a change that was not recorded after all', () => {
    const { store, database, titles } = startHistory();
    database.exec(`CREATE TRIGGER broken BEFORE INSERT ON snapshot BEGIN SELECT raise(ABORT, 'no more'); END`);
    const settle = () =>
      store.settle({
        accountId: '1',
        taskId: '7',
        hooks: [aHook()],
        result: 'changed',
        changes: [aNewChange({ title: 'Book venue' })],
        snapshot: { kind: 'write', task: aTask(), lastCommentId: null },
      });
    expect(settle).toThrow('no more');
    expect(titles({ text: 'book' })).toEqual([]);
    database.exec('DROP TRIGGER broken');
    settle();
    expect(titles({ text: 'book' })).toEqual(['Book venue']);
  });

  it('finds nothing of a change that was deleted', () => {
    const { database, record, titles } = startHistory();
    record({ title: 'Book venue' });
    record({ title: 'Book hotel' });
    database.exec('DELETE FROM change WHERE id = 1');
    expect(titles({ text: 'book' })).toEqual(['Book hotel']);
  });
});
