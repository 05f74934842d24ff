import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Report } from '../operator/line.ts';
import type { Reading } from '../reading.ts';
import type { Fetch } from '../redbooth/client-port.ts';

/** What nearly every part of the app works with. */
export type Common = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly fetch: Fetch;
  readonly report: Report;
  /** For whom words are written just now. */
  readonly reading: () => Reading;
};
