import {
  type ChangeRow,
  type Dispatch,
  type PageEvent,
  type RequestPayload,
  noFilter,
  readReply,
} from '../../contract/index.ts';
import type { Log } from '../../core/log.ts';
import { mostLatest } from './menu.ts';

/** The latest changes, for the menu. */
export type LatestChanges = {
  current(): readonly ChangeRow[];
  /** Reads them anew when an event says that they may differ. */
  hear(event: PageEvent): void;
  dispose(): void;
};

const question: RequestPayload<'changes'> = { before: null, limit: mostLatest, filter: noFilter };

/** The events after which they may differ. */
const reasons: ReadonlySet<PageEvent['event']> = new Set([
  'change',
  'changes-read',
  'changes-unread',
  'history-deleted',
]);

/** Reads the latest changes at once, and whenever events ask for it; any number of events at a time cost one more reading. */
export const createLatestChanges = (ports: {
  readonly dispatch: Dispatch;
  readonly onChanged: () => void;
  readonly log: Log;
}): LatestChanges => {
  const { dispatch, onChanged, log } = ports;
  let rows: readonly ChangeRow[] = [];
  let isReading = false;
  let isStale = false;
  let isDisposed = false;

  const read = async (): Promise<void> => {
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    do {
      isStale = false;
      // What else happens in this turn is part of the same reading.
      await Promise.resolve();
      const answer = readReply('changes', await dispatch('changes', question));
      if (isDisposed) return;
      if (answer.ok) rows = answer.value.rows;
      else log.warn(`The tray’s latest changes could not be read: ${answer.failure.message}`);
    } while (isStale);
    isReading = false;
    onChanged();
  };
  void read();

  return {
    current: () => rows,
    hear: ({ event }) => {
      if (reasons.has(event)) void read();
    },
    dispose: () => {
      isDisposed = true;
    },
  };
};
