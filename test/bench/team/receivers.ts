import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import type { TeamRole } from '../../../electron/core/team/subjects.ts';
import { headlessEntry, sleep } from '../hosts.ts';
import { findFreePorts } from './cluster.ts';

/** A receiver: the built headless host in a process of its own, at the same address whenever it is started again. */
export type ReceiverProcess = {
  readonly hookUrl: string;
  readonly start: () => void;
  readonly kill: () => Promise<void>;
  /** Null while it does not answer. */
  readonly health: () => Promise<ReceiverHealth | null>;
};

const healthSchema = v.object({ status: v.string(), backlog: v.number() });
export type ReceiverHealth = v.InferOutput<typeof healthSchema>;

const run = promisify(execFile);

/** The app’s own command: a file of credentials, and the entry for the servers. */
export const newTeamKey = async (role: TeamRole, file: string): Promise<string> => {
  const { stdout } = await run(process.execPath, [headlessEntry, '--new-team-key', role, '--nats-creds', file]);
  return stdout.trim();
};

/** The app’s own command: a stream that three servers hold. */
export const setUpStream = async (servers: string, file: string): Promise<void> => {
  const flags = ['--hooks-to', servers, '--nats-creds', file, '--set-up-stream', '--stream-replicas', '3'];
  await run(process.execPath, [headlessEntry, ...flags]);
};

/** As many receivers as there are credentials, all answering to one hook secret. */
export const createReceivers = async (
  directory: string,
  servers: string,
  credentials: readonly string[],
): Promise<readonly ReceiverProcess[]> => {
  const secret = randomBytes(32).toString('base64url');
  const secretFile = join(directory, 'hook-secret');
  writeFileSync(secretFile, `${secret}\n`, { mode: 0o600 });
  const ports = await findFreePorts(credentials.length * 2);
  return credentials.map((file, index) => {
    const [hookPort = 0, healthPort = 0] = ports.slice(index * 2);
    const flags = ['--hooks-to', servers, '--nats-creds', file, '--hook-secret', secretFile, '--tunnel', 'off'];
    const own = ['--hook-port', String(hookPort), '--ui-port', String(healthPort)];
    let child: ChildProcess | null = null;
    return {
      hookUrl: `http://127.0.0.1:${hookPort}/${secret}`,
      start: () => {
        const state = ['--data-dir', join(directory, `receiver-${index}`)];
        child = spawn(process.execPath, [headlessEntry, ...flags, ...own, ...state], {
          stdio: ['ignore', 'ignore', 'inherit'],
        });
      },
      kill: async () => {
        const running = child;
        child = null;
        if (running === null || running.exitCode !== null || running.signalCode !== null) return;
        const ended = once(running, 'exit');
        running.kill('SIGKILL');
        await ended;
      },
      health: async () => {
        try {
          return v.parse(healthSchema, await (await fetch(`http://127.0.0.1:${healthPort}/health`)).json());
        } catch {
          return null;
        }
      },
    };
  });
};

/** Settles once every one of them passes hooks on and none waits in its journal. */
export const allForwarding = async (receivers: readonly ReceiverProcess[], limit: number): Promise<boolean> => {
  const end = performance.now() + limit;
  for (;;) {
    const healths = await Promise.all(receivers.map(({ health }) => health()));
    if (healths.every((health) => health?.status === 'forwarding' && health.backlog === 0)) return true;
    if (performance.now() > end) return false;
    await sleep(100);
  }
};
