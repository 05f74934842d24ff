import type { Clock } from '../clock.ts';
import { backoff } from './retry.ts';

/** Failures in a row: of the renewal itself, or of new tokens that the API refused at once. */
type FailureKind = 'renewal' | 'new-token';

/** Keeps a renewal that fails from being repeated with every call: the pause grows from 5 s to 2 minutes. */
export type RenewalPause = {
  /** How long to wait before the next renewal, in ms; 0 when it may be tried now. */
  left(): number;
  failed(kind: FailureKind): void;
  /** The renewal worked; what was said of new tokens stands until one is taken. */
  renewed(): void;
  reset(): void;
};

export const createRenewalPause = (clock: Clock): RenewalPause => {
  let failures: { readonly kind: FailureKind; readonly count: number; readonly at: number } | null = null;
  return {
    left: () => {
      if (!failures) return 0;
      const passed = clock.now() - failures.at;
      // A clock that was set back must not keep the app signed out.
      return passed < 0 ? 0 : Math.max(0, backoff(5_000, failures.count) - passed);
    },
    failed: (kind) => {
      failures = { kind, count: (failures?.count ?? 0) + 1, at: clock.now() };
    },
    renewed: () => {
      if (failures?.kind === 'renewal') failures = null;
    },
    reset: () => {
      failures = null;
    },
  };
};
