import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { piecesOf } from '../state/hits.ts';

const context = createContext<readonly string[]>([]);

/** The words, folded, that stand out in every `Marked` inside. */
export const MarkedWords = context.Provider;

/** A text in which what was searched for stands out. */
export const Marked = ({ text }: { text: string }) => {
  const words = useContext(context);
  if (words.length === 0) return <>{text}</>;
  return (
    <>
      {piecesOf(text, words).map((piece, index) => (piece.isHit ? <mark key={index}>{piece.text}</mark> : piece.text))}
    </>
  );
};
