import type { Clock } from '../clock.ts';

/** Pushes the overview to the pages, which costs several questions to the database. */
export type OverviewPush = {
  /** At once: somebody waits for it. */
  readonly now: () => void;
  /** At once after a quiet time, else with whatever else happens within 250 ms of the last push. */
  readonly soon: () => void;
  dispose(): void;
};

const apart = 250;

/** Sees to it that a burst of hooks and changes pushes a few overviews each second, and not one for each of them. */
export const createOverviewPush = ({
  clock,
  push,
}: {
  readonly clock: Clock;
  readonly push: () => void;
}): OverviewPush => {
  let isResting = false;
  let isWanted = false;
  let cancel = (): void => undefined;

  const now = (): void => {
    cancel();
    isResting = true;
    isWanted = false;
    cancel = clock.schedule(apart, () => {
      isResting = false;
      if (isWanted) now();
    });
    push();
  };
  return {
    now,
    soon: () => {
      if (isResting) isWanted = true;
      else now();
    },
    dispose: () => cancel(),
  };
};
