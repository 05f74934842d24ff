import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:net';
import { join } from 'node:path';
import * as v from 'valibot';
import { teamStream } from '../../../electron/core/team/subjects.ts';
import { anonymousMemory, processorTime } from '../process-memory.ts';
import { sleep } from '../hosts.ts';

/** Why there can be no cluster here; null where there can. */
export const natsServerMissing: string | null =
  spawnSync('nats-server', ['--version']).error === undefined
    ? null
    : 'nats-server is not installed (Debian: apt-get install nats-server)';

/** One of the three servers, a process of its own. */
export type ClusterServer = { readonly name: string; start(): void; kill(): Promise<void> };

/** Three nats-servers with JetStream on the loopback, as docs/team.md sets them up for a company, but for TLS. */
export type Cluster = {
  readonly servers: readonly ClusterServer[];
  /** For `--hooks-from` and `--hooks-to`. */
  readonly addresses: string;
  /** Settles once the three have found together and can hold a stream. */
  ready(): Promise<void>;
  /** The server that leads the stream. */
  leader(): Promise<ClusterServer>;
  /** Memory of all servers that is no file’s, in MiB. */
  memory(): number;
  /** Time that all servers have had on processors, in ms. */
  processorTime(): number;
  /** What all servers have sent to clients and to each other since they began, in bytes. */
  sentBytes(): Promise<number>;
  dispose(): Promise<void>;
};

const count = 3;
const names = Array.from({ length: count }, (_, index) => `team-${index + 1}`);
const readyLimit = 30_000;

const varzSchema = v.object({ out_bytes: v.number() });
const jszSchema = v.object({
  meta_cluster: v.optional(v.object({ leader: v.optional(v.string()), cluster_size: v.optional(v.number()) })),
  account_details: v.optional(
    v.array(
      v.object({
        stream_detail: v.optional(
          v.array(v.object({ name: v.string(), cluster: v.optional(v.object({ leader: v.optional(v.string()) })) })),
        ),
      }),
    ),
  ),
});

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
};

/** Ports that nobody used a moment ago, no two the same. */
export const findFreePorts = async (wanted: number): Promise<readonly number[]> => {
  const servers = Array.from({ length: wanted }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map(portOf);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
};

type Ports = { readonly client: number; readonly route: number; readonly monitor: number };

const configuration = (name: string, own: Ports, all: readonly Ports[], directory: string, users: readonly string[]) =>
  [
    `server_name: ${name}`,
    `listen: "127.0.0.1:${own.client}"`,
    `http: "127.0.0.1:${own.monitor}"`,
    `jetstream { store_dir: ${JSON.stringify(join(directory, name))}, max_file: 1G, max_mem: 16M }`,
    `cluster { name: team, listen: "127.0.0.1:${own.route}"`,
    `  routes: [${all.map(({ route }) => `"nats://127.0.0.1:${route}"`).join(', ')}] }`,
    `authorization { users: [\n${users.join('\n')}\n] }`,
  ].join('\n');

/** Starts the three. `users`: entries of `authorization.users`, as `--new-team-key` prints them. */
export const startCluster = async (directory: string, users: readonly string[]): Promise<Cluster> => {
  const free = await findFreePorts(count * 3);
  const portAt = (index: number): number => free[index] ?? 0;
  const ports = names.map((_, index) => ({
    client: portAt(index * 3),
    route: portAt(index * 3 + 1),
    monitor: portAt(index * 3 + 2),
  }));
  const servers = names.map((name, index) => {
    const own = ports[index] ?? { client: 0, route: 0, monitor: 0 };
    const file = join(directory, `${name}.conf`);
    writeFileSync(file, configuration(name, own, ports, directory, users));
    let child: ChildProcess | null = null;
    const start = (): void => {
      child = spawn('nats-server', ['--config', file, '--log', join(directory, `${name}.log`)], { stdio: 'ignore' });
    };
    const kill = async (): Promise<void> => {
      const running = child;
      child = null;
      if (running === null || running.exitCode !== null || running.signalCode !== null) return;
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
    };
    const ask = async (path: string): Promise<unknown> => {
      if (child === null) return null;
      try {
        return await (await fetch(`http://127.0.0.1:${own.monitor}${path}`)).json();
      } catch {
        return null;
      }
    };
    start();
    return { name, start, kill, ask, pid: () => child?.pid ?? null };
  });
  const sumOfProcesses = (measure: (pid: number) => number): number =>
    servers.reduce((sum, { pid }) => {
      const running = pid();
      return running === null ? sum : sum + measure(running);
    }, 0);
  const isReady = async (): Promise<boolean> => {
    const answers = await Promise.all(servers.map(({ ask }) => ask('/jsz')));
    return answers.every((answer) => {
      const read = v.safeParse(jszSchema, answer);
      const cluster = read.success ? read.output.meta_cluster : undefined;
      return (cluster?.leader ?? '') !== '' && cluster?.cluster_size === count;
    });
  };
  const leaderName = async (): Promise<string | undefined> => {
    const answers = await Promise.all(servers.map(({ ask }) => ask('/jsz?accounts=true&streams=true')));
    return answers
      .flatMap((answer) => {
        const read = v.safeParse(jszSchema, answer);
        return read.success ? (read.output.account_details ?? []) : [];
      })
      .flatMap(({ stream_detail: streams = [] }) => streams)
      .find(({ name, cluster }) => name === teamStream && (cluster?.leader ?? '') !== '')?.cluster?.leader;
  };
  return {
    servers,
    addresses: ports.map(({ client }) => `nats://127.0.0.1:${client}`).join(','),
    ready: async () => {
      const end = performance.now() + readyLimit;
      while (!(await isReady())) {
        if (performance.now() > end) throw new Error('the three servers did not find together');
        await sleep(100);
      }
    },
    leader: async () => {
      const name = await leaderName();
      const found = servers.find((server) => server.name === name);
      if (found === undefined) throw new Error('nobody leads the stream');
      return found;
    },
    memory: () => sumOfProcesses(anonymousMemory),
    processorTime: () => sumOfProcesses(processorTime),
    sentBytes: async () => {
      const answers = await Promise.all(servers.map(({ ask }) => ask('/varz')));
      return answers.reduce<number>((sum, answer) => {
        const read = v.safeParse(varzSchema, answer);
        return sum + (read.success ? read.output.out_bytes : 0);
      }, 0);
    },
    dispose: async () => {
      await Promise.all(servers.map(({ kill }) => kill()));
    },
  };
};
