import { usePage } from './page-context.ts';
import { piecesOf, searchWords } from '../state/hits.ts';

/** A text of the list, with what was searched for standing out. */
export const Hits = ({ text }: { text: string }) => {
  const words = searchWords(usePage().store.changes.filter.value.text);
  if (words.length === 0) return <>{text}</>;
  return (
    <>
      {piecesOf(text, words).map((piece, index) => (piece.isHit ? <mark key={index}>{piece.text}</mark> : piece.text))}
    </>
  );
};
