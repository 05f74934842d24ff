import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type Result, fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';

/** One hook URL: whoever knows `secret` may ring the doorbell. Times are ms since 1970. */
export type HookUrlRecord = {
  readonly id: string;
  readonly name: string;
  /** The last part of the path: 32 random bytes as base64url, 43 characters. Never written to a log. */
  readonly secret: string;
  readonly createdAt: number;
  readonly lastArrivalAt: number | null;
};

/** What a request's path is matched to. */
export type MatchedHookUrl = Pick<HookUrlRecord, 'id' | 'name'>;

/** Why a hook URL could not be changed: there is none by that id, or the history file could not be written. */
export type HookUrlFailure = { readonly code: 'not-found' | 'journal-unwritable'; readonly message: string };

/** The hook URLs in force. They are kept in the history file, as a changed URL costs a person work. */
export type HookUrls = {
  /** Oldest first, read from the file: `lastArrivalAt` is as the journal last committed it. */
  list(): readonly HookUrlRecord[];
  add(name: string): Result<HookUrlRecord, HookUrlFailure>;
  rename(id: string, name: string): Result<null, HookUrlFailure>;
  /** From now on its path is as unknown as any other; hooks that came in by it stay. */
  revoke(id: string): Result<null, HookUrlFailure>;
  /**
   * The hook URL with this secret. Takes the same time for a near miss as for nonsense of the same shape: every secret has
   * the same length, and always all of them are compared.
   */
  match(secretFromPath: string): MatchedHookUrl | null;
};

export type HookUrlsPorts = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly random?: (size: number) => Buffer;
  /** After a hook URL was added, renamed or revoked. */
  readonly onChanged: () => void;
};

const rowsSchema = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    secret: v.string(),
    createdAt: v.number(),
    lastArrivalAt: v.nullable(v.number()),
  }),
);

const secretShape = /^[\w-]{43}$/;

export const createHookUrls = ({ database, clock, random = randomBytes, onChanged }: HookUrlsPorts): HookUrls => {
  const select = database.prepare(
    `SELECT id, name, secret, created_at AS createdAt, last_arrival_at AS lastArrivalAt
     FROM hook_url WHERE revoked_at IS NULL ORDER BY created_at, rowid`,
  );
  const insert = database.prepare('INSERT INTO hook_url (id, name, secret, created_at) VALUES (?, ?, ?, ?)');
  const updateName = database.prepare('UPDATE hook_url SET name = ? WHERE id = ? AND revoked_at IS NULL');
  const updateRevoked = database.prepare('UPDATE hook_url SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');

  const list = (): readonly HookUrlRecord[] => v.parse(rowsSchema, select.all());
  const secrets = () =>
    list().map(({ id, name, secret }) => ({ hookUrl: { id, name }, secret: Buffer.from(secret, 'latin1') }));
  let live = secrets();
  const asked = Buffer.alloc(43);

  /** Writes, then tells; `write` answers with how many rows it changed. */
  const change = (write: () => number | bigint): Result<null, HookUrlFailure> => {
    try {
      if (Number(write()) === 0) return fail({ code: 'not-found', message: 'There is no such hook URL any more.' });
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      return fail({
        code: 'journal-unwritable',
        message: `The hook URL was not changed, as the history file could not be written (${cause}). Check the free space and the permissions of the data directory.`,
      });
    }
    live = secrets();
    onChanged();
    return succeed(null);
  };

  return {
    list,
    add: (name) => {
      const id = random(9).toString('hex');
      const secret = random(32).toString('base64url');
      const createdAt = clock.now();
      const added = change(() => insert.run(id, name, secret, createdAt).changes);
      return added.ok ? succeed({ id, name, secret, createdAt, lastArrivalAt: null }) : added;
    },
    rename: (id, name) => change(() => updateName.run(name, id).changes),
    revoke: (id) => change(() => updateRevoked.run(clock.now(), id).changes),
    match: (secretFromPath) => {
      if (!secretShape.test(secretFromPath)) return null;
      asked.write(secretFromPath, 'latin1');
      let matched: MatchedHookUrl | null = null;
      for (const { hookUrl, secret } of live) if (timingSafeEqual(asked, secret)) matched = hookUrl;
      return matched;
    },
  };
};
