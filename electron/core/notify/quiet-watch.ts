import type { Clock } from '../clock.ts';
import type { Settings } from '../settings/settings.ts';
import { beginsAt, endsAt } from './quiet-hours.ts';

/** Quiet hours in force; `until` is ms since 1970, null when they have no end. */
export type Quiet = { readonly until: number | null };

/** Knows when quiet hours begin and end. */
export type QuietWatch = {
  /** Null when it is not quiet. */
  readonly current: () => Quiet | null;
  /** Looks anew: at the start, after sleep, and when the settings have changed. */
  readonly check: () => void;
  dispose(): void;
};

/** The longest the timer runs: nothing else notices that the clock was set. */
const longestRest = 3_600_000;

/** Makes the watch; `onChanged` is told when it becomes quiet, when that is over, and when its end is another one. */
export const createQuietWatch = (ports: {
  readonly settings: () => Pick<Settings, 'quietHours' | 'timeZone'>;
  readonly clock: Clock;
  readonly onChanged: () => void;
}): QuietWatch => {
  const { settings, clock, onChanged } = ports;
  let isDisposed = false;
  let known: number | null = null;
  let cancel = (): void => undefined;

  const end = (): number | null => {
    const { quietHours, timeZone } = settings();
    return endsAt(quietHours, clock.now(), timeZone);
  };
  const check = (): void => {
    cancel();
    if (isDisposed) return;
    const { quietHours, timeZone } = settings();
    const until = end();
    if (quietHours.length > 0) {
      const next = until ?? beginsAt(quietHours, clock.now(), timeZone);
      cancel = clock.schedule(Math.min(next - clock.now(), longestRest), check);
    }
    if (until === known) return;
    known = until;
    onChanged();
  };

  return {
    current: () => {
      const until = end();
      return until === null ? null : { until: Number.isFinite(until) ? until : null };
    },
    check,
    dispose: () => {
      isDisposed = true;
      cancel();
    },
  };
};
