import { describe, expect, it } from 'vitest';
import { createPlural, languageOf } from '../../electron/contract/index.ts';

describe('the language in force', () => {
  it.each([
    ['system', 'es_ES.UTF-8', 'es'],
    ['system', 'es-419', 'es'],
    ['system', 'en-US', 'en'],
    ['system', 'de-DE', 'en'],
    ['system', 'C', 'en'],
    ['system', '', 'en'],
    ['en', 'es-ES', 'en'],
    ['es', 'en-US', 'es'],
  ] as const)('for the choice “%s” on a computer in “%s” is %s', (choice, locale, language) => {
    expect(languageOf(choice, locale)).toBe(language);
  });
});

describe('a count in words', () => {
  it.each([
    ['en', 0, 'changes'],
    ['en', 1, 'change'],
    ['en', 2, 'changes'],
    ['es', 0, 'changes'],
    ['es', 1, 'change'],
    ['es', 1_000_000, 'changes'],
  ] as const)('in %s, %i takes “%s”', (language, count, phrase) => {
    expect(createPlural(language)(count, { one: 'change', other: 'changes' })).toBe(phrase);
  });
});
