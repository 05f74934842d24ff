import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Result, fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import { type HookUrlRecord, type LiveSecret, createHookUrlTable } from './hook-url-table.ts';

export type { HookUrlRecord } from './hook-url-table.ts';

/** What a request's path is matched to. `isReplaced`: by a secret that was replaced, and is valid for a while yet. */
export type MatchedHookUrl = Pick<HookUrlRecord, 'id' | 'name'> & { readonly isReplaced: boolean };

/** Why a hook URL could not be changed: there is none by that id, or the history file could not be written. */
export type HookUrlFailure = { readonly code: 'not-found' | 'journal-unwritable'; readonly message: string };

/** The hook URLs in force. They are kept in the history file, as a changed URL costs a person work. */
export type HookUrls = {
  /** Oldest first, read from the file: `lastArrivalAt` is as the journal last committed it. */
  list(): readonly HookUrlRecord[];
  add(name: string): Result<HookUrlRecord, HookUrlFailure>;
  rename(id: string, name: string): Result<null, HookUrlFailure>;
  /** Gives it a new secret. The one before goes on working for 7 days, as a person has to paste the new one. */
  rotate(id: string): Result<null, HookUrlFailure>;
  /** From now on its path is as unknown as any other; hooks that came in by it stay. */
  revoke(id: string): Result<null, HookUrlFailure>;
  /**
   * The hook URL with this secret. Takes the same time for a near miss as for nonsense of the same shape: every secret has
   * the same length, and always all of them are compared.
   */
  match(secretFromPath: string): MatchedHookUrl | null;
  /** A hook came in by a match: tells whether Redbooth has taken a rotation up. Costs nothing while there was none. */
  arrived(matched: Pick<MatchedHookUrl, 'id' | 'isReplaced'>): void;
};

export type HookUrlsPorts = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly random?: (size: number) => Buffer;
  /** After a hook URL was added, renamed, rotated or revoked, or is known to be used differently. */
  readonly onChanged: () => void;
};

/** How long a replaced secret goes on working, in ms. */
export const rotationGrace = 7 * 86_400_000;

const secretShape = /^[\w-]{43}$/;
const missing = fail({ code: 'not-found', message: 'There is no such hook URL any more.' } as const);

/** Reads the hook URLs in force, and forgets replaced secrets whose time is over. Throws what SQLite throws. */
export const createHookUrls = ({ database, clock, random = randomBytes, onChanged }: HookUrlsPorts): HookUrls => {
  const table = createHookUrlTable(database);
  table.forgetReplaced(clock.now());
  const comparable = () => table.secrets().map((live) => ({ live, bytes: Buffer.from(live.secret, 'latin1') }));
  let secrets = comparable();
  const asked = Buffer.alloc(43);

  /** Writes, then tells; `write` answers with how many rows it changed. */
  const change = (write: () => number): Result<null, HookUrlFailure> => {
    try {
      if (write() === 0) return missing;
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      return fail({
        code: 'journal-unwritable',
        message: `The hook URL was not changed, as the history file could not be written (${cause}). Check the free space and the permissions of the data directory.`,
      });
    }
    secrets = comparable();
    onChanged();
    return succeed(null);
  };
  const isValid = ({ validUntil }: LiveSecret): boolean => validUntil === null || clock.now() < validUntil;
  const newSecret = (): string => random(32).toString('base64url');

  return {
    list: () => table.list(clock.now()),
    add: (name) => {
      const id = random(9).toString('hex');
      const secret = newSecret();
      const createdAt = clock.now();
      const added = change(() => table.insert({ id, name, secret, createdAt }));
      if (!added.ok) return added;
      return succeed({
        id,
        name,
        secret,
        createdAt,
        lastArrivalAt: null,
        previousUntil: null,
        isPreviousUsed: false,
      });
    },
    rename: (id, name) => change(() => table.rename(id, name)),
    rotate: (id) => change(() => table.rotate(id, newSecret(), clock.now() + rotationGrace)),
    revoke: (id) => change(() => table.revoke(id, clock.now())),
    match: (secretFromPath) => {
      if (!secretShape.test(secretFromPath)) return null;
      asked.write(secretFromPath, 'latin1');
      let matched: LiveSecret | null = null;
      for (const { live, bytes } of secrets) if (timingSafeEqual(asked, bytes)) matched = live;
      if (matched === null || !isValid(matched)) return null;
      return { id: matched.id, name: matched.name, isReplaced: matched.validUntil !== null };
    },
    arrived: ({ id, isReplaced }) => {
      const { live } = secrets.find(({ live }) => live.id === id) ?? {};
      if (live === undefined || live.usage === null) return;
      const usage = isReplaced ? 'replaced' : 'current';
      // Once the new one is in use there is nothing more to learn.
      if (live.usage === 'current' || live.usage === usage) return;
      change(() => table.noteUsage(id, usage));
    },
  };
};
