import { backoff } from './retry.ts';

/** How hard Redbooth pushes back, over all calls. */
export type SlowDown = {
  /** A mark for a request that is sent now, to be given back with its outcome. */
  mark(): number;
  /** That request got 429, which asked for `retryAfter` ms or for nothing certain. Says for how long all must rest, in ms. */
  refused(mark: number, retryAfter: number | null): number;
  /** That request got an answer. */
  answered(mark: number): void;
};

const firstRest = 5_000;
const shortestRest = 1_000;

/**
 * Counts the 429s in a row: 5 s of rest after the first, doubled with each to two minutes, as a client in live use does
 * (redbooth-api, rate limit), until an answer comes. What the server asks for comes first. Requests that were under way
 * together count as one refusal, and an answer to one sent before the rest proves nothing.
 */
export const createSlowDown = (): SlowDown => {
  let rests = 0;
  let inARow = 0;
  return {
    mark: () => rests,
    refused: (mark, retryAfter) => {
      if (mark === rests) {
        rests += 1;
        inARow += 1;
      }
      return retryAfter === null ? backoff(firstRest, Math.max(1, inARow)) : Math.max(shortestRest, retryAfter);
    },
    answered: (mark) => {
      if (mark === rests) inARow = 0;
    },
  };
};
