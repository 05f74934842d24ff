import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Change, Decision } from '../changes/change.ts';
import type { Clock } from '../clock.ts';
import { transaction } from '../database/transaction.ts';
import type { NotificationText, Showing } from './notifier.ts';
import { staysUnread } from './rules.ts';

/** A change with what the rules made of it. */
export type Decided = { readonly change: Change; readonly decision: Decision };

/** Which notifications were claimed, and what became of them. */
export type Ledger = {
  /** Commits decisions that raise nothing. */
  skip(decided: readonly Decided[]): void;
  /** Commits that a notification is about to be shown: from here on it is never shown again. */
  claim(decided: readonly Decided[], text: Omit<NotificationText, 'id' | 'changeIds'>): NotificationText;
  /** A notification that tells of no recorded change (an outage). What `record` writes is committed together with it. */
  claimPlain(text: Pick<NotificationText, 'title' | 'body' | 'url'>, record?: () => void): NotificationText;
  ended(id: string, showing: Showing): void;
  /** Claims left without proof by a run that was killed become interrupted; returns how many. */
  interruptClaims(): number;
  notification(id: string): { readonly url: string | null; readonly changeIds: readonly string[] } | null;
};

const urlRow = v.object({ url: v.nullable(v.string()) });
const idRow = v.object({ change_id: v.number() });

/** Keeps the account of notifications in `database`. */
export const createLedger = (database: DatabaseSync, clock: Clock): Ledger => {
  const insert = database.prepare(
    `INSERT INTO notification (replaces, title, body, url, claimed_at, state) VALUES (?, ?, ?, ?, ?, 'claimed')`,
  );
  const link = database.prepare('INSERT INTO notification_change (notification_id, change_id) VALUES (?, ?)');
  const decide = database.prepare(
    'UPDATE change SET decision = ?, reason = ?, read_at = CASE WHEN ? THEN read_at ELSE coalesce(read_at, ?) END WHERE id = ?',
  );
  const end = database.prepare('UPDATE notification SET state = ?, failure = ?, ended_at = ? WHERE id = ?');

  const write = ({ change, decision }: Decided): void => {
    decide.run(decision.kind, decision.reason, staysUnread(decision) ? 1 : 0, clock.now(), Number(change.id));
  };
  const insertNotification = ({ replaces, title, body, url }: Omit<NotificationText, 'id' | 'changeIds'>): string =>
    String(insert.run(replaces === null ? null : Number(replaces), title, body, url, clock.now()).lastInsertRowid);

  return {
    skip: (decided) => transaction(database, () => decided.forEach(write)),
    claim: (decided, text) =>
      transaction(database, () => {
        const id = insertNotification(text);
        for (const each of decided) {
          write(each);
          link.run(Number(id), Number(each.change.id));
        }
        return { ...text, id, changeIds: decided.map(({ change }) => change.id) };
      }),
    claimPlain: (text, record = () => undefined) =>
      transaction(database, () => {
        const whole = { ...text, replaces: null };
        record();
        return { ...whole, id: insertNotification(whole), changeIds: [] };
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
        .prepare('SELECT change_id FROM notification_change WHERE notification_id = ? ORDER BY change_id')
        .all(Number(id));
      return {
        url: v.parse(urlRow, row).url,
        changeIds: changes.map((change) => String(v.parse(idRow, change).change_id)),
      };
    },
  };
};
