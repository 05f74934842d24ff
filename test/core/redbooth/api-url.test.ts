import { assert, oneof, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiUrl, isId } from '../../../electron/core/redbooth/api-url.ts';

const origin = 'https://redbooth.com';

describe('the address of a question to the API', () => {
  it.each([
    [{ resource: 'me' } as const, '/api/3/me'],
    [{ resource: 'tasks', id: '42' } as const, '/api/3/tasks/42'],
    [{ resource: 'people', ids: { project_id: '7', user_id: undefined } } as const, '/api/3/people?project_id=7'],
    [
      { resource: 'comments', ids: { target_id: '1' }, options: { order: 'id-DESC', page: 2 } } as const,
      '/api/3/comments?target_id=1&order=id-DESC&page=2',
    ],
  ])('%j is %s', (question, path) => {
    expect(apiUrl(origin, question)).toBe(`${origin}${path}`);
  });

  it.each([
    '',
    '0x1',
    '1/2',
    '../me',
    '1?x=1',
    '1#',
    '1 ',
    ' 1',
    '1\n',
    '-1',
    '1.0',
    '１２',
    '١',
    '12345678901234567890',
  ])('refuses %j as an id, in the path and in the query', (id) => {
    expect(() => apiUrl(origin, { resource: 'tasks', id })).toThrow(RangeError);
    expect(() => apiUrl(origin, { resource: 'people', ids: { user_id: id } })).toThrow(RangeError);
  });

  it('takes nothing but digits from any id whatever', () => {
    const text = oneof(
      string({ unit: 'binary' }),
      stringMatching(/^\d{1,25}$/),
      stringMatching(/^\d{1,5}[/?#&%@:.\\\s]\d{0,5}$/),
    );
    assert(
      property(text, text, (id, other) => {
        const ask = (): string => apiUrl(origin, { resource: 'tasks', id, ids: { project_id: other } });
        if (isId(id) && isId(other))
          expect(ask()).toMatch(/^https:\/\/redbooth\.com\/api\/3\/tasks\/\d{1,19}\?project_id=\d{1,19}$/);
        else expect(ask).toThrow(RangeError);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});
