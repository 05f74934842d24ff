import type { Doer } from '../../messages/spoken.ts';
import type { ChangeAccount, FieldEdit } from '../changes/change.ts';
import type { Reading } from '../reading.ts';
import { knownName } from '../redbooth/directory-port.ts';
import { spokenDate } from './dates.ts';
import { changeOfField } from './field-words.ts';
import { cutAtWord, oneLine, quoted } from './plain-text.ts';

const commentLength = 140;

/** One thing that happened, in words: as the title, and as a part of the body when something else has the title. */
export type Phrase = {
  /** The most important part wins the title; lower is more important. */
  readonly rank: number;
  readonly title: string;
  /** What the body adds about it, after the project. */
  readonly addition: string | null;
  /** How it reads in the body when something else has the title. */
  readonly aside: string;
  /** A comment's text takes the whole body. */
  readonly quote: string | null;
};

type Words = Pick<Phrase, 'title' | 'addition'>;

/** Who did it. */
export const doerOf = ({ isOwn, actor }: Pick<ChangeAccount, 'isOwn' | 'actor'>): Doer => ({
  isReader: isOwn,
  name: actor === null ? null : knownName('person', actor.name),
});

/** When a task is due, as an addition. */
export const dueWords = (dueOn: string | null, reading: Reading): string | null =>
  dueOn === null ? null : reading.messages.changes.due(spokenDate(dueOn, reading));

const statusTitle = (doer: Doer, task: string, { before, after }: FieldEdit, reading: Reading): string | null => {
  const { changes } = reading.messages;
  switch (after) {
    case 'hold':
      return changes.putOnHold(doer, task);
    case 'resolved':
      return changes.resolved(doer, task);
    case 'rejected':
      return changes.rejected(doer, task);
    case 'open':
      // A fresh task that is taken up was never closed, so it is not "reopened".
      return before === 'new' ? changes.opened(doer, task) : changes.reopened(doer, task);
    case 'new':
      return changes.reopened(doer, task);
    case null:
    default:
      return null;
  }
};

const statusWords = (doer: Doer, task: string, edit: FieldEdit, reading: Reading): Words => {
  const title = statusTitle(doer, task, edit, reading);
  return title === null
    ? { title: reading.messages.changes.changedStatus(doer, task), addition: changeOfField(edit, reading) }
    : { title, addition: null };
};

const dueDateWords = (doer: Doer, task: string, { before, after }: FieldEdit, reading: Reading): Words => {
  const { changes } = reading.messages;
  const addition = before === null ? null : before && changes.wasDay(spokenDate(before, reading));
  if (after === null) return { title: changes.removedDueDate(doer, task), addition };
  const day = spokenDate(after, reading);
  return {
    title: before === null ? changes.setDueDate(doer, task, day) : changes.movedDueDate(doer, task, day),
    addition,
  };
};

const assigneeWords = (account: ChangeAccount, doer: Doer, task: string, edit: FieldEdit, reading: Reading): Words => {
  const { changes } = reading.messages;
  const { actor: author, assignee } = account;
  const name = (value: string): string | null => knownName('person', value);
  const plain = (title: string): Words => ({ title, addition: null });
  if (edit.afterIsMe) return { title: changes.assignedReader(doer, task), addition: dueWords(account.dueOn, reading) };
  if (author !== null && author.userId === assignee?.userId && edit.after === assignee.name)
    return plain(changes.tookOn(doer, task));
  if (edit.after !== null) return plain(changes.assigned(doer, task, name(edit.after)));
  if (edit.beforeIsMe) return plain(changes.tookFromReader(doer, task));
  return plain(changes.tookFrom(doer, task, edit.before === null ? null : name(edit.before)));
};

const listName = (value: string | null): string | null => {
  const name = knownName('list', value ?? '');
  return name === null ? null : quoted(name);
};

const wordsOfEdit = (edit: FieldEdit, account: ChangeAccount, task: string, reading: Reading): Words => {
  const { changes } = reading.messages;
  const doer = doerOf(account);
  const { before, after } = edit;
  switch (edit.field) {
    case 'assigned_id':
      return assigneeWords(account, doer, task, edit, reading);
    case 'status':
      return statusWords(doer, task, edit, reading);
    case 'due_on':
      return dueDateWords(doer, task, edit, reading);
    case 'name':
      return { title: changes.renamed(doer, quoted(before ?? ''), quoted(after ?? '')), addition: null };
    case 'urgent': {
      const title = after === 'true' ? changes.markedUrgent(doer, task) : changes.markedNotUrgent(doer, task);
      return { title, addition: dueWords(account.dueOn, reading) };
    }
    case 'project_id':
      return {
        title: changes.movedToProject(doer, task, account.project?.name ?? null),
        addition: before && changes.wasInProject(knownName('project', before)),
      };
    case 'task_list_id':
      return {
        title: changes.movedToList(doer, task, listName(after)),
        addition: before && changes.wasInList(listName(before)),
      };
    case 'description':
      return { title: changes.described(doer, task), addition: null };
    case 'is_private':
      return {
        title: after === 'true' ? changes.madePrivate(doer, task) : changes.madeVisible(doer, task),
        addition: null,
      };
  }
};

const ranks: Readonly<Record<FieldEdit['field'], number>> = {
  assigned_id: 1,
  status: 2,
  due_on: 3,
  name: 5,
  urgent: 6,
  project_id: 7,
  task_list_id: 8,
  description: 9,
  is_private: 10,
};
const mentionRank = 0;
const commentRank = 4;
const creationRank = 11;

/** What is said of one field. */
export const phraseOfEdit = (edit: FieldEdit, account: ChangeAccount, task: string, reading: Reading): Phrase => ({
  rank: ranks[edit.field],
  ...wordsOfEdit(edit, account, task, reading),
  aside: changeOfField(edit, reading),
  quote: null,
});

/** What is said of a comment. */
export const phraseOfComment = (
  comment: NonNullable<ChangeAccount['comment']>,
  account: ChangeAccount,
  task: string,
  { messages: { changes } }: Reading,
): Phrase => {
  const doer = doerOf(account);
  const isMention = comment.mentionsMe && !account.isOwn;
  return {
    rank: isMention ? mentionRank : commentRank,
    title: isMention ? changes.mentionedYou(doer, task) : changes.commented(doer, task),
    addition: null,
    aside: `“${cutAtWord(oneLine(comment.body), 60)}”`,
    quote: cutAtWord(oneLine(comment.body), commentLength),
  };
};

/** What is said of the creation of a task of which there is more to say. */
export const phraseOfCreation = (account: ChangeAccount, task: string, { messages: { changes } }: Reading): Phrase => ({
  rank: creationRank,
  title: changes.created(doerOf(account), task),
  addition: null,
  aside: changes.createdBy(doerOf(account)),
  quote: null,
});
