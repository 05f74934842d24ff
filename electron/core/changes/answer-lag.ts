import type { Hook } from '../hooks/hook.ts';

/** How far Redbooth’s answers may lag behind the hooks that tell of them, in ms (design: nothing new is asked for once more after 3 s). */
export const longestLag = 3_000;

/**
 * How long from `now` until an answer is sure to show what these hooks rang for, in ms; 0 when it is already. What the
 * catch-up found was an answer itself. A clock that was set back makes nobody wait longer.
 */
export const lagLeft = (hooks: readonly Hook[], now: number): number => {
  const left = hooks.reduce(
    (most, { source, receivedAt }) => (source === 'catch-up' ? most : Math.max(most, receivedAt + longestLag - now)),
    0,
  );
  return Math.min(longestLag, left);
};
