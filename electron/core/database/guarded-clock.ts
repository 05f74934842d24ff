import type { Clock } from '../clock.ts';
import { storageTrouble } from './storage-trouble.ts';
import type { WriteHealth } from './write-health.ts';

/**
 * A clock whose tasks may meet a history file that cannot be read or written: that is noted, and is not the end of the
 * process. What such a task was to do is done once the file can be used again (`onRecovered`). Bugs go on as they were.
 */
export const createGuardedClock = (clock: Clock, { failed }: Pick<WriteHealth, 'failed'>): Clock => ({
  now: () => clock.now(),
  schedule: (delay, task) =>
    clock.schedule(delay, () => {
      try {
        task();
      } catch (error) {
        if (storageTrouble(error) === null) throw error;
        failed(error);
      }
    }),
});
