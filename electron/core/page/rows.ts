import type { ChangeRow } from '../../contract/index.ts';
import { fieldRow } from '../notify/field-words.ts';
import { cutAtWord, oneLine } from '../notify/plain-text.ts';
import { sentenceOf } from '../notify/sentence.ts';
import { whyOf } from '../notify/why.ts';
import type { Change, ChangeAccount } from '../changes/change.ts';
import { knownName } from '../redbooth/directory-port.ts';
import type { Reading } from '../reading.ts';
import type { Organization } from '../redbooth/task.ts';

const quoteLength = 280;

/** The letters that stand for a person where there is no picture. */
export const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0] ?? '',
  );
  return letters.join('').toUpperCase() || '?';
};

/** What a row says besides its change: what is known of its task now. */
export type RowSituation = Pick<ChangeRow, 'isResolved' | 'organization' | 'snoozedUntil'>;

const actorOf = ({ actor }: ChangeAccount, { messages }: Reading): ChangeRow['actor'] => {
  if (actor === null) return null;
  const name = knownName('person', actor.fullName) ?? messages.fields.someone;
  return { userId: actor.userId, name, initials: initialsOf(name) };
};

/** A change as a row of the list, in the words of its notification. */
export const rowOf = (
  change: Change,
  reading: Reading,
  { isResolved, organization, snoozedUntil }: RowSituation,
): ChangeRow => {
  const { account, decision } = change;
  const { title, body } = sentenceOf(change, reading);
  return {
    id: change.id,
    accountId: change.accountId,
    taskId: change.taskId,
    taskName: oneLine(account.title),
    kind: change.kind,
    sentence: title,
    detail: body,
    actor: actorOf(account, reading),
    project: account.project,
    organization,
    fields: account.edits.map((edit) => fieldRow(edit, reading)),
    quote: account.comment === null ? null : cutAtWord(account.comment.body.trim(), quoteLength),
    at: change.happenedAt,
    unread: change.readAt === null,
    told: decision?.kind === 'notified',
    reason: decision?.reason ?? '',
    why: whyOf(change, reading),
    snoozedUntil,
    canOpen: account.url !== null,
    isResolved,
  };
};

export type RowPorts = {
  readonly reading: () => Reading;
  /** The organisations that the user belongs to. */
  readonly organizations: { known(): readonly Organization[] };
  /** Whether the task of a change is resolved now; null where nothing can be done to it from here. */
  readonly isResolved: (change: Change) => boolean | null;
  /** When a change is told again. */
  readonly snoozedUntil: (changeId: string) => number | null;
};

/** Makes the rows of changes as they are at that moment. An organisation is named where there are several to tell apart. */
export const createRows =
  ({ reading, organizations, isResolved, snoozedUntil }: RowPorts): ((change: Change) => ChangeRow) =>
  (change) => {
    const known = organizations.known();
    const named = known.length > 1 ? known.find(({ id }) => id === change.account.organizationId) : undefined;
    const organization = named === undefined ? null : { id: named.id, name: named.name };
    return rowOf(change, reading(), {
      isResolved: isResolved(change),
      organization,
      snoozedUntil: snoozedUntil(change.id),
    });
  };
