import type { Result, StartedDemo } from '../contract/index.ts';
import type { Log } from '../core/log.ts';

export type StartDemoPorts = {
  /** What starts this app again, program first. */
  readonly command: readonly string[];
  /** Whether Chromium’s sandbox is off, which the second has to be told as well. */
  readonly isWithoutSandbox: boolean;
  /** Starts a program without a shell that goes on by itself; rejects when it could not be started. */
  readonly start: (program: string, args: readonly string[], onEnded: () => void) => Promise<void>;
  readonly log: Log;
};

/**
 * Starts the app once more with `--demo`, which gives it a temporary data directory, so that it runs beside this one. While
 * one runs, no other is started.
 */
export const createDemoStarter = (ports: StartDemoPorts): (() => Promise<Result<StartedDemo, 'not-started'>>) => {
  const { command, isWithoutSandbox, start, log } = ports;
  const [program = '', ...before] = command;
  let isRunning = false;
  return async () => {
    if (isRunning) return { ok: true, value: { kind: 'started' } };
    isRunning = true;
    try {
      await start(program, [...(isWithoutSandbox ? ['--no-sandbox'] : []), ...before, '--demo'], () => {
        isRunning = false;
      });
      return { ok: true, value: { kind: 'started' } };
    } catch (error) {
      isRunning = false;
      log.warn(`The demo could not be started: ${String(error)}`);
      return { ok: false, failure: 'not-started' };
    }
  };
};
