import { type RequestHandlers, succeed } from '../../contract/index.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { Snoozes } from '../notify/snooze.ts';
import { notThere } from './not-there.ts';
import type { Reading } from '../reading.ts';

export type SnoozeHandlerPorts = {
  readonly reading: () => Reading;
  readonly clock: Clock;
  readonly store: Pick<ChangeStore, 'change'>;
  readonly snoozes: Pick<Snoozes, 'snooze'>;
  /** Marks changes read, tells the page, and takes down what is shown of them. */
  readonly markRead: (ids: readonly string[]) => void;
  /** Tells the page of rows that have changed. */
  readonly publishChanges: (changeIds: readonly string[]) => void;
};

/** Answers what the page asks about snoozing. A snoozed change is read until it is told again. */
export const createSnoozeHandlers = (ports: SnoozeHandlerPorts): Pick<RequestHandlers, 'snooze-change'> => {
  const { clock, store, snoozes, markRead, publishChanges } = ports;
  return {
    'snooze-change': ({ changeId, minutes }) => {
      if (store.change(changeId) === null) return notThere('change', ports.reading());
      markRead([changeId]);
      snoozes.snooze(changeId, clock.now() + minutes * 60_000);
      publishChanges([changeId]);
      return succeed(null);
    },
  };
};
