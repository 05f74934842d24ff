import type { Clock } from '../core/clock.ts';
import { createRandom } from './random.ts';
import type { Simulator } from './simulator.ts';
import { type Move, createMoves } from './team-moves.ts';

/** Colleagues at work. A run repeats exactly with the same seed on a simulator of the same seed. */
export type Team = {
  /** Works from now on by the clock, until disposed. Something for Ada comes first, then every 6 to 10 s. */
  start(): void;
  /** Does the next thing at once. */
  step(): Move;
  dispose(): void;
};

const firstDelay = 1500;
const shortestGap = 2200;
const longestGap = 3200;
/** Of this many steps one is for Ada; the others are what a notifier should keep quiet about. */
const cycle = 3;

/**
 * `pace` is how many times as fast as usual the team works; `onMove` is told of each thing done. The simulator must hold
 * the office (population.ts).
 */
export const createTeam = (options: {
  readonly simulator: Simulator;
  readonly clock: Clock;
  readonly seed: number;
  readonly pace?: number;
  readonly onMove?: (move: Move) => void;
}): Team => {
  const { simulator, clock, seed, pace = 1, onMove } = options;
  const random = createRandom(seed);
  const pauses = createRandom(seed + 1);
  const moves = createMoves({ simulator, random, now: () => clock.now() });
  let steps = 0;
  let cancel: (() => void) | null = null;

  const step = (): Move => {
    const index = steps;
    steps += 1;
    const move = index % cycle === 0 ? (moves.opening[index / cycle]?.() ?? moves.notable()) : moves.background();
    onMove?.(move);
    return move;
  };
  const schedule = (delay: number): void => {
    cancel = clock.schedule(delay / pace, () => {
      step();
      schedule(pauses.between(shortestGap, longestGap));
    });
  };

  return {
    start: () => {
      if (cancel === null) schedule(firstDelay);
    },
    step,
    dispose: () => cancel?.(),
  };
};
