import { join } from 'node:path';
import type { Clock } from '../electron/core/clock.ts';
import { findDesktopCommand } from './desktop-command.ts';
import { createHumanLines } from '../electron/core/operator/human-lines.ts';
import { type HostEnd, type HostRun, runHost } from './run-host.ts';
import type { StopRequest } from './stop-request.ts';

export type Launch = {
  /** The project's directory, built. */
  readonly root: string;
  readonly flags: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  readonly stop: StopRequest;
  readonly clock: Clock;
  /** Take one line each: what the app says, and what is said about starting it. */
  readonly print: (line: string) => void;
  readonly note: (line: string) => void;
  readonly readyLimit: number;
  readonly downloadLimit: number;
};

/** These ask for one answer and need no window; the app's own words are the answer. */
const questions = new Set(['--help', '--version', '--export', '--ui-link']);

/** Exit 2 says that the flags are wrong: they would be for the other host too. */
const wrongFlags = 2;

/**
 * Runs the app as the desktop app where that is possible, else as the headless host, saying in one line why. Gives
 * the exit code of the host that ran last.
 */
export const launch = async (options: Launch): Promise<number> => {
  const { root, flags, stop, clock, print, note } = options;
  const env = { ...options.env };
  // Set by some editors' terminals; it would turn Electron into a plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];

  const isQuestion = flags.some((flag) => questions.has(flag));
  const wantsJson = flags.includes('--json');
  const hostFlags = wantsJson || isQuestion ? flags : ['--json', ...flags];
  const say = wantsJson ? note : print;

  const run = (
    host: Pick<HostRun, 'command' | 'args' | 'readyLimit'>,
    sayReady: (uiUrl: string | null) => string,
  ): Promise<HostEnd> => {
    const read = createHumanLines(sayReady);
    const onLine = (line: string): void => {
      if (isQuestion || wantsJson) return print(line);
      const sentence = read(line);
      if (sentence !== null) print(sentence);
    };
    return runHost({ ...host, env, onLine, stop, clock });
  };

  const runHeadless = async (sayReady: (uiUrl: string | null) => string): Promise<number> => {
    const args = [join(root, 'dist', 'headless.js'), ...hostFlags];
    const end = await run({ command: process.execPath, args, readyLimit: null }, sayReady);
    return end.kind === 'exited' ? end.exitCode : 1;
  };

  const runInstead = (reason: string): Promise<number> | number => {
    if (stop.requested()) return 0;
    const because = `${reason}, so the app runs without a window`;
    if (wantsJson) note(`${because}.`);
    return runHeadless((uiUrl) => (uiUrl === null ? `${because}.` : `${because}: open ${uiUrl} in your browser.`));
  };

  if (isQuestion) return runHeadless(() => '');
  const desktop = await findDesktopCommand({ ...options, env, flags: hostFlags, say });
  if (!desktop.ok) return runInstead(desktop.failure);
  const end = await run({ ...desktop.value, readyLimit: options.readyLimit }, () => 'Redbooth Notifier is running.');
  if (end.kind === 'late')
    return runInstead(`The desktop app was not ready within ${Math.round(options.readyLimit / 1000)} s`);
  if (end.kind === 'not-started') return runInstead(`Electron could not be started (${end.cause})`);
  const isFinal = end.exitCode === 0 || end.exitCode === wrongFlags || end.hasSpoken || stop.requested() !== null;
  return isFinal ? end.exitCode : runInstead('The desktop app ended while it started');
};
