import { join } from 'node:path';
import type { Clock } from '../../electron/core/clock.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { createHookUrls } from '../../electron/core/hooks/hook-urls.ts';
import type { AppendHook } from '../../electron/core/hooks/journal-port.ts';
import { createJournal } from '../../electron/core/hooks/journal.ts';
import { createListener } from '../../electron/core/hooks/listener.ts';
import { createNonces } from '../../electron/core/hooks/nonces.ts';
import { createLog } from '../../electron/core/log.ts';
import { createLocaltunnelProvider } from '../../electron/core/tunnel/localtunnel.ts';
import { createSelfTest } from '../../electron/core/tunnel/self-test.ts';
import { createTunnelSupervisor } from '../../electron/core/tunnel/supervisor.ts';
import type { TunnelState, TunnelSupervisor } from '../../electron/core/tunnel/tunnel-state.ts';
import { type Relay, createRelay } from '../../electron/simulator/relay/relay.ts';

const name = 'a23456789012345678901234';

/** The app's way in with all its real parts, behind a relay of its own. */
export type World = {
  readonly relay: Relay;
  readonly supervisor: TunnelSupervisor;
  readonly hookUrl: string;
  /** How many times each task is in the journal. */
  journalled(): ReadonlyMap<string, number>;
  dispose(): Promise<void>;
};

export type WorldPorts = {
  readonly directory: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onState: (state: TunnelState) => void;
  /** Told +1 when a hook goes to the journal and -1 when it is committed. */
  readonly onAppending: (difference: 1 | -1) => void;
};

export const startWorld = async (ports: WorldPorts): Promise<World> => {
  const { clock, random } = ports;
  const relay = createRelay({ clock, graceTime: 1000 });
  const { url, port } = await relay.listen();
  const database = openDatabase(join(ports.directory, 'history.sqlite'));
  const hookUrls = createHookUrls({ database, clock, onChanged: () => undefined });
  const journal = createJournal({ database, clock, onCommitted: () => undefined });
  const append: AppendHook = async (hook) => {
    ports.onAppending(1);
    const appended = await journal.append(hook);
    ports.onAppending(-1);
    return appended;
  };
  const nonces = createNonces({ clock });
  const log = createLog(() => undefined);
  const listener = createListener({ hookUrls, append, appendMany: journal.appendMany, nonces, log, clock });
  const added = hookUrls.add('Storm');
  const listening = await listener.listen(0);
  if (!added.ok || !listening.ok) throw new Error('the listener did not start');
  const supervisor = createTunnelSupervisor({
    provider: createLocaltunnelProvider({ host: url, name, fetch, accept: listener.accept, clock, random }),
    selfTest: createSelfTest({ issueNonce: () => nonces.issue(), clock }),
    clock,
    random,
    log,
    onState: ports.onState,
  });
  supervisor.start();
  return {
    relay,
    supervisor,
    hookUrl: `http://${name}.localhost:${port}/${added.value.secret}`,
    journalled: () => {
      const rows = database.prepare('SELECT task_id AS taskId, count(*) AS times FROM hook GROUP BY task_id').all();
      return new Map(rows.map((row) => [String(row['taskId']), Number(row['times'])]));
    },
    dispose: async () => {
      await supervisor.dispose();
      relay.dispose();
      await listener.dispose();
      await journal.dispose();
      database.close();
    },
  };
};
