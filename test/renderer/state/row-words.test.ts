import { describe, expect, it } from 'vitest';
import { quietLine, shortFields } from '../../../renderer/state/row-words.ts';
import { sampleRow } from '../harness/sample.ts';

const field = (name: string, before: string | null, after: string | null) => ({
  field: name,
  label: name,
  before,
  after,
});
const row = (part: Partial<Parameters<typeof sampleRow>[0]>) => sampleRow({ id: '1', ...part });

describe('the quiet line', () => {
  it.each([
    ['the detail, which begins with the project', { detail: 'Autumn summit · due 3 Dec' }, 'Autumn summit · due 3 Dec'],
    ['the project and a detail that does not name it', { detail: 'due 3 Dec' }, 'Autumn summit · due 3 Dec'],
    ['the project alone without a detail', { detail: '' }, 'Autumn summit'],
    [
      'the project alone where the detail is the quote',
      { detail: 'Can you che…', quote: 'Can you check it?' },
      'Autumn summit',
    ],
    ['the detail without a project', { detail: 'due 3 Dec', project: null }, 'due 3 Dec'],
    ['nothing without a project where the detail is the quote', { detail: 'Hello', quote: 'Hello', project: null }, ''],
    [
      'the project alone where the fields show the detail',
      { detail: 'Autumn summit · due 1 Dec → 3 Dec', fields: [field('due_on', '1 Dec', '3 Dec')] },
      'Autumn summit',
    ],
  ])('is %s', (_, part, line) => expect(quietLine(row(part))).toBe(line));
});

describe('the fields on a row', () => {
  const shown = (part: Parameters<typeof row>[0]): string[] => shortFields(row(part)).map(({ field }) => field);

  it('are at most three', () => {
    const fields = ['status', 'due_on', 'urgent', 'task_list_id'].map((name) => field(name, 'x', 'y'));
    expect(shown({ fields })).toEqual(['status', 'due_on', 'urgent']);
  });

  it('leave long texts to the quote and the details', () => {
    expect(shown({ fields: [field('comment', null, 'Hello'), field('description', 'a', 'b')] })).toEqual([]);
  });

  it('leave out what the sentence says', () => {
    const fields = [
      field('name', 'Spec v1', 'Spec'),
      field('assigned_id', null, 'You'),
      field('status', 'Open', 'Resolved'),
    ];
    expect(shown({ sentence: 'Chi renamed “Spec v1” to “Spec” and assigned you', fields })).toEqual(['status']);
  });
});
