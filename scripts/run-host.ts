import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Clock } from '../electron/core/clock.ts';
import { createLineSplitter } from './line-splitter.ts';
import type { StopRequest } from './stop-request.ts';
import { readWireLine } from '../electron/core/operator/wire-line.ts';

export type HostCommand = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
};

export type HostRun = HostCommand & {
  /** How long the host may take to say `ready`, in ms; null waits for as long as it runs. */
  readonly readyLimit: number | null;
  /** Takes each line that the host prints on stdout. */
  readonly onLine: (line: string) => void;
  readonly stop: StopRequest;
  readonly clock: Clock;
};

/**
 * How a host ended. `late`: it was not ready in time and was ended. `hasSpoken`: it printed a line of ours, so what
 * ended was the app and not just its runtime.
 */
export type HostEnd =
  | { readonly kind: 'exited'; readonly exitCode: number; readonly hasSpoken: boolean }
  | { readonly kind: 'late' }
  | { readonly kind: 'not-started'; readonly cause: string };

/** For a host that was told to stop: to finish, and for one that hangs at start. After it there is no asking. */
const stopGrace = 10_000;
const lateGrace = 3_000;
/** For output still on its way once the host has ended: what it started may keep the pipe open for ever. */
const outputGrace = 500;

/** Runs a host until it ends; its stdin and stderr are ours, and a request to stop is passed on to it. */
export const runHost = ({ command, args, env, readyLimit, onLine, stop, clock }: HostRun): Promise<HostEnd> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['inherit', 'pipe', 'inherit'] });
    const cancels: (() => void)[] = [];
    let isLate = false;
    let hasSpoken = false;
    let cancelReadyLimit = (): void => undefined;

    const end = (signal: NodeJS.Signals, grace: number): void => {
      child.kill(signal);
      cancels.push(clock.schedule(grace, () => child.kill('SIGKILL')));
    };
    if (readyLimit !== null)
      cancelReadyLimit = clock.schedule(readyLimit, () => {
        isLate = true;
        end('SIGTERM', lateGrace);
      });
    cancels.push(stop.subscribe((signal) => end(signal, stopGrace)));

    const lines = createLineSplitter((line) => {
      if (isLate) return;
      const event = readWireLine(line)?.event;
      if (event !== undefined) hasSpoken = true;
      if (event === 'ready') cancelReadyLimit();
      onLine(line);
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(text));

    const finish = (outcome: HostEnd): void => {
      cancelReadyLimit();
      for (const cancel of cancels) cancel();
      resolve(outcome);
    };
    child.on('error', (error) => {
      if (child.pid === undefined) finish({ kind: 'not-started', cause: error.message });
    });
    child.once('exit', () => cancels.push(clock.schedule(outputGrace, () => child.stdout.destroy())));
    child.once('close', (code, signal) => {
      lines.end();
      finish(isLate ? { kind: 'late' } : { kind: 'exited', exitCode: exitCodeOf(code, signal), hasSpoken });
    });
  });

/** As shells count: 128 and the signal's number when a signal ended it. */
const exitCodeOf = (code: number | null, signal: NodeJS.Signals | null): number =>
  code ?? (signal ? 128 + constants.signals[signal] : 1);
