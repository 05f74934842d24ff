import { beforeAll, describe, expect, it } from 'vitest';
import type { Change, ChangeAccount } from '../../electron/core/changes/change.ts';
import { type Played, playMonth } from './play.ts';
import { judgeMonth } from './verdict.ts';

let played: Played;
beforeAll(async () => {
  played = await playMonth({ seed: 6, days: 3, actions: 150 });
});

/** The first change like this, and what comes of the account with something else in its place. */
const without = (isWanted: (change: Change) => boolean, replace: (change: Change) => readonly Change[]): Played => {
  const wanted = played.changes.find(isWanted);
  if (wanted === undefined) throw new Error('there is no such change');
  return { ...played, changes: played.changes.flatMap((change) => (change === wanted ? replace(change) : [change])) };
};

const altered = (
  isWanted: (account: ChangeAccount) => boolean,
  part: (account: ChangeAccount) => Partial<ChangeAccount>,
) =>
  without(
    ({ kind, account }) => kind === 'updated' && isWanted(account),
    (change) => [{ ...change, account: { ...change.account, ...part(change.account) } }],
  );

const isComment = ({ kind, account }: Change): boolean => kind === 'updated' && account.comment !== null;
const isEdit = ({ edits, comment }: ChangeAccount): boolean => edits.length > 0 && comment === null;
const somebody = { userId: '1', name: 'Somebody', fullName: 'Some Body' };

describe('the verdict on a month', () => {
  it('finds nothing wrong with a true account', () => {
    expect(judgeMonth(played)).toEqual([]);
  });

  it.each<[string, () => Played]>([
    ['a comment that was not told', () => without(isComment, () => [])],
    ['a comment told twice', () => without(isComment, (change) => [change, { ...change, id: '100000' }])],
    [
      'a comment by somebody else',
      () =>
        altered(
          ({ comment }) => comment !== null,
          () => ({ actor: somebody }),
        ),
    ],
    [
      'a comment that was never made',
      () =>
        altered(
          ({ comment }) => comment !== null,
          ({ comment }) => ({ comment: comment && { ...comment, id: '1' } }),
        ),
    ],
    [
      'a mention that is none',
      () =>
        altered(
          ({ comment }) => comment !== null,
          ({ comment }) => ({ comment: comment && { ...comment, mentionsMe: !comment.mentionsMe } }),
        ),
    ],
    ['an edit that was not told', () => altered(isEdit, () => ({ edits: [] }))],
    ['an edit told twice', () => altered(isEdit, ({ edits }) => ({ edits: [...edits, ...edits] }))],
    ['an edit by somebody else', () => altered(isEdit, () => ({ actor: somebody }))],
    [
      'an edit with its sides exchanged',
      () =>
        altered(isEdit, ({ edits }) => ({
          edits: edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before })),
        })),
    ],
    [
      'an assignment to the wrong user',
      () =>
        altered(
          ({ edits }) => edits.some(({ field }) => field === 'assigned_id'),
          ({ edits }) => ({ edits: edits.map((edit) => ({ ...edit, afterIsMe: !edit.afterIsMe })) }),
        ),
    ],
    [
      'a new task that was not told',
      () =>
        without(
          ({ kind }) => kind === 'created',
          () => [],
        ),
    ],
    [
      'a task that was created twice',
      () =>
        without(
          ({ kind }) => kind === 'created',
          (change) => [change, { ...change, id: '100000' }],
        ),
    ],
    [
      'a task that is gone and was not missed',
      () =>
        without(
          ({ kind }) => kind === 'gone',
          () => [],
        ),
    ],
    [
      'a task told as gone that is there',
      () => without(isComment, (change) => [change, { ...change, id: '100000', kind: 'gone' }]),
    ],
    [
      'whose the task was',
      () =>
        altered(
          () => true,
          ({ relation }) => ({ relation: { ...relation, assigned: !relation.assigned } }),
        ),
    ],
    [
      'who created the task',
      () =>
        altered(
          () => true,
          ({ relation }) => ({ relation: { ...relation, created: !relation.created } }),
        ),
    ],
    [
      'what is my own',
      () =>
        altered(
          () => true,
          ({ isOwn }) => ({ isOwn: !isOwn }),
        ),
    ],
    [
      'the order',
      () => {
        const [first, second] = played.changes.filter(isComment);
        const swapped = new Map([
          [first, second],
          [second, first],
        ]);
        return { ...played, changes: played.changes.map((change) => swapped.get(change) ?? change) };
      },
    ],
    ['notifications that were not shown', () => ({ ...played, lines: [] })],
    ['notifications shown twice', () => ({ ...played, lines: [...played.lines, ...played.lines] })],
  ])('finds out about %s', (_, tampered) => {
    expect(judgeMonth(tampered())).not.toEqual([]);
  });
});
