import type { Change, ChangeAccount, FieldEdit } from '../changes/change.ts';
import { shortDate } from './dates.ts';
import { changeOfField } from './field-words.ts';
import { cutAtWord, oneLine, quoted } from './plain-text.ts';

/** What a row and a notification say about a change, in the same words: title and body (shared look, "What it says"). */
export type Sentence = { readonly title: string; readonly body: string };

const titleLength = 120;
const bodyLength = 200;
const commentLength = 140;

type Telling = {
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

const who = (account: ChangeAccount): string => (account.isOwn ? 'You' : (account.actor?.name ?? 'Someone'));

const statusTelling = (actor: string, task: string, edit: FieldEdit): Omit<Telling, 'rank' | 'quote'> => {
  const aside = changeOfField(edit, 0);
  if (edit.after === 'hold') return { title: `${actor} put ${task} on hold`, addition: null, aside };
  const verb = statusVerbs.get(edit.after);
  if (verb === undefined) return { title: `${actor} changed the status of ${task}`, addition: aside, aside };
  // A fresh task that is taken up was never closed, so it is not "reopened".
  const isTakenUp = edit.after === 'open' && edit.before === 'new';
  return { title: `${actor} ${isTakenUp ? 'opened' : verb} ${task}`, addition: null, aside };
};

const dueTelling = (actor: string, task: string, edit: FieldEdit, now: number): Omit<Telling, 'rank' | 'quote'> => {
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

const assigneeTelling = (
  { isOwn, dueOn, actor: author, assignee }: ChangeAccount,
  actor: string,
  task: string,
  edit: FieldEdit,
  now: number,
): Omit<Telling, 'rank' | 'quote'> => {
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

const editTelling = (edit: FieldEdit, account: ChangeAccount, task: string, now: number): Telling => {
  const actor = who(account);
  const due = account.dueOn === null ? null : `due ${shortDate(account.dueOn, now)}`;
  const aside = changeOfField(edit, now);
  const tell = (rank: number, title: string, addition: string | null = null): Telling => ({
    rank,
    title,
    addition,
    aside,
    quote: null,
  });
  switch (edit.field) {
    case 'assigned_id':
      return { rank: 1, quote: null, ...assigneeTelling(account, actor, task, edit, now) };
    case 'status':
      return { rank: 2, quote: null, ...statusTelling(actor, task, edit) };
    case 'due_on':
      return { rank: 3, quote: null, ...dueTelling(actor, task, edit, now) };
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

const commentTelling = (
  comment: NonNullable<ChangeAccount['comment']>,
  account: ChangeAccount,
  task: string,
): Telling => {
  const actor = who(account);
  const quote = cutAtWord(oneLine(comment.body), commentLength);
  const aside = `“${cutAtWord(oneLine(comment.body), 60)}”`;
  return comment.mentionsMe && !account.isOwn
    ? { rank: 0, title: `${actor} mentioned you in ${task}`, addition: null, aside, quote }
    : { rank: 4, title: `${actor} on ${task}`, addition: null, aside, quote };
};

const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ');

/** The sentence of a change. Plain text, cut at a word; `now` (ms) decides what "today" is. */
export const sentenceOf = ({ kind, account }: Pick<Change, 'kind' | 'account'>, now: number): Sentence => {
  const task = quoted(account.title);
  const project = account.project?.name ?? null;
  const due = account.dueOn === null ? null : `due ${shortDate(account.dueOn, now)}`;
  const assigned = account.relation.assigned
    ? 'assigned to you'
    : account.assignee && `assigned to ${account.assignee.name}`;
  const cut = (title: string, body: string): Sentence => ({
    title: cutAtWord(oneLine(title), titleLength),
    body: cutAtWord(oneLine(body), bodyLength),
  });
  switch (kind) {
    case 'created':
      return cut(`${who(account)} created ${task}`, joined(project, assigned, due));
    case 'first-seen':
      return cut(`${task} changed`, joined(project, assigned, due));
    case 'gone':
      return cut(`${task} is gone`, joined(project, 'deleted, or no longer visible to you'));
    case 'updated': {
      const tellings = account.edits.map((edit) => editTelling(edit, account, task, now));
      if (account.comment !== null) tellings.push(commentTelling(account.comment, account, task));
      const [main, ...others] = tellings.sort((a, b) => a.rank - b.rank);
      if (main === undefined) return cut(`${task} changed`, joined(project));
      const asides = others.map((other) => other.aside);
      return cut(
        main.title,
        main.quote === null ? joined(project, main.addition, ...asides) : joined(main.quote, ...asides),
      );
    }
  }
};
