import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { openDatabaseReadOnly } from '../../electron/core/database/open.ts';
import { type Benchmark, median } from './figure.ts';
import { type Round, type Target, load } from './load.ts';
import { processorTime } from './process-memory.ts';

const connections = 50;
const pairs = 7;
const duration = 1_500;
/** Long enough for both to run as compiled code. */
const warmUp = 3_000;

const targetSchema = v.object({ port: v.number(), path: v.string() });

type Server = { readonly target: Target; readonly process: ChildProcess };

const startServer = async (...args: readonly string[]): Promise<Server> => {
  const server = fork(fileURLToPath(new URL('server.ts', import.meta.url)), args, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (!server.stdout) throw new Error('the server has no output');
  const [line] = await once(server.stdout, 'data');
  return { target: v.parse(targetSchema, JSON.parse(String(line))), process: server };
};

const stop = async (server: ChildProcess): Promise<void> => {
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
};

const settled = async (server: ChildProcess): Promise<void> => {
  const answered = once(server, 'message');
  server.send('settle');
  await answered;
};

const storedIn = (file: string): number => {
  const database = openDatabaseReadOnly(file);
  try {
    return Number(database.prepare('SELECT count(*) AS stored FROM hook').get()?.['stored']);
  } finally {
    database.close();
  }
};

/** `cost` is the processor time of an answer, in µs. */
type CostedRound = Round & { readonly cost: number };

const costedRound = async ({ target, process }: Server): Promise<CostedRound> => {
  const pid = process.pid ?? 0;
  const before = processorTime(pid);
  const round = await load(target, connections, duration);
  return { ...round, cost: ((processorTime(pid) - before) * 1000) / round.answers };
};

/**
 * Hooks acknowledged each second, each of them committed to disk before, beside what a bare `node:http` server that
 * only reads the body answers. Both are measured in turns, and the ratio is the median over the pairs of turns: what else
 * the machine does meanwhile then weighs on both alike.
 */
export const acknowledgements: Benchmark = {
  name: 'durable acknowledgements',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-bench-'));
    const file = join(directory, 'history.sqlite');
    const bare = await startServer('bare');
    const listener = await startServer('listener', file);
    try {
      const bareRounds: CostedRound[] = [];
      const listenerRounds: CostedRound[] = [];
      await load(bare.target, connections, warmUp);
      let acknowledged = (await load(listener.target, connections, warmUp)).answers;
      for (let pair = 0; pair < pairs; pair += 1) {
        bareRounds.push(await costedRound(bare));
        await settled(listener.process);
        const round = await costedRound(listener);
        listenerRounds.push(round);
        acknowledged += round.answers;
      }
      await stop(listener.process);
      const stored = storedIn(file);
      if (stored !== acknowledged) throw new Error(`${acknowledged} hooks were acknowledged, but ${stored} are stored`);
      const ratiosOf = (pick: keyof CostedRound): readonly number[] =>
        listenerRounds.map((round, pair) => round[pick] / (bareRounds[pair]?.[pick] ?? Number.NaN));
      const ratios = ratiosOf('perSecond');
      const of = (rounds: readonly CostedRound[], pick: keyof CostedRound): number =>
        median(rounds.map((round) => round[pick]));
      return [
        {
          name: 'ratio to bare node:http, median of pairs',
          value: median(ratios),
          unit: '',
          goal: { atLeast: 0.85 },
          isTimed: true,
        },
        { name: 'ratio, least of the pairs', value: Math.min(...ratios), unit: '' },
        {
          name: 'p99, ratio to bare node:http',
          value: median(ratiosOf('p99')),
          unit: '',
          goal: { atMost: 2 },
          isTimed: true,
        },
        { name: 'processor time of an answer, ratio to bare node:http', value: median(ratiosOf('cost')), unit: '' },
        { name: 'acknowledgements', value: of(listenerRounds, 'perSecond'), unit: '/s' },
        { name: 'bare node:http', value: of(bareRounds, 'perSecond'), unit: '/s' },
        { name: 'acknowledgement p50', value: of(listenerRounds, 'p50'), unit: 'ms' },
        { name: 'acknowledgement p99', value: of(listenerRounds, 'p99'), unit: 'ms' },
        { name: 'bare node:http p50', value: of(bareRounds, 'p50'), unit: 'ms' },
        { name: 'bare node:http p99', value: of(bareRounds, 'p99'), unit: 'ms' },
      ];
    } finally {
      bare.process.kill('SIGKILL');
      listener.process.kill('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    }
  },
};
