/** The core in a process of its own: `node --expose-gc soak-app.ts DIRECTORY REDBOOTH RELAY`. Says by messages what it holds, and ends with its parent. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { createApp } from '../../electron/core/app.ts';
import { systemClock } from '../../electron/core/clock.ts';
import { openDatabase } from '../../electron/core/database/open.ts';
import { createLog } from '../../electron/core/log.ts';
import { createEnvironmentTokens, readTokenEnvironment } from '../../electron/core/redbooth/environment-tokens.ts';
import { createSettings } from '../../electron/core/settings/settings.ts';
import { noSystem } from '../../electron/core/system-port.ts';
import { type Held, type SoakAnswer, soakRequestSchema } from './soak-wire.ts';

const [directory = '', origin = '', tunnelHost = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit());
const say = (answer: SoakAnswer): void => void process.send?.(answer);

const log = createLog(() => undefined);
const file = join(directory, 'history.sqlite');
const database = openDatabase(file);
const settings = createSettings(
  { read: () => ({}), write: () => undefined },
  {},
  { redbooth: origin, tunnel: 'localtunnel', tunnelHost, catchUpSeconds: 60 },
  () => undefined,
);
const signIn = readTokenEnvironment(process.env, log);
if (!settings.ok || signIn === null) throw new Error('the app cannot be composed');
let recorded = 0;
let raised = 0;
const app = createApp(
  { host: 'headless', isDemo: false, database, settings: settings.value, hookPort: null, apiRate: 200 },
  {
    clock: systemClock,
    random: Math.random,
    log,
    fetch,
    credentials: {
      kind: 'fixed',
      source: 'environment',
      tokens: (onState) => createEnvironmentTokens({ signIn, origin, fetch, clock: systemClock, log, onState }),
    },
    notifier: { show: async () => ({ state: 'shown' }), close: () => undefined, dispose: () => undefined },
    report: (line) => {
      if (line.event === 'tunnel' && line.hookUrl !== null) say({ kind: 'hook-url', url: line.hookUrl });
      if (line.event === 'error') say({ kind: 'error', code: line.code, message: line.message });
      if (line.event === 'change') recorded += 1;
      if (line.event === 'notification') raised += 1;
    },
    openPage: async () => ({ kind: 'nothing' }),
    copyText: async () => ({ kind: 'nothing' }),
    system: noSystem,
  },
);

const unsettled = database.prepare('SELECT count(*) AS waiting FROM hook WHERE settled_at IS NULL');
const rows = database.prepare(
  `SELECT (SELECT count(*) FROM hook) + (SELECT count(*) FROM change) + (SELECT count(*) FROM notification)
     + (SELECT count(*) FROM snapshot) AS rows`,
);

const measure = (): Held => {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const resources = process.getActiveResourcesInfo();
  const count = (...kinds: readonly string[]): number => resources.filter((kind) => kinds.includes(kind)).length;
  const { heapUsed, external, rss } = process.memoryUsage();
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return {
    sockets: count('TCPSocketWrap', 'TCPWRAP', 'TCPConnectWrap'),
    servers: count('TCPServerWrap', 'TCPSERVERWRAP'),
    timers: count('Timeout'),
    files: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
    memory: heapUsed + external,
    resident: rss,
    database: statSync(file).size,
    rows: Number(rows.get()?.['rows']),
  };
};

process.on('message', (message) => {
  switch (v.parse(soakRequestSchema, message)) {
    case 'wake':
      app.wake();
      return say({ kind: 'done' });
    case 'state':
      return say({
        kind: 'state',
        isOnline: app.overview().reachability.state === 'online',
        waiting: Number(unsettled.get()?.['waiting']),
      });
    case 'prune':
      return void app.dispatch('change-history-settings', { changes: 100 }).then(
        () => say({ kind: 'done' }),
        (error: unknown) => say({ kind: 'error', code: 'prune', message: String(error) }),
      );
    case 'measure':
      return say({ kind: 'held', held: measure(), recorded, raised });
  }
});

const started = await app.start();
if (!started.ok) throw new Error(started.failure.message);
say({ kind: 'started', localUrl: started.value.localUrl });
