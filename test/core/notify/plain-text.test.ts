import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtWord, oneLine, quoted, severalLines } from '../../../electron/core/notify/plain-text.ts';

const lengthOf = (text: string): number => Array.from(text).length;
const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('one line', () => {
  it.each([
    ['line breaks', 'one\r\ntwo\n\n\tthree', 'one two three'],
    ['white space around it', '  one  ', 'one'],
    ['control characters', 'o\u0000ne\u001B[31m \u0007two\u009F', 'o ne [31m two'],
    ['line and paragraph separators', 'one\u2028two\u2029three', 'one two three'],
    ['marks that turn the direction of text', 'invoice\u202Efdp.exe\u2066x\u2069\u200F', 'invoicefdp.exex'],
  ])('has no %s', (_, text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it('takes nothing for markup', () => {
    expect(oneLine('<b>bold</b> &amp; <img src=x onerror=alert(1)>')).toBe(
      '<b>bold</b> &amp; <img src=x onerror=alert(1)>',
    );
  });

  it('keeps emoji and other scripts', () => {
    expect(oneLine('café 日本語 مرحبا 👩‍👧')).toBe('café 日本語 مرحبا 👩‍👧');
  });

  it('is one line whatever comes in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
        expect(line).toBe(line.trim());
        expect(oneLine(line)).toBe(line);
      }),
      { seed: 1 },
    );
  });
});

describe('several lines', () => {
  it.each([
    ['keep their line ends, whatever they are made of', 'one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['have no other control characters', 'one\u0000\u0007two\tthree', 'one two three'],
    ['have nothing that turns their direction', 'one\u202Etwo\u2066', 'onetwo'],
    ['have at most one empty line in a row, and none around them', '\n\none\n\n\n\ntwo\n', 'one\n\ntwo'],
    ['keep markup as it was typed', '<b>one</b> & two', '<b>one</b> & two'],
  ])('%s', (_, text, lines) => {
    expect(severalLines(text)).toBe(lines);
  });
});

describe('a cut text', () => {
  it.each([
    ['is left alone when it fits', 'one two', 7, 'one two'],
    ['ends at a word with an ellipsis', 'one two three', 9, 'one two…'],
    ['ends within a word where none ends near', 'a incomprehensibilities', 10, 'a incompr…'],
    ['does not split an emoji', '👍👍👍👍', 3, '👍👍…'],
  ])('%s', (_, text, length, cut) => {
    expect(cutAtWord(text, length)).toBe(cut);
  });

  it('is never longer than asked for, and never has half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 100 }), (text, length) => {
        const cut = cutAtWord(text, length);
        expect(lengthOf(cut)).toBeLessThanOrEqual(length);
        expect(cut).not.toMatch(/\p{Cs}/u);
        if (lengthOf(text) > length) expect(cut.endsWith('…')).toBe(true);
        else expect(cut).toBe(text);
      }),
      { seed: 2 },
    );
  });
});

describe('a quoted name', () => {
  it('is one line in curly quotes, of at most 80 characters', () => {
    expect(quoted('Book\nvenue')).toBe('“Book venue”');
    expect(lengthOf(quoted('x'.repeat(500)))).toBe(82);
  });
});
