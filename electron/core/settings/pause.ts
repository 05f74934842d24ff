import type { Pause } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { SettingsStore } from './settings.ts';

/** Whether notifications are paused, kept in the settings. */
export type PauseSwitch = {
  current(): Pause;
  set(pause: Pause): void;
  /** Waits for the end of a pause that was kept; nothing tells of it before. To be called again after sleep. */
  start(): void;
  dispose(): void;
};

/** The pause in force at `now` (ms): one whose time is over is none. */
export const pauseAt = (pause: Pause, now: number): Pause =>
  pause.state === 'paused' && pause.until !== null && pause.until <= now ? { state: 'running' } : pause;

/** The longest the timer runs: nothing else notices that the clock was set. */
const longestRest = 3_600_000;

/** Makes the switch; `onChanged` is told of a new pause and of the end of one. */
export const createPauseSwitch = (ports: {
  readonly settings: Pick<SettingsStore, 'current' | 'change'>;
  readonly clock: Clock;
  readonly onChanged: () => void;
}): PauseSwitch => {
  const { settings, clock, onChanged } = ports;
  let cancel = (): void => undefined;
  const current = (): Pause => pauseAt(settings.current().pause, clock.now());
  const wait = (): void => {
    const pause = current();
    if (pause.state === 'running') onChanged();
    else if (pause.until !== null) cancel = clock.schedule(Math.min(pause.until - clock.now(), longestRest), wait);
  };
  const watch = (): void => {
    cancel();
    if (current().state === 'paused') onChanged();
    wait();
  };
  return {
    current,
    set: (pause) => {
      settings.change({ pause });
      watch();
    },
    start: watch,
    dispose: () => cancel(),
  };
};
