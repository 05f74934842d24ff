import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { createKept } from '../database/kept.ts';
import type { Log } from '../log.ts';
import type { Telling } from '../notify/telling.ts';
import type { Report } from '../operator/line.ts';
import type { RedboothClient } from '../redbooth/client-port.ts';
import { type Outage, createOutage, outageSchema } from './outage.ts';
import type { Change } from './change.ts';
import { type PipelinePorts, createPipeline } from './pipeline.ts';
import type { ChangeStore } from './store.ts';
import type { Teller } from './tell.ts';
import { type Worker, createWorker } from './worker.ts';

export type WorkPorts = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly random: () => number;
  readonly client: RedboothClient;
  readonly store: ChangeStore;
  readonly teller: Teller;
  readonly identify: PipelinePorts['identify'];
  readonly ownWrites: PipelinePorts['ownWrites'];
  readonly telling: Telling;
  readonly report: Report;
  readonly log: Log;
  /** Changes are on disk, and not told yet. */
  readonly onRecorded: (changes: readonly Change[]) => void;
  /** Hooks could not be settled, and are kept. */
  readonly onFailed?: (error: unknown) => void;
  /** The API answers again. */
  readonly onRecovered: () => void;
  /** An outage was told, or has ended. */
  readonly onChanged: () => void;
};

/** Composes what works hooks off, with the outage that halts it while the API does not answer. */
export const createWork = (ports: WorkPorts): { readonly worker: Worker; readonly outage: Outage } => {
  const { database, clock, telling, onRecovered, onChanged } = ports;
  const outage = createOutage({
    ...ports,
    kept: createKept(database, 'outage', outageSchema),
    probe: () => worker.probe(),
    onEnd: (wasTold) => {
      telling.forgetOutage();
      if (wasTold) telling.holdBacklog('outage');
      onRecovered();
      worker.resume();
      onChanged();
    },
    onTell: (kind) => {
      telling.announceOutage(kind, worker.waiting() > 0);
      onChanged();
    },
  });
  const onSettled = (changes: readonly Change[]): void => {
    ports.onRecorded(changes);
    telling.announce();
  };
  const worker = createWorker({ clock, work: createPipeline({ ...ports, outage, onSettled }) });
  return { worker, outage };
};
