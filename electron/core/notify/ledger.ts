import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Change, Decision } from '../changes/change.ts';
import type { Clock } from '../clock.ts';
import { transaction } from '../database/transaction.ts';
import { partsOf } from './notification-parts.ts';
import type { NotificationText, Showing } from './notifier.ts';
import { type About, writeAbout } from './replacing.ts';
import { staysUnread } from './rules.ts';
import type { Tally } from './tally.ts';

/** A change with what the rules made of it. */
export type Decided = { readonly change: Change; readonly decision: Decision };

/** The words of a notification about to be claimed. */
export type ClaimText = Omit<NotificationText, 'id' | 'changeIds'>;

/** What a later notification needs to know to take the place of this one. */
export type Stand = {
  readonly about: About;
  readonly tally: Tally;
  /** What it takes the place of besides `replaces`. */
  readonly alsoReplaces: readonly string[];
};

/** Which notifications were claimed, and what became of them. */
export type Ledger = {
  /** Commits decisions that raise nothing. */
  skip(decided: readonly Decided[]): void;
  /** Commits that a notification is about to be shown: from here on it is never shown again. */
  claim(decided: readonly Decided[], text: ClaimText, stand?: Stand): NotificationText;
  /**
   * Commits that changes are about to be told that may have been told before; the notification names those that were not.
   * They are unread again. What `record` writes is committed together with it.
   */
  claimAgain(changeIds: readonly string[], text: ClaimText, record: () => void): NotificationText;
  /** A notification that tells of no recorded change (an outage). What `record` writes is committed together with it. */
  claimPlain(
    text: Pick<NotificationText, 'title' | 'body' | 'url' | 'discreet'>,
    record?: () => void,
  ): NotificationText;
  ended(id: string, showing: Showing): void;
  /** Claims left without proof by a run that was killed become interrupted; returns how many. */
  interruptClaims(): number;
  /** Its page, and the changes that it tells of, with those of the notifications that it took the place of. */
  notification(id: string): { readonly url: string | null; readonly changeIds: readonly string[] } | null;
};

const urlRow = v.object({ url: v.nullable(v.string()) });
const idRow = v.object({ change_id: v.number() });

/** Keeps the account of notifications in `database`. */
export const createLedger = (database: DatabaseSync, clock: Clock): Ledger => {
  const insert = database.prepare(
    `INSERT INTO notification (replaces, title, body, url, claimed_at, state, about, tally)
     VALUES (?, ?, ?, ?, ?, 'claimed', ?, ?)`,
  );
  const replace = database.prepare('UPDATE notification SET replaced_by = ? WHERE id = ?');
  const link = database.prepare('INSERT INTO notification_change (notification_id, change_id) VALUES (?, ?)');
  const linkAgain = database.prepare(
    `INSERT INTO notification_change (notification_id, change_id, is_repeated)
     VALUES (?1, ?2, EXISTS (SELECT 1 FROM notification_change WHERE change_id = ?2)) RETURNING is_repeated`,
  );
  const unread = database.prepare('UPDATE change SET read_at = NULL WHERE id = ?');
  const decide = database.prepare(
    'UPDATE change SET decision = ?, reason = ?, decision_basis = ?, read_at = CASE WHEN ? THEN read_at ELSE coalesce(read_at, ?) END WHERE id = ?',
  );
  const end = database.prepare('UPDATE notification SET state = ?, failure = ?, ended_at = ? WHERE id = ?');

  const write = ({ change, decision }: Decided): void => {
    const { kind, reason, basis } = decision;
    const written = basis === undefined ? null : JSON.stringify(basis);
    decide.run(kind, reason, written, staysUnread(decision) ? 1 : 0, clock.now(), Number(change.id));
  };
  const insertNotification = (
    { replaces, title, body, url }: Pick<ClaimText, 'replaces' | 'title' | 'body' | 'url'>,
    stand: Stand | null,
  ): string => {
    const { lastInsertRowid } = insert.run(
      replaces === null ? null : Number(replaces),
      title,
      body,
      url,
      clock.now(),
      stand === null ? null : writeAbout(stand.about),
      stand === null ? null : JSON.stringify(stand.tally),
    );
    const replaced = [...(replaces === null ? [] : [replaces]), ...(stand?.alsoReplaces ?? [])];
    for (const id of replaced) replace.run(lastInsertRowid, Number(id));
    return String(lastInsertRowid);
  };

  return {
    skip: (decided) => transaction(database, () => decided.forEach(write)),
    claim: (decided, text, stand) =>
      transaction(database, () => {
        const id = insertNotification(text, stand ?? null);
        for (const each of decided) {
          write(each);
          link.run(Number(id), Number(each.change.id));
        }
        return { ...text, id, changeIds: decided.map(({ change }) => change.id) };
      }),
    claimAgain: (changeIds, text, record) =>
      transaction(database, () => {
        record();
        const id = insertNotification(text, null);
        const isNew = (changeId: string): boolean => {
          unread.run(Number(changeId));
          return linkAgain.get(Number(id), Number(changeId))?.['is_repeated'] === 0;
        };
        return { ...text, id, changeIds: changeIds.filter(isNew) };
      }),
    claimPlain: (text, record = () => undefined) =>
      transaction(database, () => {
        const whole = { ...text, replaces: null, actions: [] };
        record();
        return { ...whole, id: insertNotification(whole, null), changeIds: [] };
      }),
    ended: (id, showing) => {
      end.run(showing.state, showing.state === 'failed' ? showing.reason : null, clock.now(), Number(id));
    },
    interruptClaims: () =>
      Number(
        database
          .prepare(`UPDATE notification SET state = 'interrupted', ended_at = ? WHERE state = 'claimed'`)
          .run(clock.now()).changes,
      ),
    notification: (id) => {
      const row = database.prepare('SELECT url FROM notification WHERE id = ?').get(Number(id));
      if (row === undefined) return null;
      const changes = database
        .prepare(
          `SELECT DISTINCT change_id FROM notification_change WHERE notification_id IN (${partsOf}) ORDER BY change_id`,
        )
        .all(Number(id));
      return {
        url: v.parse(urlRow, row).url,
        changeIds: changes.map((change) => String(v.parse(idRow, change).change_id)),
      };
    },
  };
};
