import type { PageMessages } from '../messages/en/index.ts';
import type { SettingsMessages } from '../messages/en/settings.ts';
import { piecesOf, searchWords } from './hits.ts';
import { type SettingsItem, type SettingsPlace, itemsOf, settingsPlaces } from './settings-places.ts';
import { synonyms } from './settings-synonyms.ts';

/** What a search in the settings is for, and which settings it leaves; null words: there is no search. */
export type FoundSettings = { readonly words: readonly string[]; readonly items: ReadonlySet<SettingsItem> };

type Messages = Pick<PageMessages, 'updates'> & { readonly settings: SettingsMessages };

/** What of the rules’ table is found by its words. */
const moreWords = (item: SettingsItem, { settings, updates }: Messages): readonly string[] => {
  if (item === 'updates') return [updates.daily, updates.check, updates.dailyMeaning];
  if (item !== 'rules') return [];
  const { subjects, scopes, levels, levelsExplained } = settings.rules;
  const told = Object.values(subjects).flatMap(({ name, meaning }) => [name, meaning]);
  return [...told, ...Object.values(scopes), ...Object.values(levels), levelsExplained];
};

/**
 * Finds settings by their name, their explanation, their section and other words for them, in whatever language. A setting is
 * found when each word that is searched for begins one of its own.
 */
export const findSettings = (
  text: string,
  messages: Messages,
  absent: readonly SettingsPlace[] = [],
): FoundSettings | null => {
  const words = searchWords(text);
  if (words.length === 0) return null;
  const isFound = (place: SettingsPlace, item: SettingsItem): boolean => {
    const { label, meaning } = messages.settings.items[item];
    const own = [messages.settings.places[place], label, meaning, synonyms[item], ...moreWords(item, messages)].join(
      ' ',
    );
    return words.every((word) => piecesOf(own, [word]).some(({ isHit }) => isHit));
  };
  const items = settingsPlaces
    .filter((place) => !absent.includes(place))
    .flatMap((place) => itemsOf[place].filter((item) => isFound(place, item)));
  return { words, items: new Set(items) };
};

/** How many of a section’s settings are found. */
export const countIn = (place: SettingsPlace, found: FoundSettings): number =>
  itemsOf[place].filter((item) => found.items.has(item)).length;
