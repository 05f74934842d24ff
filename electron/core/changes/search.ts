import type { ChangeFilter } from '../../contract/index.ts';

/** More words than this make a question no narrower that anybody would notice. */
const wordsAtMost = 12;
/** What the tokenizer of the index takes for part of a word (SQLite, FTS5: unicode61). */
const inWord = /[\p{L}\p{N}\p{Co}]/u;

/**
 * The words of a question as FTS5 strings, each the beginning of a word that must be there. Whatever was typed is only ever
 * text: quotes are doubled, and a string has no operators in it. A part without letters and digits asks for nothing.
 */
const wordsOf = (text: string): readonly string[] => {
  const parts = text.replace(/\p{Cc}/gu, ' ').split(/\s+/u);
  const words = new Set(parts.filter((part) => inWord.test(part)));
  return [...words].slice(0, wordsAtMost).map((word) => `"${word.replaceAll('"', '""')}" *`);
};

/** The marks that the index has for what a filter names (schema.ts, change_index). */
const marksOf = ({ projectId, personId, taskId, subject }: ChangeFilter): readonly string[] =>
  [
    projectId === null ? null : `p${projectId}`,
    personId === null ? null : `u${personId}`,
    taskId === null ? null : `t${taskId}`,
    subject === null ? null : subject.replaceAll('-', ''),
  ].flatMap((mark) => (mark === null ? [] : [`"${mark}"`]));

/** What a filter asks of the index change_search, as FTS5 reads it; null when it asks for nothing that is in there. */
export const matchOf = (filter: ChangeFilter): string | null => {
  const words = wordsOf(filter.text ?? '');
  const marks = marksOf(filter);
  const parts = [
    ...(words.length === 0 ? [] : [`words : (${words.join(' AND ')})`]),
    ...(marks.length === 0 ? [] : [`marks : (${marks.join(' AND ')})`]),
  ];
  return parts.length === 0 ? null : parts.join(' AND ');
};
