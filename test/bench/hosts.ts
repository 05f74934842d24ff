import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { systemClock } from '../../electron/core/clock.ts';
import { createSimulator } from '../../electron/simulator/simulator.ts';
import { type Probed, type ProbeRequest, probedSchema } from './probe-wire.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const probe = new URL('probe.ts', import.meta.url).href;
/** Of the built app. */
export const headlessEntry = join(root, 'dist', 'headless.js');
export const desktopEntry = root;
export const bareDesktopEntry = fileURLToPath(new URL('bare-desktop.cjs', import.meta.url));

/** A line of `--json`. */
export type Line = { readonly event: string } & Readonly<Record<string, unknown>>;
const lineSchema = v.looseObject({ event: v.string() });

/** A process that says in lines of JSON how it is. */
export type Running = {
  readonly pid: number;
  /** The next line of that event, or one that was said already; rejects when the process ends first. */
  line(event: string): Promise<Line>;
  /** Asks the probe within it (probe.ts). */
  ask(request: ProbeRequest): Promise<Probed>;
  stop(): Promise<void>;
};

const follow = (child: ChildProcess, onLine: (line: Line) => void): Running => {
  const { stdout, stderr, pid } = child;
  if (!stdout || !stderr || pid === undefined) throw new Error('the process did not start');
  const first = new Map<string, Line>();
  const waiting = new Set<() => void>();
  let errors = '';
  let isEnded = false;
  const wake = (): void => waiting.forEach((check) => check());
  createInterface({ input: stdout }).on('line', (text) => {
    const line = v.parse(lineSchema, JSON.parse(text));
    if (!first.has(line.event)) first.set(line.event, line);
    onLine(line);
    wake();
  });
  stderr.on('data', (chunk: Buffer) => {
    errors = `${errors}${chunk.toString()}`.slice(-2000);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      isEnded = true;
      wake();
      resolve();
    });
  });
  return {
    pid,
    line: (event) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const found = first.get(event);
          if (found === undefined && !isEnded) return;
          waiting.delete(check);
          if (found === undefined) reject(new Error(`the process ended before “${event}”; it said: ${errors}`));
          else resolve(found);
        };
        waiting.add(check);
        check();
      }),
    ask: (request) =>
      new Promise((resolve, reject) => {
        child.once('message', (answer) => {
          const probed = v.safeParse(probedSchema, answer);
          if (probed.success) resolve(probed.output);
          else reject(new Error('the probe said something else'));
        });
        child.send(request);
      }),
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const inherited = (): Record<string, string | undefined> => {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  return environment;
};

/** Runs Node with the probe inside. */
export const startProbed = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  onLine: (line: Line) => void = () => undefined,
): Running =>
  follow(
    spawn(process.execPath, ['--import', probe, ...args], {
      env: { ...inherited(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    }),
    onLine,
  );

/** Runs a program that says `ready` in a line of JSON. */
export const startPlain = (
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Running =>
  follow(
    spawn(program, args, { env: { ...inherited(), ...environment }, stdio: ['ignore', 'pipe', 'pipe'] }),
    () => undefined,
  );

/** The executable of Electron, or null when none is here. */
export const electronPath = (): string | null => {
  try {
    const path: unknown = createRequire(import.meta.url)('electron');
    return typeof path === 'string' && existsSync(path) ? path : null;
  } catch {
    return null;
  }
};

/** A pretend Redbooth with Ada signed in, and flags for an app that is to use it and a data directory of its own. */
export const startRedbooth = async () => {
  const simulator = createSimulator({ seed: 7, clock: systemClock, signedInUser: 'ada' });
  const { origin } = await simulator.listen();
  const { accessToken } = simulator.signIn('ada');
  const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-bench-'));
  /** Resolves once nothing was asked for a second and a half, after something was. */
  const quiet = async (): Promise<void> => {
    const { length } = simulator.requests();
    await sleep(1_500);
    if (length === 0 || simulator.requests().length > length) await quiet();
  };
  return {
    simulator,
    directory,
    quiet,
    environment: { REDBOOTH_ACCESS_TOKEN: accessToken },
    flags: ['--json', '--redbooth', origin, '--data-dir', join(directory, 'state'), '--catch-up', '900'],
    dispose: async (): Promise<void> => {
      await simulator.dispose();
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

export const sleep = (duration: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, duration);
  });
