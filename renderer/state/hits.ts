const word = /[\p{L}\p{N}]+/gu;

/** As the app compares words: without regard to case and to marks on letters. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words that are searched for, folded. */
export const searchWords = (text: string | null): readonly string[] =>
  (folded(text ?? '').match(word) ?? []).slice(0, 12);

export type Piece = { readonly text: string; readonly isHit: boolean };

/** A text in pieces, so that the beginnings of words that were searched for stand out. */
export const piecesOf = (text: string, words: readonly string[]): readonly Piece[] => {
  if (words.length === 0) return [{ text, isHit: false }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    const plain = folded(found);
    const longest = Math.max(0, ...words.filter((each) => plain.startsWith(each)).map(({ length }) => length));
    if (longest === 0) continue;
    // A letter with its mark may be one character or two.
    const length = plain.length === found.length ? longest : found.length;
    if (index > end) pieces.push({ text: text.slice(end, index), isHit: false });
    pieces.push({ text: text.slice(index, index + length), isHit: true });
    end = index + length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isHit: false });
  return pieces;
};
