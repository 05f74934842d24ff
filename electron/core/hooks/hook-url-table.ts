import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { transaction } from '../database/transaction.ts';

const flag = v.pipe(
  v.number(),
  v.transform((value) => value === 1),
);
const recordsSchema = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    /** The last part of the path: 32 random bytes as base64url, 43 characters. Never written to a log. */
    secret: v.string(),
    createdAt: v.number(),
    lastArrivalAt: v.nullable(v.number()),
    /** Until when the secret before this one works, in ms since 1970. */
    previousUntil: v.nullable(v.number()),
    /** Since the secret was replaced, hooks came by the one before it only. */
    isPreviousUsed: flag,
  }),
);

/** One hook URL: whoever knows `secret` may ring the doorbell. Times are ms since 1970. */
export type HookUrlRecord = Readonly<v.InferOutput<typeof recordsSchema>[number]>;

const secretsSchema = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    secret: v.string(),
    /** Null: the secret in force. */
    validUntil: v.nullable(v.number()),
    /** Which secret hooks came by since the last rotation; null when there is no replaced one. */
    usage: v.nullable(v.picklist(['none', 'replaced', 'current'])),
  }),
);

/** A secret that opens a hook URL, in force or replaced. */
export type LiveSecret = Readonly<v.InferOutput<typeof secretsSchema>[number]>;

/** The tables hook_url and replaced_secret. What writes answers with how many hook URLs it changed; throws what SQLite throws. */
export type HookUrlTable = {
  /** Those not revoked, oldest first. */
  list(now: number): readonly HookUrlRecord[];
  secrets(): readonly LiveSecret[];
  insert(row: Pick<HookUrlRecord, 'id' | 'name' | 'secret' | 'createdAt'>): number;
  rename(id: string, name: string): number;
  rotate(id: string, secret: string, previousUntil: number): number;
  revoke(id: string, now: number): number;
  noteUsage(id: string, usage: 'replaced' | 'current'): number;
  /** Removes replaced secrets whose time is over. */
  forgetReplaced(now: number): void;
};

/** Prepares the statements, for a database that is up to date. */
export const createHookUrlTable = (database: DatabaseSync): HookUrlTable => {
  const select = database.prepare(
    `SELECT id, name, secret, created_at AS createdAt, last_arrival_at AS lastArrivalAt,
       (SELECT max(valid_until) FROM replaced_secret WHERE hook_url_id = id AND valid_until > ?) AS previousUntil,
       used_since_rotation IS 'replaced' AS isPreviousUsed
     FROM hook_url WHERE revoked_at IS NULL ORDER BY created_at, rowid`,
  );
  const selectSecrets = database.prepare(
    `SELECT id, name, secret, NULL AS validUntil, used_since_rotation AS usage
       FROM hook_url WHERE revoked_at IS NULL
     UNION ALL
     SELECT id, name, replaced_secret.secret, valid_until, used_since_rotation
       FROM replaced_secret JOIN hook_url ON hook_url.id = hook_url_id WHERE revoked_at IS NULL`,
  );
  const insert = database.prepare('INSERT INTO hook_url (id, name, secret, created_at) VALUES (?, ?, ?, ?)');
  const rename = database.prepare('UPDATE hook_url SET name = ? WHERE id = ? AND revoked_at IS NULL');
  const revoke = database.prepare('UPDATE hook_url SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  const keepReplaced = database.prepare(
    `INSERT INTO replaced_secret (secret, hook_url_id, valid_until)
     SELECT secret, id, ? FROM hook_url WHERE id = ? AND revoked_at IS NULL`,
  );
  const replace = database.prepare(`UPDATE hook_url SET secret = ?, used_since_rotation = 'none' WHERE id = ?`);
  const noteUsage = database.prepare('UPDATE hook_url SET used_since_rotation = ? WHERE id = ?');
  const forget = database.prepare('DELETE FROM replaced_secret WHERE valid_until <= ?');
  const endRotations = database.prepare(
    `UPDATE hook_url SET used_since_rotation = NULL WHERE used_since_rotation IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM replaced_secret WHERE hook_url_id = hook_url.id)`,
  );

  return {
    list: (now) =>
      v
        .parse(recordsSchema, select.all(now))
        .map((record) => (record.previousUntil === null ? { ...record, isPreviousUsed: false } : record)),
    secrets: () => v.parse(secretsSchema, selectSecrets.all()),
    insert: ({ id, name, secret, createdAt }) => Number(insert.run(id, name, secret, createdAt).changes),
    rename: (id, name) => Number(rename.run(name, id).changes),
    rotate: (id, secret, previousUntil) =>
      transaction(database, () =>
        Number(keepReplaced.run(previousUntil, id).changes) === 0 ? 0 : Number(replace.run(secret, id).changes),
      ),
    revoke: (id, now) => Number(revoke.run(now, id).changes),
    noteUsage: (id, usage) => Number(noteUsage.run(usage, id).changes),
    forgetReplaced: (now) =>
      transaction(database, () => {
        forget.run(now);
        endRotations.run();
      }),
  };
};
