import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Kept } from '../database/kept.ts';
import type { ApiFailure } from '../redbooth/client-port.ts';

/** Why hooks wait: the API does not answer, or wants the user to sign in. */
export type OutageKind = 'signed-out' | 'unavailable';

/** What is remembered of an outage, also over a restart: `told` says that the user has had the one notification of it. */
export const outageSchema = v.object({
  kind: v.picklist(['signed-out', 'unavailable']),
  since: v.number(),
  told: v.boolean(),
});
export type OutageRecord = v.InferOutput<typeof outageSchema>;

export type OutagePorts = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Pick<Log, 'error'>;
  readonly kept: Kept<OutageRecord>;
  /** Asks for one look, to find out whether the API answers again. */
  readonly probe: () => void;
  /** The API answers again; `wasTold` when the user had been told that it did not. */
  readonly onEnd: (wasTold: boolean) => void;
  /** Hooks have waited long enough for the user to be told, once. */
  readonly onTell: (kind: OutageKind) => void;
};

export type Outage = {
  /** A look that failed for the whole API. */
  failed(failure: Extract<ApiFailure, { kind: OutageKind }>): void;
  /** A look that got an answer. */
  answered(): void;
  /** The user signed out: hooks wait from now on, and there is nothing to tell. */
  signedOut(): void;
  /** Asks again now: the user signed in, the machine woke, the network changed. */
  retry(): void;
  current(): OutageRecord | null;
  dispose(): void;
};

/** How long the API may fail before the user is told (design: one notification an outage). */
const patience = 60_000;
const firstRetry = 5_000;
const longestRetry = 120_000;

/** Watches whether the API answers, tries again with backoff, and has the user told once an outage. */
export const createOutage = ({ clock, random, log, kept, probe, onEnd, onTell }: OutagePorts): Outage => {
  let record = kept.read();
  let attempts = 0;
  let isRetryWaiting = false;
  let cancelRetry = (): void => undefined;
  let cancelTelling = (): void => undefined;
  let isDisposed = false;

  const remember = (next: OutageRecord | null): void => {
    record = next;
    try {
      kept.write(next);
    } catch (error) {
      // It holds for this run: looks must start again whatever the disk does.
      log.error(`An outage could not be recorded: ${String(error)}`);
    }
  };
  const tell = (): void => {
    cancelTelling();
    if (record === null || record.told) return;
    remember({ ...record, told: true });
    onTell(record.kind);
  };
  const retryAfter = (delay: number): void => {
    cancelRetry();
    isRetryWaiting = true;
    cancelRetry = clock.schedule(delay, () => {
      // A probe that comes to nothing must not be the last one.
      retryAfter(longestRetry);
      isRetryWaiting = false;
      probe();
    });
  };

  return {
    failed: (failure) => {
      // Ending the calls under way fails the looks that wait for them, which is no news of the API.
      if (isDisposed) return;
      const now = clock.now();
      if (record === null) remember({ kind: failure.kind, since: now, told: false });
      // Its beginning lies ahead when the clock was set back.
      else if (record.kind !== failure.kind || record.since > now)
        remember({ ...record, kind: failure.kind, since: Math.min(record.since, now) });
      const least = failure.kind === 'unavailable' ? failure.retryAfter : firstRetry;
      // Looks that fail together are one attempt.
      if (!isRetryWaiting) attempts += 1;
      const backoff = Math.min(longestRetry, firstRetry * 2 ** Math.max(0, attempts - 1));
      retryAfter(Math.max(least, backoff * (0.5 + random() / 2)));
      if (failure.kind === 'signed-out') tell();
      else if (record !== null && !record.told) {
        cancelTelling();
        cancelTelling = clock.schedule(Math.max(0, record.since + patience - now), tell);
      }
    },
    answered: () => {
      if (record === null) return;
      const { told } = record;
      attempts = 0;
      isRetryWaiting = false;
      cancelRetry();
      cancelTelling();
      remember(null);
      onEnd(told);
    },
    signedOut: () => {
      cancelTelling();
      remember({ kind: 'signed-out', since: record?.since ?? clock.now(), told: true });
    },
    retry: () => {
      if (record === null) return;
      attempts = 0;
      probe();
    },
    current: () => record,
    dispose: () => {
      isDisposed = true;
      cancelRetry();
      cancelTelling();
    },
  };
};
