import type { Pause } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { SettingsStore } from './settings.ts';

/** Whether notifications are paused, kept in the settings. */
export type PauseSwitch = {
  current(): Pause;
  set(pause: Pause): void;
  /** Waits for the end of a pause that was kept; nothing tells of it before. */
  start(): void;
  dispose(): void;
};

/** The pause in force at `now` (ms): one whose time is over is none. */
export const pauseAt = (pause: Pause, now: number): Pause =>
  pause.state === 'paused' && pause.until !== null && pause.until <= now ? { state: 'running' } : pause;

const longestTimer = 2 ** 31 - 1;

/** Makes the switch; `onChanged` is told of a new pause and of the end of one. */
export const createPauseSwitch = (ports: {
  readonly settings: Pick<SettingsStore, 'current' | 'change'>;
  readonly clock: Clock;
  readonly onChanged: () => void;
}): PauseSwitch => {
  const { settings, clock, onChanged } = ports;
  let cancel = (): void => undefined;
  const current = (): Pause => pauseAt(settings.current().pause, clock.now());
  const watch = (): void => {
    cancel();
    const pause = current();
    if (pause.state === 'paused' && pause.until !== null)
      cancel = clock.schedule(Math.min(pause.until - clock.now(), longestTimer), watch);
    onChanged();
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
