import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import { createKept } from '../database/kept.ts';
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

/** Keeps the names in `database`. */
export const createTunnelNames = (database: DatabaseSync, clock: Clock): TunnelNames => {
  const kept = createKept(database, 'tunnel-name', v.string());
  const lostNames = createKept(database, 'lost-tunnel-names', lostNamesSchema);
  let current = kept.read() ?? createTunnelName(randomBytes);
  kept.write(current);
  let next: string | null = null;
  let isLost = false;

  const isTooSoon = (): boolean => {
    const lostAt = lostNames.read()?.at(-1)?.lostAt ?? null;
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
      const remembered = [...(lostNames.read() ?? []), { name: current, lostAt: clock.now() }];
      lostNames.write(remembered.slice(-mostRemembered));
      kept.write(name);
      current = name;
      next = null;
      isLost = false;
    },
  };
};
