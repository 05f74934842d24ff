import { describe, expect, it } from 'vitest';
import { english as hostEnglish } from '../../electron/messages/en/index.ts';
import { spanish as hostSpanish } from '../../electron/messages/es/index.ts';
import { english as pageEnglish } from '../../renderer/messages/en/index.ts';
import { spanish as pageSpanish } from '../../renderer/messages/es/index.ts';
import { settings as englishSettings } from '../../renderer/messages/en/settings.ts';
import { settings as spanishSettings } from '../../renderer/messages/es/settings.ts';
import { welcome as englishWelcome } from '../../renderer/messages/en/welcome.ts';
import { welcome as spanishWelcome } from '../../renderer/messages/es/welcome.ts';

/** The plain texts of a table, by their place in it; messages that are functions are left to the tests of what says them. */
const texts = (table: object, place = ''): readonly (readonly [string, string])[] =>
  Object.entries(table).flatMap(([key, value]: [string, unknown]): (readonly [string, string])[] => {
    const name = place === '' ? key : `${place}.${key}`;
    if (typeof value === 'string') return [[name, value]];
    return typeof value === 'object' && value !== null ? [...texts(value, name)] : [];
  });

/** Words that are the same in both languages. */
const alike = new Set(['Redbooth', 'Redbooth Notifier', 'Hooks', 'Error', 'URL', 'No']);

describe.each([
  ['the app', hostEnglish, hostSpanish],
  ['the page', pageEnglish, pageSpanish],
  ['the settings', englishSettings, spanishSettings],
  ['the welcome', englishWelcome, spanishWelcome],
])('what %s says', (_who, english, spanish) => {
  const translated = new Map(texts(spanish));

  it.each([...texts(english)])('has a Spanish “%s”', (name, text) => {
    const other = translated.get(name);
    expect(other?.trim()).toBeTruthy();
    if (!alike.has(text)) expect(other).not.toBe(text);
  });
});
