import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import { createKept } from '../database/kept.ts';
import type { Log } from '../log.ts';
import { createTunnelName } from './tunnel-name.ts';

const restAfterReplacing = 3_600_000;
const mostRemembered = 20;

const lostNamesSchema = v.array(v.object({ name: v.string(), lostAt: v.number() }));

/** The name we ask relays for. It is chosen once and kept for ever, unless it is lost for good. */
export type TunnelNames = {
  current(): string;
  /** The relay has given `current` to another, as far as can be told for good. */
  lose(): void;
  /** `current` is granted. */
  regain(): void;
  /** A name to ask for instead: only while `current` is lost, and at most one an hour is ever taken. */
  replacement(): string | null;
  /** `name` is granted in place of `current`, which is remembered as lost. */
  take(name: string): void;
};

/** Keeps the names in `database`. What cannot be written there holds until the app ends: a full disk costs no tunnel. */
export const createTunnelNames = (database: DatabaseSync, clock: Clock, log: Pick<Log, 'error'>): TunnelNames => {
  const kept = createKept(database, 'tunnel-name', v.string());
  const lostNames = createKept(database, 'lost-tunnel-names', lostNamesSchema);
  let current = kept.read() ?? createTunnelName(randomBytes);
  let lost = lostNames.read() ?? [];
  let next: string | null = null;
  let isLost = false;

  const keep = (): void => {
    try {
      lostNames.write(lost);
      kept.write(current);
    } catch (error) {
      log.error(`The tunnel’s name could not be kept: ${String(error)}`);
    }
  };
  keep();

  const isTooSoon = (): boolean => {
    const lostAt = lost.at(-1)?.lostAt ?? null;
    const age = lostAt === null ? restAfterReplacing : clock.now() - lostAt;
    return age >= 0 && age < restAfterReplacing;
  };

  return {
    current: () => current,
    lose: () => {
      isLost = true;
    },
    regain: () => {
      isLost = false;
    },
    replacement: () => {
      if (!isLost || isTooSoon()) return null;
      // The same one until it is granted, so that a relay is not left with a heap of names.
      next ??= createTunnelName(randomBytes);
      return next;
    },
    take: (name) => {
      lost = [...lost, { name: current, lostAt: clock.now() }].slice(-mostRemembered);
      current = name;
      keep();
      next = null;
      isLost = false;
    },
  };
};
