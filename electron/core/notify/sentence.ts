import type { Change } from '../changes/change.ts';
import type { Reading } from '../reading.ts';
import { knownName } from '../redbooth/directory-port.ts';
import { type Phrase, doerOf, dueWords, phraseOfComment, phraseOfEdit } from './phrases.ts';
import { cutAtWord, oneLine, quoted } from './plain-text.ts';

/** What a row and a notification say about a change, in the same words: title and body (shared look, "What it says"). */
export type Sentence = { readonly title: string; readonly body: string };

const titleLength = 120;
const bodyLength = 200;

const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ');

const cut = (title: string, body: string): Sentence => ({
  title: cutAtWord(oneLine(title), titleLength),
  body: cutAtWord(oneLine(body), bodyLength),
});

/**
 * One sentence for several phrases about a task: the most important has the title, of those that are equal the first; the
 * others follow in the body. Null when there is none.
 */
export const sentenceOfPhrases = (phrases: readonly Phrase[], project: string | null): Sentence | null => {
  const [main, ...others] = [...phrases].sort((a, b) => a.rank - b.rank);
  if (main === undefined) return null;
  const asides = others.map((other) => other.aside);
  return cut(
    main.title,
    main.quote === null ? joined(project, main.addition, ...asides) : joined(main.quote, main.addition, ...asides),
  );
};

/** The sentence of a change. Plain text, cut at a word. */
export const sentenceOf = ({ kind, account }: Pick<Change, 'kind' | 'account'>, reading: Reading): Sentence => {
  const { changes } = reading.messages;
  const task = quoted(account.title);
  const project = account.project?.name ?? null;
  const due = dueWords(account.dueOn, reading);
  const assigned = account.relation.assigned
    ? changes.assignedToYou
    : account.assignee && changes.assignedTo(knownName('person', account.assignee.name));
  switch (kind) {
    case 'created':
      return cut(changes.created(doerOf(account), task), joined(project, assigned, due));
    case 'first-seen':
      return cut(changes.changed(task), joined(project, assigned, due));
    case 'gone':
      return cut(changes.gone(task), joined(project, changes.goneMeaning));
    case 'updated': {
      const phrases = account.edits.map((edit) => phraseOfEdit(edit, account, task, reading));
      if (account.comment !== null) phrases.push(phraseOfComment(account.comment, account, task, reading));
      return sentenceOfPhrases(phrases, project) ?? cut(changes.changed(task), joined(project));
    }
  }
};
