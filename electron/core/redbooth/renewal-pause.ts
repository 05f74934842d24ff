import type { Clock } from '../clock.ts';
import { backoff } from './retry.ts';

/** Failures in a row: of the renewal itself, or of new tokens that the API refused before they ever worked. */
type FailureKind = 'renewal' | 'new-token';

/**
 * Keeps a renewal that fails from being repeated with every call: the pause grows from 5 s to 2 minutes. After a token that
 * was refused it counts from when that was got. A token that worked ends the row, however soon it is refused.
 */
export type RenewalPause = {
  /** How long to wait before the next renewal, in ms; 0 when it may be tried now. */
  left(): number;
  failed(): void;
  /** The renewal worked; what was said of new tokens stands until one is taken. */
  renewed(): void;
  /** The API refused the newest token, got at `grantedAt` (ms since 1970; null: by an earlier run). */
  refused(token: { readonly grantedAt: number | null; readonly hasWorked: boolean }): void;
  reset(): void;
};

const shortest = 5_000;

/** Begins without any failure: the first renewal may be tried at once. */
export const createRenewalPause = (clock: Clock): RenewalPause => {
  let failures: { readonly kind: FailureKind; readonly count: number; readonly at: number } | null = null;
  return {
    left: () => {
      if (!failures) return 0;
      const passed = clock.now() - failures.at;
      // A clock that was set back must not keep the app signed out.
      return passed < 0 ? 0 : Math.max(0, backoff(shortest, failures.count) - passed);
    },
    failed: () => {
      failures = { kind: 'renewal', count: (failures?.count ?? 0) + 1, at: clock.now() };
    },
    renewed: () => {
      if (failures?.kind === 'renewal') failures = null;
    },
    refused: ({ grantedAt, hasWorked }) => {
      const count = hasWorked ? 1 : (failures?.count ?? 0) + 1;
      failures = grantedAt === null ? null : { kind: 'new-token', count, at: grantedAt };
    },
    reset: () => {
      failures = null;
    },
  };
};
