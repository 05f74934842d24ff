import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { serverUser } from '../../../electron/core/team/server-user.ts';
import type { TeamRole } from '../../../electron/core/team/subjects.ts';
import { createTeamUser } from '../../../electron/core/team/credentials.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { findFreePort } from '../../fakes/free-port.ts';

/** Why these tests cannot run here; null where they can. */
export const natsMissing: string | null =
  spawnSync('nats-server', ['--version']).error === undefined
    ? null
    : 'nats-server is not installed (Debian: apt-get install nats-server)';
if (natsMissing !== null) process.stderr.write(`Tests of the team’s stream are left out: ${natsMissing}.\n`);

/** A user of the server under test. */
export type NatsUser = { readonly user: string; readonly credentials: string; readonly entry: string };

export const createNatsUser = (role: TeamRole): NatsUser => {
  const { user, seed } = createTeamUser();
  return { user, credentials: seed, entry: serverUser(role, user) };
};

export type NatsServer = {
  readonly port: number;
  readonly url: string;
  readonly directory: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Holds the process still, like a machine that hangs. */
  freeze(): void;
  thaw(): void;
  /** Puts other users in force, while it runs. */
  allow(users: readonly string[]): Promise<void>;
};

type Options = {
  /** Entries of `authorization.users`; without any, everybody may do anything. */
  readonly users?: readonly string[];
  /** Whether it asks for TLS, with a certificate for 127.0.0.1 by an authority of its own (`ca.pem` in its directory). */
  readonly isProtected?: boolean;
  /** Whether it holds streams. */
  readonly hasStreams?: boolean;
  /** By what name those who come over a leaf node know its streams. */
  readonly domain?: string;
  /** More lines of its configuration. */
  readonly more?: readonly string[];
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('data', () => socket.destroy());
  });

/** Runs `isReached` until it says yes. */
const until = async (isReached: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + 10_000;
  while (!(await isReached())) {
    if (Date.now() > end) throw new Error('nats-server does not answer');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** A real nats-server with JetStream on this machine, which ends with the test. */
export const createNatsServer = async (options: Options = {}): Promise<NatsServer> => {
  const { users = [], isProtected = false, hasStreams = true, domain, more = [] } = options;
  const directory = temporaryDirectory();
  const port = await findFreePort();
  const file = join(directory, 'nats.conf');
  if (isProtected) makeCertificates(directory);
  const configure = (entries: readonly string[]): void => {
    mkdirSync(join(directory, 'store'), { recursive: true });
    writeFileSync(
      file,
      [
        `listen: "127.0.0.1:${port}"`,
        hasStreams
          ? `jetstream { store_dir: ${JSON.stringify(join(directory, 'store'))}, max_file: 512M, max_mem: 16M${domain === undefined ? '' : `, domain: ${domain}`} }`
          : '',
        isProtected ? `tls { cert_file: "${directory}/server.pem", key_file: "${directory}/server.key" }` : '',
        entries.length === 0 ? '' : `authorization { users: [\n${entries.join('\n')}\n] }`,
        ...more,
      ].join('\n'),
    );
  };
  configure(users);
  let process: ChildProcess | null = null;
  const kill = async (): Promise<void> => {
    const running = process;
    process = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return {
    port,
    url: `nats://127.0.0.1:${port}`,
    directory,
    start: async () => {
      process = spawn('nats-server', ['--config', file], { stdio: 'ignore' });
      await until(() => answers(port));
    },
    kill,
    freeze: () => void process?.kill('SIGSTOP'),
    thaw: () => void process?.kill('SIGCONT'),
    allow: async (entries) => {
      configure(entries);
      process?.kill('SIGHUP');
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
  };
};

const makeCertificates = (directory: string): void => {
  const openssl = (...words: readonly string[]): void =>
    void execFileSync('openssl', words, { cwd: directory, stdio: 'ignore' });
  const newKey = ['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(...newKey, '-x509', '-days', '2', '-subj', '/CN=Team authority', '-keyout', 'ca.key', '-out', 'ca.pem');
  openssl(...newKey, '-subj', '/CN=127.0.0.1', '-keyout', 'server.key', '-out', 'server.csr');
  writeFileSync(join(directory, 'san.cnf'), 'subjectAltName = IP:127.0.0.1\n');
  const sign = ['x509', '-req', '-days', '2', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
  openssl(...sign, '-extfile', 'san.cnf', '-in', 'server.csr', '-out', 'server.pem');
};
