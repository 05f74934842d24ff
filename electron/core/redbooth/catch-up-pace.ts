import type { Clock } from '../clock.ts';

/** How often to catch up on a schedule. */
export type CatchUpPace = {
  /** In ms; 0: not on a schedule. */
  interval(): number;
  /** A round begins: judges what was seen since it last did, if that is an interval ago. */
  roundBegins(): void;
  /** A hook came in. */
  hookArrived(): void;
  /** A change was found that no hook brought. */
  hookMissed(): void;
  /** The listener may not be reachable: nothing is proven any more. */
  doubt(): void;
};

export type CatchUpPacePorts = {
  readonly clock: Clock;
  /** In ms; 0 for none. Read again and again. */
  readonly base: () => number;
  /** Whether there are hooks at all to rely on. */
  readonly relyOnHooks: () => boolean;
  /** The interval has become shorter. */
  readonly onShorter: () => void;
};

const longest = 3_600_000;

/**
 * Less often while hooks prove to arrive: once hooks came in, and every change that was found meanwhile had come by one too,
 * twice as long, up to an hour. A single change without its hook, or a tunnel in doubt, and it is `base` again.
 */
export const createCatchUpPace = ({ clock, base, relyOnHooks, onShorter }: CatchUpPacePorts): CatchUpPace => {
  let stretch = 1;
  let hasArrived = false;
  let hasMissed = false;
  let judgedAt = clock.now();
  const interval = (): number => (relyOnHooks() ? Math.min(base() * stretch, Math.max(base(), longest)) : base());
  const relapse = (): void => {
    hasMissed = true;
    const before = interval();
    stretch = 1;
    if (interval() < before) onShorter();
  };
  return {
    interval,
    roundBegins: () => {
      const gone = clock.now() - judgedAt;
      if (gone >= 0 && gone < base()) return;
      if (hasArrived && !hasMissed && base() * stretch < longest) stretch *= 2;
      judgedAt = clock.now();
      hasArrived = false;
      hasMissed = false;
    },
    hookArrived: () => {
      hasArrived = true;
    },
    hookMissed: relapse,
    doubt: relapse,
  };
};
