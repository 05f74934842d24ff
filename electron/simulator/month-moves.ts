import type { Task } from './entities.ts';
import { createChoices } from './month-choices.ts';
import { createOtherMoves } from './month-other-moves.ts';
import { createTaskMoves } from './month-task-moves.ts';
import type { TruthLog } from './month-truth.ts';
import type { Random } from './random.ts';
import type { Simulator } from './simulator.ts';

/** Does one thing at a moment (ms), to `focus` if it is still there. Gives the task it was done to, null without one. */
export type MonthMoves = { act(at: number, focus: string | null): string | null };

const triesWithFocus = 20;

/** All that a team does in a month; what is really done is kept in `log`. */
export const createMonthMoves = (simulator: Simulator, random: Random, log: TruthLog): MonthMoves => {
  const { world } = simulator;
  const choices = createChoices(world, random);
  const taskMoves = createTaskMoves(simulator, random, choices);
  const burstMoves = taskMoves.filter(({ isForBurst }) => isForBurst);
  const otherMoves = createOtherMoves(simulator, random, choices, log);
  const weightOf = (moves: readonly { readonly weight: number }[]): number =>
    moves.reduce((sum, { weight }) => sum + weight, 0);
  const otherShare = weightOf(otherMoves) / (weightOf(otherMoves) + weightOf(taskMoves));

  const actOn = (task: Task, at: number, moves: typeof taskMoves): boolean => {
    const by = choices.someoneWhoSees(task);
    if (!by) return false;
    let isDone = false;
    log.record(at, by.id, task.id, () => {
      const done = choices.weighted(moves).move(task, by, at);
      isDone = done !== null;
      return { taskId: task.id };
    });
    return isDone;
  };

  return {
    act: (at, focus) => {
      const focused = world.tasks.get(focus ?? '');
      if (focused && !focused.isDeleted)
        for (let tries = 0; tries < triesWithFocus; tries += 1) if (actOn(focused, at, burstMoves)) return focused.id;
      for (;;) {
        if (random.chance(otherShare)) {
          const outcome = choices.weighted(otherMoves).move(at);
          if (outcome.kind !== 'impossible') return outcome.kind === 'created' ? outcome.taskId : null;
        }
        const task = choices.chosen(choices.living());
        if (actOn(task, at, taskMoves)) return task.id;
      }
    },
  };
};
