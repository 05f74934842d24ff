import { createMonthMoves } from './month-moves.ts';
import { createSchedule } from './month-schedule.ts';
import { type MembershipTruth, type Truth, createTruthLog } from './month-truth.ts';
import type { Random } from './random.ts';
import type { Simulator } from './simulator.ts';

/** One thing that somebody does; `at` is in ms. */
export type MonthStep = { readonly at: number; readonly act: () => void };

/** A month of an organization at work, to be played step by step in order, each with the clock at its `at`. */
export type Month = {
  readonly steps: readonly MonthStep[];
  /** What the steps played so far have really done, in order. */
  truth(): readonly Truth[];
  memberships(): readonly MembershipTruth[];
};

/**
 * Plans a month from `start` (ms): busy days, quiet nights and weekends, several edits of one task within a minute,
 * comments, mentions, moves, deletions, people who come and go. The simulator should hold `monthPopulation`, which has
 * Ada; the same seeds give the same month.
 */
export const createMonth = (options: {
  readonly simulator: Simulator;
  readonly random: Random;
  readonly start: number;
  readonly days?: number;
  readonly actions?: number;
}): Month => {
  const { simulator, random, start, days = 30, actions = 5_000 } = options;
  const log = createTruthLog(simulator.world);
  const moves = createMonthMoves(simulator, random, log);
  const tasksOfBursts = new Map<number, string | null>();
  const schedule = createSchedule({ random, start, days, actions });

  return {
    steps: schedule.map(({ at, burst }) => ({
      at,
      act: () => void tasksOfBursts.set(burst, moves.act(at, tasksOfBursts.get(burst) ?? null)),
    })),
    truth: () => log.entries,
    memberships: () => log.memberships,
  };
};
