import type { ChangeRow } from '../../contract/index.ts';
import { fieldRow } from '../notify/field-words.ts';
import { cutAtWord, oneLine } from '../notify/plain-text.ts';
import { sentenceOf } from '../notify/sentence.ts';
import { whyOf } from '../notify/why.ts';
import type { Change } from '../changes/change.ts';
import type { Clock } from '../clock.ts';
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

/** What a row says besides its change: what is known of its task now. Its times are those of `zone`, null for the machine’s own. */
export type RowSituation = Pick<ChangeRow, 'isResolved' | 'organization' | 'snoozedUntil'> & {
  readonly zone: string | null;
};

/** A change as a row of the list, in the words of its notification; `now` (ms) decides what "today" is. */
export const rowOf = (
  change: Change,
  now: number,
  { isResolved, organization, snoozedUntil, zone }: RowSituation,
): ChangeRow => {
  const { account, decision } = change;
  const { title, body } = sentenceOf(change, now);
  return {
    id: change.id,
    accountId: change.accountId,
    taskId: change.taskId,
    taskName: oneLine(account.title),
    kind: change.kind,
    sentence: title,
    detail: body,
    actor:
      account.actor === null
        ? null
        : { userId: account.actor.userId, name: account.actor.fullName, initials: initialsOf(account.actor.fullName) },
    project: account.project,
    organization,
    fields: account.edits.map((edit) => fieldRow(edit, now)),
    quote: account.comment === null ? null : cutAtWord(account.comment.body.trim(), quoteLength),
    at: change.happenedAt,
    unread: change.readAt === null,
    told: decision?.kind === 'notified',
    reason: decision?.reason ?? '',
    why: whyOf(change, { now, zone }),
    snoozedUntil,
    canOpen: account.url !== null,
    isResolved,
  };
};

export type RowPorts = {
  readonly clock: Clock;
  /** The time zone of the settings. */
  readonly zone: () => string | null;
  /** The organisations that the user belongs to. */
  readonly organizations: { known(): readonly Organization[] };
  /** Whether the task of a change is resolved now; null where nothing can be done to it from here. */
  readonly isResolved: (change: Change) => boolean | null;
  /** When a change is told again. */
  readonly snoozedUntil: (changeId: string) => number | null;
};

/** Makes the rows of changes as they are at that moment. An organisation is named where there are several to tell apart. */
export const createRows =
  ({ clock, zone, organizations, isResolved, snoozedUntil }: RowPorts): ((change: Change) => ChangeRow) =>
  (change) => {
    const known = organizations.known();
    const named = known.length > 1 ? known.find(({ id }) => id === change.account.organizationId) : undefined;
    const organization = named === undefined ? null : { id: named.id, name: named.name };
    return rowOf(change, clock.now(), {
      isResolved: isResolved(change),
      organization,
      snoozedUntil: snoozedUntil(change.id),
      zone: zone(),
    });
  };
