import type { Change, ChangeAccount, FieldEdit } from '../changes/change.ts';
import type { Reading } from '../reading.ts';
import { type Phrase, phraseOfComment, phraseOfCreation, phraseOfEdit } from './phrases.ts';
import { quoted } from './plain-text.ts';
import { type Sentence, sentenceOf, sentenceOfPhrases } from './sentence.ts';

type Told = Pick<Change, 'kind' | 'account'>;

/** What became of a field over several changes, with the account of the last one that touched it. */
type NetEdit = { readonly edit: FieldEdit; readonly account: ChangeAccount };

/** Whether the one goes on from where the other ended: in between, the field may have changed untold. */
const goesOn = (earlier: FieldEdit, { before, beforeIsMe }: FieldEdit): boolean =>
  earlier.after === before && earlier.afterIsMe === beforeIsMe;
const isUndone = ({ before, after, beforeIsMe, afterIsMe }: FieldEdit): boolean =>
  before === after && beforeIsMe === afterIsMe;

/** The fields that differ in the end, the one touched last first. */
const netEdits = (changes: readonly Told[]): readonly NetEdit[] => {
  const net = new Map<FieldEdit['field'], NetEdit>();
  for (const { account } of changes)
    for (const edit of account.edits) {
      const earlier = net.get(edit.field)?.edit;
      const first = earlier !== undefined && goesOn(earlier, edit) ? earlier : edit;
      net.delete(edit.field);
      net.set(edit.field, { edit: { ...edit, before: first.before, beforeIsMe: first.beforeIsMe }, account });
    }
  return [...net.values()].filter(({ edit }) => !isUndone(edit)).toReversed();
};

/** The comments in one phrase: the newest mention, else the newest, and how many more there are. */
const phraseOfComments = (changes: readonly Told[], task: string, reading: Reading): Phrase | null => {
  const phrases = changes.flatMap(({ account }) =>
    account.comment === null ? [] : [phraseOfComment(account.comment, account, task, reading)],
  );
  const [main, ...others] = phrases.toReversed().sort((a, b) => a.rank - b.rank);
  if (main === undefined) return null;
  if (others.length === 0) return main;
  const more = reading.messages.changes.moreComments(others.length);
  return { ...main, addition: more, aside: `${main.aside} ${more}` };
};

/**
 * One sentence for several changes of one task, in the order in which they happened: each field from where it was first to
 * where it is now, what is back where it was left out. When all of it is back, the last change speaks for itself. Throws a
 * RangeError when there are none.
 */
export const mergedSentence = (changes: readonly Told[], reading: Reading): Sentence => {
  const newest = changes.at(-1);
  if (newest === undefined) throw new RangeError('no change to tell of');
  if (changes.length === 1 || newest.kind === 'gone') return sentenceOf(newest, reading);
  const { title, project, dueOn } = newest.account;
  const task = quoted(title);
  const phrases = netEdits(changes).map(({ edit, account }) =>
    phraseOfEdit(edit, { ...account, title, project, dueOn }, task, reading),
  );
  const comments = phraseOfComments(changes, task, reading);
  if (comments !== null) phrases.push(comments);
  const created = changes.find(({ kind }) => kind === 'created');
  if (created !== undefined) {
    const { actor, isOwn } = created.account;
    if (phrases.length === 0)
      return sentenceOf({ kind: 'created', account: { ...newest.account, actor, isOwn } }, reading);
    phrases.push(phraseOfCreation(created.account, task, reading));
  }
  return sentenceOfPhrases(phrases, project?.name ?? null) ?? sentenceOf(newest, reading);
};
