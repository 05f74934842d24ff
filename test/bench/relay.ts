import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { openDatabaseReadOnly } from '../../electron/core/database/open.ts';
import { type Benchmark, median } from './figure.ts';
import type { Round } from './load.ts';
import { type Visited, sendVisits } from './visits.ts';

/** As many at a time as a tunnel has connections. */
const width = 10;
const pairs = 7;
const duration = 700;

const relaySchema = v.object({ url: v.string(), port: v.number() });
const appSchema = v.object({ port: v.number(), path: v.string(), publicHost: v.string() });

const startServer = async (...args: readonly string[]): Promise<{ said: unknown; process: ChildProcess }> => {
  const server = fork(fileURLToPath(new URL('relay-server.ts', import.meta.url)), args, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (!server.stdout) throw new Error('the server has no output');
  const [line] = await once(server.stdout, 'data');
  const said: unknown = JSON.parse(String(line));
  return { said, process: server };
};

const storedIn = (file: string): number => {
  const database = openDatabaseReadOnly(file);
  try {
    return Number(database.prepare('SELECT count(*) AS stored FROM hook').get()?.['stored']);
  } finally {
    database.close();
  }
};

/** The same load on both ways in turns, so that what else the machine does weighs on both alike. */
const measurePairs = async (direct: Visited, relayed: Visited, atATime: number) => {
  const directRounds: Round[] = [];
  const relayRounds: Round[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    directRounds.push(await sendVisits(direct, atATime, duration));
    relayRounds.push(await sendVisits(relayed, atATime, duration));
  }
  const answers = [...directRounds, ...relayRounds].reduce((sum, round) => sum + round.answers, 0);
  const of = (rounds: readonly Round[], pick: keyof Round): number => median(rounds.map((round) => round[pick]));
  const ratio = (pick: keyof Round): number =>
    median(relayRounds.map((round, pair) => round[pick] / (directRounds[pair]?.[pick] ?? Number.NaN)));
  return { directRounds, relayRounds, answers, of, ratio };
};

/**
 * Hooks through the relay beside hooks straight to the listener, each on a connection of its own and committed to disk before
 * its answer: how long one takes when it is alone, and how many get through when ten at a time are sent. Relay, app and sender are
 * processes of their own.
 */
export const relay: Benchmark = {
  name: 'through the relay against direct',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-bench-'));
    const file = join(directory, 'history.sqlite');
    const processes: ChildProcess[] = [];
    try {
      const relayServer = await startServer('relay');
      processes.push(relayServer.process);
      const { url, port } = v.parse(relaySchema, relayServer.said);
      const appServer = await startServer('app', file, url);
      processes.push(appServer.process);
      const app = v.parse(appSchema, appServer.said);
      const direct: Visited = { port: app.port, host: `127.0.0.1:${app.port}`, path: app.path };
      const relayed: Visited = { port, host: app.publicHost, path: app.path };
      const warmUp =
        (await sendVisits(direct, width, duration)).answers + (await sendVisits(relayed, width, duration)).answers;
      const alone = await measurePairs(direct, relayed, 1);
      const crowded = await measurePairs(direct, relayed, width);
      const stored = storedIn(file);
      const acknowledged = warmUp + alone.answers + crowded.answers;
      if (stored !== acknowledged) throw new Error(`${acknowledged} hooks were acknowledged, but ${stored} are stored`);
      return [
        { name: 'round trip, ratio to direct', value: alone.ratio('p50'), unit: '' },
        { name: 'round trip through the relay, p50', value: alone.of(alone.relayRounds, 'p50'), unit: 'ms' },
        { name: 'round trip through the relay, p99', value: alone.of(alone.relayRounds, 'p99'), unit: 'ms' },
        { name: 'round trip direct, p50', value: alone.of(alone.directRounds, 'p50'), unit: 'ms' },
        { name: 'round trip direct, p99', value: alone.of(alone.directRounds, 'p99'), unit: 'ms' },
        { name: 'throughput, ratio to direct', value: crowded.ratio('perSecond'), unit: '' },
        { name: 'throughput through the relay', value: crowded.of(crowded.relayRounds, 'perSecond'), unit: '/s' },
        { name: 'throughput direct', value: crowded.of(crowded.directRounds, 'perSecond'), unit: '/s' },
      ];
    } finally {
      for (const each of processes) each.kill('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    }
  },
};
