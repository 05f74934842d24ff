import { performance } from 'node:perf_hooks';
import { type Clock, pause, systemClock } from '../../electron/core/clock.ts';
import { createFakeClock } from '../fakes/clock.ts';

/** The smallest piece of time, in ms. */
export const step = 20;

/** How a storm's time passes. */
export type Passage = {
  readonly clock: Clock;
  /** Lets so many ms pass. */
  readonly pass: (milliseconds: number) => Promise<void>;
};

/** Time that a test turns. */
export type FastPassage = Passage & {
  /** How many timers wait. */
  waiting(): number;
};

/** Lets time pass until `work`, which may wait for time limits, has settled. */
export const outlast = async <Outcome>({ pass }: Passage, work: Promise<Outcome>): Promise<Outcome> => {
  const progress = { isOver: false };
  const end = (): void => {
    progress.isOver = true;
  };
  work.then(end, end);
  while (!progress.isOver) await pass(step);
  return work;
};

/** The machine's own time. */
export const createRealPassage = (): Passage => {
  const never = new AbortController().signal;
  return {
    clock: systemClock,
    pass: async (milliseconds) => void (await pause(systemClock, milliseconds, never)),
  };
};

const quietTurns = 4;

/**
 * Time that passes as fast as the machine can do what is due. The sockets are real, so it stands still until whatever is on
 * its way between them has arrived: until several turns of the event loop in a row brought no event, and `isBusy` (the
 * disk, which answers in its own time) says no.
 */
export const createFastPassage = (isBusy: () => boolean): FastPassage => {
  const clock = createFakeClock();
  const settle = async (): Promise<void> => {
    let quiet = 0;
    let before = performance.nodeTiming.uvMetricsInfo.events;
    while (quiet < quietTurns || isBusy()) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      const { events } = performance.nodeTiming.uvMetricsInfo;
      quiet = events === before ? quiet + 1 : 0;
      before = events;
    }
  };
  return {
    clock,
    waiting: () => clock.waiting(),
    pass: async (milliseconds) => {
      await settle();
      for (let passed = 0; passed < milliseconds; passed += step) {
        await clock.advance(Math.min(step, milliseconds - passed));
        await settle();
      }
    },
  };
};
