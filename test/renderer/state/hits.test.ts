import { describe, expect, it } from 'vitest';
import { piecesOf, searchWords } from '../../../renderer/state/hits.ts';

const shown = (text: string, search: string): string =>
  piecesOf(text, searchWords(search))
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join('');

describe('what was searched for stands out', () => {
  it.each([
    ['at the beginning of words', 'Pricing page', 'pri pa', '[Pri]cing [pa]ge'],
    ['not inside of them', 'Reprice the page', 'pri', 'Reprice the page'],
    ['whatever the case', 'BUDGET', 'bud', '[BUD]GET'],
    ['with or without marks on letters', 'Año nuevo', 'ano', '[Año] nuevo'],
    ['marks in the search included', 'Ano nuevo', 'año', '[Ano] nuevo'],
    ['the longest where several fit', 'Pricing', 'p pric', '[Pric]ing'],
    ['between quotes and signs', '“Pricing”, v2', 'v2 pricing', '“[Pricing]”, [v2]'],
    ['as text, never as a pattern', 'a.b (c', '.* ( [', 'a.b (c'],
    ['nowhere for nothing', 'Pricing', '  ', 'Pricing'],
  ])('%s', (_, text, search, expected) => {
    expect(shown(text, search)).toBe(expected);
  });

  it('leaves the text as it is, letter by letter', () => {
    const text = 'Ça coûte 3 €, “déjà” e\u0301crit 日本語 tests';
    const pieces = piecesOf(text, searchWords('ca cou dej ecr 日 te'));
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.isHit).length).toBeGreaterThan(3);
  });
});
