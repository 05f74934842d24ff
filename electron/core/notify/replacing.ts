import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Change } from '../changes/change.ts';
import { changeColumns, readChange } from '../changes/stored-change.ts';
import { partsOf } from './notification-parts.ts';
import { type Tally, tallySchema } from './tally.ts';

/** What a notification tells of, by which a later one finds it: one task, one project, or several. */
export type About =
  | { readonly kind: 'task'; readonly accountId: string; readonly taskId: string }
  | { readonly kind: 'project'; readonly key: string | null }
  | { readonly kind: 'projects' };

/** How it is stored. */
export const writeAbout = (about: About): string => {
  switch (about.kind) {
    case 'task':
      return `task/${about.accountId}/${about.taskId}`;
    case 'project':
      return `project/${about.key ?? ''}`;
    case 'projects':
      return 'projects';
  }
};

/** A notification that nothing has taken the place of, and that tells of something unread. `claimedAt` is ms since 1970. */
export type Standing = {
  readonly id: string;
  /** As `writeAbout` writes it. */
  readonly about: string;
  readonly tally: Tally;
  readonly claimedAt: number;
};

/** Whether it tells of one task, not of several. */
export const isAboutTask = ({ about }: Pick<Standing, 'about'>): boolean => about.startsWith('task/');

/** Finds what may still be on the screen, from what was recorded. Moments are ms since 1970. */
export type Replacing = {
  /** The notification that a change of this task would take the place of, claimed within `since` and `now`. */
  ofTask(accountId: string, taskId: string, since: number, now: number): Standing | null;
  /** The changes behind a notification, and those it took the place of, that are unread: in order, the latest of them. */
  unreadOf(id: string): readonly Change[];
  /** All that was claimed after `since` and until `now`, in order. */
  recent(since: number, now: number): readonly Standing[];
  /** How many notifications of a single task were claimed in that time, without those that took the place of others. */
  countFresh(since: number, now: number): number;
};

const standingRow = v.object({
  id: v.pipe(v.number(), v.transform(String)),
  about: v.string(),
  tally: v.pipe(v.string(), v.parseJson(), tallySchema),
  claimed_at: v.number(),
});
const countRow = v.object({ count: v.number() });

/** More of them make no better sentence. */
const mergedAtMost = 100;

/** Reads from `database`. */
export const createReplacing = (database: DatabaseSync): Replacing => {
  const isUnread = database.prepare(
    `SELECT 1 FROM notification_change JOIN change ON change.id = change_id
     WHERE notification_id IN (${partsOf}) AND read_at IS NULL LIMIT 1`,
  );
  const findOfTask = database.prepare(
    `SELECT id, about, tally, claimed_at FROM notification
     WHERE about = ? AND replaced_by IS NULL AND claimed_at > ? AND claimed_at <= ? ORDER BY id DESC LIMIT 1`,
  );
  const findUnread = database.prepare(
    `SELECT ${changeColumns} FROM change WHERE read_at IS NULL AND id IN (
       SELECT change_id FROM notification_change WHERE notification_id IN (${partsOf}))
     ORDER BY id DESC LIMIT ${mergedAtMost}`,
  );
  const findRecent = database.prepare(
    `SELECT id, about, tally, claimed_at FROM notification
     WHERE about IS NOT NULL AND replaced_by IS NULL AND claimed_at > ? AND claimed_at <= ? ORDER BY id`,
  );
  const findFresh = database.prepare(
    `SELECT count(*) AS count FROM notification
     WHERE about GLOB 'task/*' AND replaces IS NULL AND claimed_at > ? AND claimed_at <= ?`,
  );

  const standing = (row: unknown): Standing | null => {
    const stored = v.safeParse(standingRow, row);
    if (!stored.success || isUnread.get(Number(stored.output.id)) === undefined) return null;
    const { id, about, tally, claimed_at: claimedAt } = stored.output;
    return { id, about, tally, claimedAt };
  };
  return {
    ofTask: (accountId, taskId, since, now) =>
      standing(findOfTask.get(writeAbout({ kind: 'task', accountId, taskId }), since, now)),
    unreadOf: (id) => findUnread.all(Number(id)).map(readChange).toReversed(),
    recent: (since, now) => findRecent.all(since, now).flatMap((row) => standing(row) ?? []),
    countFresh: (since, now) => v.parse(countRow, findFresh.get(since, now)).count,
  };
};
