import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type Mute, type MuteKind, muteSchema } from '../../contract/index.ts';
import type { Change } from '../changes/change.ts';
import type { Clock } from '../clock.ts';
import type { Organization } from '../redbooth/task.ts';
import { cutAtWord, oneLine, quoted } from './plain-text.ts';
import { type MutedSubject, subjectIdOf } from './rules.ts';

/** What the user wants to hear nothing of, for each account by itself. A mute whose time is over is none, and is forgotten. */
export type Mutes = {
  /** Those in force, of every account. */
  active(): readonly MutedSubject[];
  /** Those in force for an account, the newest first. */
  list(accountId: string): readonly Mute[];
  /**
   * Mutes the task, the project, the organisation or the person of a change until a moment (ms since 1970; null: until it is taken back), in
   * place of any mute of the same. Null when the change has no such subject.
   */
  mute(
    change: Pick<Change, 'accountId' | 'taskId' | 'account'>,
    kind: MuteKind,
    until: number | null,
  ): (MutedSubject & { readonly id: string }) | null;
  /** Takes a mute of an account back; false when there is none. */
  unmute(accountId: string, id: string): boolean;
  /** Whether a mute in force, made at `since` (ms since 1970) or later, is about a change. */
  silences(change: Pick<Change, 'accountId' | 'taskId' | 'account'>, since: number): boolean;
  /** The changes of something that are unread. */
  unreadOf(muted: MutedSubject): readonly string[];
};

const muteRow = v.object({ ...muteSchema.entries, id: v.pipe(v.number(), v.transform(String)) });
const subjectRow = v.object({
  account_id: v.pipe(v.number(), v.transform(String)),
  kind: muteSchema.entries.kind,
  subject_id: v.string(),
  until: v.nullable(v.number()),
  created_at: v.number(),
});
const idRow = v.object({ id: v.pipe(v.number(), v.transform(String)) });

const labelLength = 60;

/** How a mute is listed: as people call what it is about. */
const labelOf = (
  { account }: Pick<Change, 'account'>,
  kind: MuteKind,
  organizations: readonly Organization[],
): string => {
  switch (kind) {
    case 'task':
      return quoted(account.title);
    case 'project':
      return cutAtWord(oneLine(account.project?.name ?? ''), labelLength);
    case 'organization':
      return cutAtWord(oneLine(organizations.find(({ id }) => id === account.organizationId)?.name ?? ''), labelLength);
    case 'person':
      return cutAtWord(oneLine(account.actor?.fullName ?? ''), labelLength);
  }
};

/** Whether a change is about what is muted, in SQL; its parameter is the subject's id. */
const isAbout: Readonly<Record<MuteKind, string>> = {
  task: 'change.task_id = ?',
  project: `json_extract(change.account, '$.project.id') = ?`,
  organization: `json_extract(change.account, '$.organizationId') = ?`,
  person: `json_extract(change.account, '$.actor.userId') = ?`,
};

/** Keeps mutes in `database`; `organizations` are those whose names are known. */
export const createMutes = (
  database: DatabaseSync,
  clock: Clock,
  organizations: () => readonly Organization[],
): Mutes => {
  const findActive = database.prepare(
    'SELECT account_id, kind, subject_id, until, created_at FROM mute WHERE until IS NULL OR until > ? ORDER BY id',
  );
  const findOfAccount = database.prepare(
    `SELECT id, kind, label, until FROM mute WHERE account_id = ? AND (until IS NULL OR until > ?)
     ORDER BY created_at DESC, id DESC`,
  );
  const insert = database.prepare(
    `INSERT INTO mute (account_id, kind, subject_id, label, until, created_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (account_id, kind, subject_id) DO UPDATE SET label = excluded.label, until = excluded.until,
       created_at = excluded.created_at RETURNING id`,
  );
  const remove = database.prepare('DELETE FROM mute WHERE account_id = ? AND id = ?');
  const removeExpired = database.prepare('DELETE FROM mute WHERE until <= ?');

  const inForce = () => findActive.all(clock.now()).map((row) => v.parse(subjectRow, row));

  return {
    active: () =>
      inForce().map(({ account_id: accountId, kind, subject_id: subjectId, until }) => ({
        accountId,
        kind,
        subjectId,
        until,
      })),
    list: (accountId) => findOfAccount.all(Number(accountId), clock.now()).map((row) => v.parse(muteRow, row)),
    mute: (change, kind, until) => {
      const subjectId = subjectIdOf(change, kind);
      if (subjectId === null) return null;
      const now = clock.now();
      removeExpired.run(now);
      const label = labelOf(change, kind, organizations());
      const { id } = v.parse(idRow, insert.get(Number(change.accountId), kind, subjectId, label, until, now));
      return { id, accountId: change.accountId, kind, subjectId, until };
    },
    silences: (change, since) =>
      inForce().some(
        ({ account_id: accountId, kind, subject_id: subjectId, created_at: madeAt }) =>
          accountId === change.accountId && madeAt >= since && subjectIdOf(change, kind) === subjectId,
      ),
    unmute: (accountId, id) => {
      removeExpired.run(clock.now());
      return remove.run(Number(accountId), Number(id)).changes > 0;
    },
    unreadOf: ({ accountId, kind, subjectId }) =>
      database
        .prepare(
          `SELECT id FROM change WHERE read_at IS NULL AND decision IS NOT NULL AND account_id = ? AND ${isAbout[kind]}`,
        )
        .all(Number(accountId), subjectId)
        .map((row) => v.parse(idRow, row).id),
  };
};
