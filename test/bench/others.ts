import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { type Benchmark, type Measured, median } from './figure.ts';
import { sleep } from './hosts.ts';
import { type Round, type Target, load } from './load.ts';

const connections = 50;
const pairs = 5;
const duration = 1_200;
const targetSchema = v.object({ port: v.number(), path: v.string() });

const isOnPath = async (program: string, flag: string): Promise<boolean> => {
  try {
    await promisify(execFile)(program, [flag]);
    return true;
  } catch {
    return false;
  }
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  server.close();
  await once(server, 'close');
  return port;
};
const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address ? address.port : 0;

const untilListening = async (port: number): Promise<void> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const socket = connect({ port, host: '127.0.0.1' });
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await sleep(50);
  }
  throw new Error('it does not listen');
};

/** `never` has a rule that never fits: the hook is parsed and judged, and nothing is run. */
const rules = (['never', 'always'] as const).map((id) => ({
  id,
  'execute-command': '/bin/true',
  ...(id === 'never' && {
    'trigger-rule': { match: { type: 'value', value: 'nobody', parameter: { source: 'payload', name: 'action' } } },
  }),
}));

const againstWebhook = async (directory: string): Promise<readonly Measured[]> => {
  if (!(await isOnPath('webhook', '-version')))
    return [{ name: 'adnanh/webhook', leftOut: 'the program “webhook” is not on the PATH' }];
  const hooksFile = join(directory, 'hooks.json');
  writeFileSync(hooksFile, JSON.stringify(rules));
  const port = await freePort();
  const webhook = spawn('webhook', ['-hooks', hooksFile, '-ip', '127.0.0.1', '-port', String(port)], {
    stdio: 'ignore',
  });
  const ours = fork(
    fileURLToPath(new URL('server.ts', import.meta.url)),
    ['listener', join(directory, 'history.sqlite')],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  try {
    if (!ours.stdout) throw new Error('the listener has no output');
    const [line] = await once(ours.stdout, 'data');
    const listener = v.parse(targetSchema, JSON.parse(String(line)));
    await untilListening(port);
    const never: Target = { port, path: '/hooks/never' };
    const always: Target = { port, path: '/hooks/always' };
    await load(never, connections, duration);
    await load(listener, connections, duration * 2);
    const rounds: { readonly ours: Round; readonly never: Round; readonly always: Round }[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const settled = once(ours, 'message');
      ours.send('settle');
      await settled;
      rounds.push({
        never: await load(never, connections, duration),
        ours: await load(listener, connections, duration),
        always: await load(always, connections, duration),
      });
      // What it started ends.
      await sleep(200);
    }
    const of = (which: 'ours' | 'never' | 'always', pick: keyof Round): number =>
      median(rounds.map((round) => round[which][pick]));
    const ratio = (which: 'never' | 'always', pick: keyof Round): number =>
      median(rounds.map((round) => round.ours[pick] / round[which][pick]));
    return [
      { name: 'hooks taken, ratio to webhook that runs its program', value: ratio('always', 'perSecond'), unit: '' },
      { name: 'hooks taken, ratio to webhook that runs nothing', value: ratio('never', 'perSecond'), unit: '' },
      { name: 'p99, ratio to webhook that runs nothing', value: ratio('never', 'p99'), unit: '' },
      { name: 'hooks taken, each on disk', value: of('ours', 'perSecond'), unit: '/s' },
      { name: 'webhook, nothing run and nothing kept', value: of('never', 'perSecond'), unit: '/s' },
      { name: 'webhook, running `true` for each', value: of('always', 'perSecond'), unit: '/s' },
      { name: 'p99', value: of('ours', 'p99'), unit: 'ms' },
      { name: 'p99 of webhook that runs nothing', value: of('never', 'p99'), unit: 'ms' },
    ];
  } finally {
    webhook.kill('SIGKILL');
    ours.kill('SIGKILL');
  }
};

/** A smee.io of our own: gives each event to whoever listens, and counts what its client passes on to `/target`. */
const startSmeeServer = async () => {
  const listeners = new Set<ServerResponse>();
  let arrived = (): void => undefined;
  const server = createServer((request, response) => {
    if (request.url === '/target') {
      request.resume();
      request.on('end', () => {
        response.end();
        arrived();
      });
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: ready\ndata: {}\n\n');
    listeners.add(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    isHeard: (): boolean => listeners.size > 0,
    /** Sends hooks at once, and resolves when all were passed on. */
    passOn: (count: number): Promise<void> =>
      new Promise((resolve) => {
        let left = count;
        arrived = () => {
          left -= 1;
          if (left === 0) resolve();
        };
        const body = {
          type: 'task',
          id: '48000000',
          url: 'https://redbooth.com/api/3/tasks/48000000',
          action: 'update',
        };
        const event = `data: ${JSON.stringify({ 'content-type': 'application/json', body, query: {} })}\n\n`;
        for (let each = 0; each < count; each += 1) for (const listener of listeners) listener.write(event);
      }),
    dispose: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const againstSmee = async (): Promise<readonly Measured[]> => {
  if (!(await isOnPath('smee', '--version')))
    return [{ name: 'smee-client', leftOut: 'its program “smee” is not on the PATH' }];
  const server = await startSmeeServer();
  let smee: ChildProcess | null = null;
  try {
    smee = spawn('smee', ['--url', `${server.url}/channel`, '--target', `${server.url}/target`], { stdio: 'ignore' });
    while (!server.isHeard()) await sleep(50);
    await server.passOn(300);
    const single: number[] = [];
    for (let hook = 0; hook < 300; hook += 1) {
      const begun = performance.now();
      await server.passOn(1);
      single.push(performance.now() - begun);
    }
    const rates: number[] = [];
    for (let round = 0; round < pairs; round += 1) {
      const begun = performance.now();
      await server.passOn(1_000);
      rates.push(1_000 / ((performance.now() - begun) / 1_000));
    }
    return [
      { name: 'smee-client, one event passed on, p50', value: median(single), unit: 'ms' },
      { name: 'smee-client, 1,000 at once, nothing kept', value: median(rates), unit: '/s' },
    ];
  } finally {
    smee?.kill('SIGKILL');
    server.dispose();
  }
};

/**
 * Beside others that take web hooks. adnanh/webhook (Debian’s package `webhook`) receives, parses and judges one, then runs a
 * program; smee-client (`npm install -g smee-client`) passes one on from its server to a program that listens. Neither keeps anything,
 * so there is no goal: what is ours is on disk before the answer. Compare smee-client’s single event with the relay’s round trip.
 */
export const others: Benchmark = {
  name: 'beside other programs',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-bench-'));
    try {
      return [...(await againstWebhook(directory)), ...(await againstSmee())];
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};
