import type { DatabaseSync } from 'node:sqlite';
import { type Failure, type Result, succeed } from '../../contract/index.ts';
import type { Started } from '../app-port.ts';
import type { Common } from '../app/common.ts';
import { createReceivingPart } from '../app/receiving-part.ts';
import { createJournal } from '../hooks/journal.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { readTeamAccess } from './access.ts';
import { createForwarder } from './forwarder.ts';
import type { Health } from './health-server.ts';
import { installationId } from './installation.ts';
import { createTeamLink } from './link.ts';
import type { Nats } from './load-nats.ts';
import { createOutbox } from './outbox.ts';
import { createTeamLine } from './team-line.ts';

/** Takes a team's hooks and puts them on the team's stream. It knows nothing of Redbooth but what a hook says. */
export type Receiver = {
  start(): Promise<Result<Started, Failure>>;
  readonly health: () => Health;
  dispose(): Promise<void>;
};

export type ReceiverPorts = Common & {
  readonly database: DatabaseSync;
  readonly settings: SettingsStore;
  readonly hookPort: number | null;
  readonly loadNats: () => Promise<Nats>;
  /** As of servers.ts. */
  readonly servers: string;
  readonly credentials: () => Promise<string | null>;
  readonly certificatesFile: string | null;
};

/** How long the stream may take to acknowledge, in ms: far less than whoever sends a hook is known to wait for the answer. */
const patience = 2_000;

/** Composes a receiver: listener -> stream, or journal -> stream. */
export const createReceiver = (ports: ReceiverPorts): Receiver => {
  const { database, clock, log, report, loadNats } = ports;
  const installation = installationId(database);
  let isJournalDown = false;
  const journal = createJournal({
    database,
    clock,
    onCommitted: () => (isJournalDown = false),
    onFailed: () => (isJournalDown = true),
  });
  const forwarder = createForwarder({
    journal,
    outbox: createOutbox(database, installation),
    clock,
    log,
    onTaken: ({ id, taskId, action }) => report({ event: 'hook', id, taskId, action }, clock.now()),
  });
  const link = createTeamLink({
    ...ports,
    open: async () => {
      const nats = await loadNats();
      const access = await readTeamAccess(nats, { ...ports, installation });
      return access.ok ? nats.openPublication(access.value, patience) : access;
    },
    onOpened: forwarder.opened,
    onEnded: forwarder.ended,
    onState: createTeamLine(report, clock),
  });
  const receiving = createReceivingPart({
    ...ports,
    journal: forwarder,
    // Nobody is told by notification here: the lines and the log say it.
    onHookUrlNews: () => undefined,
    onTunnel: () => undefined,
    onChanged: () => undefined,
  });
  return {
    start: async () => {
      const listening = await receiving.listen();
      if (!listening.ok) return listening;
      link.start();
      receiving.tunnel.start();
      return succeed(receiving.addresses());
    },
    health: () => {
      const { state, trouble } = link.current();
      const reason = trouble ?? forwarder.trouble();
      const isForwarding = state === 'online' && reason === null && forwarder.backlog() === 0;
      return {
        status: isForwarding ? 'forwarding' : isJournalDown ? 'refusing' : 'keeping',
        connection: state,
        backlog: forwarder.backlog(),
        trouble: reason?.code ?? null,
      };
    },
    dispose: async () => {
      // The listener answers first what it has; the stream is there for that still.
      await receiving.dispose();
      await forwarder.dispose();
      await link.dispose();
      await journal.dispose();
    },
  };
};
