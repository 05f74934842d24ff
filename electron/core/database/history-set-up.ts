import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { transaction } from './transaction.ts';

/** Of what is kept by key, that which somebody would have to set up anew. */
const keptKeys = [
  'hook-port',
  'ui-port',
  'tunnel-name',
  'lost-tunnel-names',
  'used-public-url',
  'hook-url-change',
  'hook-url-news',
  'dismissed-notices',
  'installation',
  'team-seen',
] as const;

const keptRow = v.object({
  key: v.picklist(keptKeys),
  value: v.pipe(v.string(), v.parseJson(), v.transform(JSON.stringify)),
});
const secret = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const hookUrlRow = v.object({
  id: v.string(),
  name: v.string(),
  secret,
  created_at: v.number(),
  last_arrival_at: v.nullable(v.number()),
  revoked_at: v.nullable(v.number()),
  used_since_rotation: v.optional(v.nullable(v.string()), null),
});
const replacedSecretRow = v.object({ secret, hook_url_id: v.string(), valid_until: v.number() });
const accountRow = v.object({ id: v.number(), user_id: v.nullable(v.string()), entered_at: v.number() });
const muteRow = v.object({
  account_id: v.number(),
  kind: v.string(),
  subject_id: v.string(),
  label: v.string(),
  until: v.nullable(v.number()),
  created_at: v.number(),
});

/** What of a history file belongs to the set-up: hook URLs, ports, the tunnel’s name, mutes. Not what somebody saw. */
export type HistorySetUp = {
  readonly kept: readonly v.InferOutput<typeof keptRow>[];
  readonly hookUrls: readonly v.InferOutput<typeof hookUrlRow>[];
  readonly replacedSecrets: readonly v.InferOutput<typeof replacedSecretRow>[];
  readonly accounts: readonly v.InferOutput<typeof accountRow>[];
  readonly mutes: readonly v.InferOutput<typeof muteRow>[];
  /** Whether the addresses by which hooks come were all readable. */
  readonly isAddressComplete: boolean;
};

export const noSetUp: HistorySetUp = {
  kept: [],
  hookUrls: [],
  replacedSecrets: [],
  accounts: [],
  mutes: [],
  isAddressComplete: false,
};

/** The rows up to the first that cannot be read; `isWhole` when there was none such. */
const readRows = <Row>(
  database: DatabaseSync,
  query: string,
  schema: v.GenericSchema<unknown, Row>,
): { readonly rows: readonly Row[]; readonly isWhole: boolean } => {
  const rows: Row[] = [];
  let isWhole = true;
  try {
    for (const each of database.prepare(query).iterate()) {
      const row = v.safeParse(schema, each);
      if (row.success) rows.push(row.output);
      else isWhole = false;
    }
  } catch {
    isWhole = false;
  }
  return { rows, isWhole };
};

/** Reads what can still be read of the set-up in a file that is damaged. Never throws. */
export const readSetUp = (database: DatabaseSync): HistorySetUp => {
  const keys = keptKeys.map((key) => `'${key}'`).join(', ');
  const kept = readRows(database, `SELECT key, value FROM kept WHERE key IN (${keys})`, keptRow);
  const hookUrls = readRows(database, 'SELECT * FROM hook_url', hookUrlRow);
  const isLive = hookUrls.rows.some(({ revoked_at: revokedAt }) => revokedAt === null);
  return {
    kept: kept.rows,
    hookUrls: hookUrls.rows,
    replacedSecrets: readRows(database, 'SELECT * FROM replaced_secret', replacedSecretRow).rows,
    accounts: readRows(database, 'SELECT * FROM account', accountRow).rows,
    mutes: readRows(database, 'SELECT * FROM mute', muteRow).rows,
    isAddressComplete: kept.isWhole && hookUrls.isWhole && isLive,
  };
};

/** Writes a set-up into a history file that was just made. */
export const writeSetUp = (database: DatabaseSync, setUp: HistorySetUp): void => {
  const keep = database.prepare('INSERT OR IGNORE INTO kept (key, value) VALUES (?, ?)');
  const addHookUrl = database.prepare(
    `INSERT OR IGNORE INTO hook_url (id, name, secret, created_at, last_arrival_at, revoked_at, used_since_rotation)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const addReplaced = database.prepare(
    `INSERT OR IGNORE INTO replaced_secret (secret, hook_url_id, valid_until) SELECT ?1, id, ?3 FROM hook_url WHERE id = ?2`,
  );
  const addAccount = database.prepare('INSERT OR IGNORE INTO account (id, user_id, entered_at) VALUES (?, ?, ?)');
  const addMute = database.prepare(
    `INSERT OR IGNORE INTO mute (account_id, kind, subject_id, label, until, created_at)
     SELECT id, ?2, ?3, ?4, ?5, ?6 FROM account WHERE id = ?1`,
  );
  transaction(database, () => {
    for (const row of setUp.kept) keep.run(row.key, row.value);
    for (const row of setUp.hookUrls)
      addHookUrl.run(
        row.id,
        row.name,
        row.secret,
        row.created_at,
        row.last_arrival_at,
        row.revoked_at,
        row.used_since_rotation,
      );
    for (const row of setUp.replacedSecrets) addReplaced.run(row.secret, row.hook_url_id, row.valid_until);
    for (const row of setUp.accounts) addAccount.run(row.id, row.user_id, row.entered_at);
    for (const row of setUp.mutes)
      addMute.run(row.account_id, row.kind, row.subject_id, row.label, row.until, row.created_at);
  });
};
