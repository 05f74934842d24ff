import { cutAtWord, severalLines } from '../notify/plain-text.ts';

/** Notes longer than this are read where the release is. */
const longest = 4_000;
/** What is longer is not even looked at. */
const longestRead = 100_000;

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', '’'],
  ['nbsp', ' '],
]);

const readEntity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return entities.get(name.toLowerCase()) ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
};

/**
 * Release notes as plain text of several lines, at most 4,000 characters: HTML loses its tags (GitHub’s feed gives notes as
 * HTML, electron.build/auto-update), Markdown stays as it is. What comes out may look like HTML and is to be shown as text.
 */
export const plainNotes = (notes: string): string => {
  const text = notes
    .slice(0, longestRead)
    .replace(/<(script|style|head|title)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<li\b[^<>]*>/gi, '\n– ')
    .replace(/<(?:br|\/p|\/h[1-6]|\/div|\/ul|\/ol|\/tr|\/pre|h[1-6]|p|ul|ol)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, readEntity);
  const lines = severalLines(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n+(?=– )/g, '\n')
    .trim();
  return cutAtWord(lines, longest);
};
