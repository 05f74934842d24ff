import type { Clock } from '../clock.ts';
import type { ApiFailure } from './client-port.ts';

/** Keeps lookups from being made twice: at the same time, or again soon after they led nowhere. */
export type Lookups = {
  /** Runs `work`, or joins the run of the same key that is under way. */
  share(key: string, work: () => Promise<ApiFailure | null>): Promise<ApiFailure | null>;
  /** Remembers that asking for `key` led nowhere. */
  rest(key: string): void;
  /** Whether asking for `key` led nowhere within the last 10 minutes. */
  isResting(key: string): boolean;
  /** Forgets what led nowhere: another user may see more. */
  wake(): void;
};

const restingTime = 10 * 60_000;
const longestMemory = 10_000;

/** Remembers in memory only; the oldest of 10,000 is forgotten first. */
export const createLookups = (clock: Clock): Lookups => {
  const underWay = new Map<string, Promise<ApiFailure | null>>();
  const restingSince = new Map<string, number>();
  return {
    share: (key, work) => {
      const shared = underWay.get(key) ?? work().finally(() => underWay.delete(key));
      underWay.set(key, shared);
      return shared;
    },
    rest: (key) => {
      restingSince.delete(key);
      restingSince.set(key, clock.now());
      const [oldest] = restingSince.keys();
      if (restingSince.size > longestMemory && oldest !== undefined) restingSince.delete(oldest);
    },
    isResting: (key) => {
      const since = restingSince.get(key);
      if (since === undefined) return false;
      const passed = clock.now() - since;
      if (passed >= 0 && passed < restingTime) return true;
      restingSince.delete(key);
      return false;
    },
    wake: () => restingSince.clear(),
  };
};
