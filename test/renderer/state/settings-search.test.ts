import { describe, expect, it } from 'vitest';
import { english as page } from '../../../renderer/messages/en/index.ts';
import { settings } from '../../../renderer/messages/en/settings.ts';
import { spanish as spanishPage } from '../../../renderer/messages/es/index.ts';
import { settings as spanishSettings } from '../../../renderer/messages/es/settings.ts';
import { itemsOf, settingsPlaces } from '../../../renderer/state/settings-places.ts';
import { countIn, findSettings } from '../../../renderer/state/settings-search.ts';

const english = { ...page, settings };
const spanish = { ...spanishPage, settings: spanishSettings };

const found = (text: string, messages = english): readonly string[] | null => {
  const all = findSettings(text, messages);
  return all && [...all.items];
};

describe('a search in the settings', () => {
  it.each<[string, readonly string[]]>([
    ['theme', ['theme']],
    ['DARK', ['theme', 'trayIcon']],
    ['lock screen', ['content']],
    ['mentions', ['rules']],
    ['quiet', ['quietHours']],
    ['appearance', ['theme', 'language']],
    ['dnd', ['quietHours']],
    ['zebra', []],
    ['theme zebra', []],
  ])('finds by name, explanation, section and other words for it: %s', (text, items) => {
    expect(found(text)).toEqual(items);
  });

  it.each<[string, readonly string[]]>([
    ['idioma', ['language']],
    ['sonido', ['sound']],
    ['copia de', ['export']],
  ])('finds by Spanish words while the app speaks English: %s', (text, items) => {
    expect(found(text)).toEqual(expect.arrayContaining([...items]));
  });

  it.each<[string, readonly string[]]>([
    ['apariencia', ['theme', 'language']],
    ['menciones', ['rules']],
    ['language', ['language']],
    ['dias', ['quietHours', 'historyDays']],
  ])('finds in Spanish, with or without accents, and by English words: %s', (text, items) => {
    expect(found(text, spanish)).toEqual(expect.arrayContaining([...items]));
  });

  it.each(['', '   ', '“”'])('is none without a word: %o', (text) => {
    expect(found(text)).toBeNull();
  });

  it('passes over sections that are not there', () => {
    expect([...(findSettings('tray', english, ['system'])?.items ?? [])]).not.toContain('trayIcon');
  });

  it('counts what is found in each section', () => {
    const all = findSettings('appearance', english);
    expect(all && settingsPlaces.filter((place) => countIn(place, all) > 0)).toEqual(['appearance']);
    expect(all && countIn('appearance', all)).toBe(2);
  });

  it('can find every setting by its own name', () => {
    const items = settingsPlaces.flatMap((place) => itemsOf[place]);
    expect(items.filter((item) => !found(english.settings.items[item].label)?.includes(item))).toEqual([]);
    expect(items.toSorted()).toEqual(Object.keys(english.settings.items).toSorted());
  });
});
