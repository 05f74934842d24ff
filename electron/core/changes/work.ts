import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { createKept } from '../database/kept.ts';
import type { Log } from '../log.ts';
import type { Telling } from '../notify/telling.ts';
import type { Report } from '../operator/line.ts';
import type { RedboothClient } from '../redbooth/client-port.ts';
import { type Outage, createOutage, outageSchema } from './outage.ts';
import { createPipeline } from './pipeline.ts';
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
  readonly telling: Telling;
  readonly report: Report;
  readonly log: Log;
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
      if (wasTold) telling.holdBacklog();
      onRecovered();
      worker.resume();
      onChanged();
    },
    onTell: (kind) => {
      telling.announceOutage(kind, worker.waiting() > 0);
      onChanged();
    },
  });
  const worker = createWorker({ clock, work: createPipeline({ ...ports, outage, onSettled: telling.announce }) });
  return { worker, outage };
};
