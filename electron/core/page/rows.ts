import type { ChangeRow } from '../../contract/index.ts';
import { fieldRow } from '../notify/field-words.ts';
import { cutAtWord } from '../notify/plain-text.ts';
import { sentenceOf } from '../notify/sentence.ts';
import type { Change } from '../changes/change.ts';

const quoteLength = 280;

const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0] ?? '',
  );
  return letters.join('').toUpperCase() || '?';
};

/** A change as a row of the list, in the words of its notification; `now` (ms) decides what "today" is. */
export const rowOf = (change: Change, now: number): ChangeRow => {
  const { account, decision } = change;
  const { title, body } = sentenceOf(change, now);
  return {
    id: change.id,
    taskId: change.taskId,
    kind: change.kind,
    sentence: title,
    detail: body,
    actor:
      account.actor === null
        ? null
        : { userId: account.actor.userId, name: account.actor.fullName, initials: initialsOf(account.actor.fullName) },
    project: account.project,
    fields: account.edits.map((edit) => fieldRow(edit, now)),
    quote: account.comment === null ? null : cutAtWord(account.comment.body.trim(), quoteLength),
    at: change.happenedAt,
    unread: change.readAt === null,
    told: decision?.kind === 'notified',
    reason: decision?.reason ?? '',
    canOpen: account.url !== null,
  };
};
