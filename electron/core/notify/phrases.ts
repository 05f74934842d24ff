import type { ChangeAccount, FieldEdit } from '../changes/change.ts';
import { shortDate } from './dates.ts';
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

const statusVerbs: ReadonlyMap<string | null, string> = new Map([
  ['new', 'reopened'],
  ['open', 'reopened'],
  ['resolved', 'resolved'],
  ['rejected', 'rejected'],
]);

/** Who did it, as a sentence begins. */
export const who = (account: ChangeAccount): string => (account.isOwn ? 'You' : (account.actor?.name ?? 'Someone'));

const statusPhrase = (actor: string, task: string, edit: FieldEdit): Omit<Phrase, 'rank' | 'quote'> => {
  const aside = changeOfField(edit, 0);
  if (edit.after === 'hold') return { title: `${actor} put ${task} on hold`, addition: null, aside };
  const verb = statusVerbs.get(edit.after);
  if (verb === undefined) return { title: `${actor} changed the status of ${task}`, addition: aside, aside };
  // A fresh task that is taken up was never closed, so it is not "reopened".
  const isTakenUp = edit.after === 'open' && edit.before === 'new';
  return { title: `${actor} ${isTakenUp ? 'opened' : verb} ${task}`, addition: null, aside };
};

const duePhrase = (actor: string, task: string, edit: FieldEdit, now: number): Omit<Phrase, 'rank' | 'quote'> => {
  const aside = changeOfField(edit, now);
  if (edit.after === null)
    return {
      title: `${actor} removed the due date of ${task}`,
      addition: edit.before && `was ${shortDate(edit.before, now)}`,
      aside,
    };
  const after = shortDate(edit.after, now);
  if (edit.before === null) return { title: `${actor} set ${after} for ${task}`, addition: null, aside };
  return { title: `${actor} moved ${task} to ${after}`, addition: `was ${shortDate(edit.before, now)}`, aside };
};

const assigneePhrase = (
  { isOwn, dueOn, actor: author, assignee }: ChangeAccount,
  actor: string,
  task: string,
  edit: FieldEdit,
  now: number,
): Omit<Phrase, 'rank' | 'quote'> => {
  const aside = changeOfField(edit, 0);
  if (edit.afterIsMe) {
    const title = `${actor} assigned ${isOwn ? 'yourself' : 'you'} ${task}`;
    return { title, addition: dueOn === null ? null : `due ${shortDate(dueOn, now)}`, aside };
  }
  if (author !== null && author.userId === assignee?.userId && edit.after === assignee.name)
    return { title: `${actor} took on ${task}`, addition: null, aside };
  if (edit.after !== null) return { title: `${actor} assigned ${task} to ${edit.after}`, addition: null, aside };
  if (edit.beforeIsMe && isOwn) return { title: `${actor} took yourself off ${task}`, addition: null, aside };
  const from = edit.beforeIsMe ? 'you' : (edit.before ?? 'someone');
  return { title: `${actor} took ${task} from ${from}`, addition: null, aside };
};

/** What is said of one field; `now` (ms) decides what "today" is. */
export const phraseOfEdit = (edit: FieldEdit, account: ChangeAccount, task: string, now: number): Phrase => {
  const actor = who(account);
  const due = account.dueOn === null ? null : `due ${shortDate(account.dueOn, now)}`;
  const aside = changeOfField(edit, now);
  const tell = (rank: number, title: string, addition: string | null = null): Phrase => ({
    rank,
    title,
    addition,
    aside,
    quote: null,
  });
  switch (edit.field) {
    case 'assigned_id':
      return { rank: 1, quote: null, ...assigneePhrase(account, actor, task, edit, now) };
    case 'status':
      return { rank: 2, quote: null, ...statusPhrase(actor, task, edit) };
    case 'due_on':
      return { rank: 3, quote: null, ...duePhrase(actor, task, edit, now) };
    case 'name':
      return tell(5, `${actor} renamed ${quoted(edit.before ?? '')} to ${quoted(edit.after ?? '')}`);
    case 'urgent':
      return edit.after === 'true'
        ? tell(6, `${actor} marked ${task} urgent`, due)
        : tell(6, `${actor} marked ${task} not urgent`, due);
    case 'project_id':
      return tell(
        7,
        `${actor} moved ${task} to ${account.project?.name ?? 'another project'}`,
        edit.before && `was in ${edit.before}`,
      );
    case 'task_list_id':
      return tell(
        8,
        `${actor} moved ${task} to the list ${quoted(edit.after ?? '')}`,
        edit.before && `was in ${quoted(edit.before)}`,
      );
    case 'description':
      return tell(9, `${actor} changed the description of ${task}`);
    case 'is_private':
      return tell(
        10,
        edit.after === 'true' ? `${actor} made ${task} private` : `${actor} made ${task} visible to the project`,
      );
  }
};

/** What is said of a comment. */
export const phraseOfComment = (
  comment: NonNullable<ChangeAccount['comment']>,
  account: ChangeAccount,
  task: string,
): Phrase => {
  const actor = who(account);
  const quote = cutAtWord(oneLine(comment.body), commentLength);
  const aside = `“${cutAtWord(oneLine(comment.body), 60)}”`;
  return comment.mentionsMe && !account.isOwn
    ? { rank: 0, title: `${actor} mentioned you in ${task}`, addition: null, aside, quote }
    : { rank: 4, title: `${actor} on ${task}`, addition: null, aside, quote };
};

/** What is said of the creation of a task of which there is more to say. */
export const phraseOfCreation = (account: ChangeAccount, task: string): Phrase => {
  const actor = who(account);
  return {
    rank: 11,
    title: `${actor} created ${task}`,
    addition: null,
    aside: `created by ${account.isOwn ? 'you' : (account.actor?.name ?? 'someone')}`,
    quote: null,
  };
};
