import { describe, expect, it } from 'vitest';
import { mentions, mentionsUser } from '../../../electron/core/changes/mention.ts';

describe('a mention of @bo', () => {
  it.each([
    ['@bo can you look?'],
    ['can you look, @bo'],
    ['(@bo)'],
    ['@Bo'],
    ['@BO!'],
    ['Ask @bo.'],
    ['Ask @bo, then @chi'],
    ['line one\n@bo'],
    ['“@bo”'],
    ['> @bo said so'],
    ['@bo- please'],
    ['@bo’s turn'],
    ['@bo...'],
    ['@bo: see https://example.com'],
    ['@chi/@bo'],
    ['Done.@bo'],
    ['@bob and @bo'],
    ['**@bo**'],
  ])('is in “%s”', (body) => {
    expect(mentions(body, 'bo')).toBe(true);
  });

  it.each([
    [''],
    ['bo'],
    ['@bob'],
    ['@bo_2'],
    ['@bo2'],
    ['@bo-jan'],
    ['@bo.berg'],
    ['@boé'],
    ['@bo\u0301'],
    ['mail@bo'],
    ['josé@bo'],
    ['write to me@bo.com'],
    ['@@bo'],
    ['@chi'],
    ['@ bo'],
    ['https://example.com/@bo'],
    ['https://example.com/a/b?c=@bo'],
  ])('is not in “%s”', (body) => {
    expect(mentions(body, 'bo')).toBe(false);
  });
});

describe('a mention', () => {
  it('takes no name for a pattern', () => {
    expect(mentions('@bxo', 'b.o')).toBe(false);
    expect(mentions('@b.o', 'b.o')).toBe(true);
    expect(mentions('@b.o.', 'b.o')).toBe(true);
    expect(mentions('@', '')).toBe(false);
  });

  it.each([
    ['@José', 'josé'],
    ['@jose\u0301', 'josé'],
    ['@josé', 'jose\u0301'],
    ['@中村さん', '中村さん'],
    ['@ÖMER', 'ömer'],
  ])('is found in any script and however it is composed: “%s” for %s', (body, username) => {
    expect(mentions(body, username)).toBe(true);
  });

  it('is looked for without delay in a text made to take long', () => {
    expect(mentions('://' + '@bo'.repeat(3_333), 'bo')).toBe(false);
  });
});

describe('a comment with Redbooth’s own marks', () => {
  it.each([
    ['that has the name nowhere in its text counts by its mark', 'Bo Berg, see this', ['bo'], true],
    ['counts by its mark in upper or lower case', 'Bo Berg, see this', ['BO'], true],
    ['that marks somebody else does not count', 'Chi, see this', ['chi'], false],
    ['whose text has the name as part of an address does not count', 'me@bo.com', ['bo'], false],
    ['that has no marks counts by its text', '@bo', [], true],
  ])('%s', (_, body, markedUsernames, isMention) => {
    expect(mentionsUser({ body, markedUsernames }, 'bo')).toBe(isMention);
  });

  it('mentions nobody without a username', () => {
    expect(mentionsUser({ body: '@', markedUsernames: [''] }, '')).toBe(false);
  });
});
