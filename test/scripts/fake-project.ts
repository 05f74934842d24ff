import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../electron/core/clock.ts';
import { type Launch, launch } from '../../scripts/launch.ts';
import { createStopRequest } from '../../scripts/stop-request.ts';
import { temporaryDirectory } from '../fakes/directory.ts';

/** Source of a program that prints a line of `--json`. */
export const prints = (line: object): string => `console.log(${JSON.stringify(JSON.stringify(line))});\n`;

/** Source of a program that runs until it is told to stop, and then ends with `exitCode`. */
export const untilStopped = (exitCode: number): string =>
  `setInterval(() => {}, 1000);
   for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => { ${prints({ event: 'error', message: 'stopped' })} process.exit(${exitCode}); });\n`;

/** Source of a program that runs for ever and does not listen to signals. */
export const hangs = `setInterval(() => {}, 1000); process.on('SIGTERM', () => {});\n`;

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** A project's directory with programs of our own where the hosts and Electron would be. */
export const createFakeProject = (programs: { headless?: string; electron?: string; installer?: string }) => {
  const root = temporaryDirectory();
  const packageDirectory = join(root, 'node_modules', 'electron');
  const executable = (text: string): string => `#!${process.execPath}\n${text}`;
  if (programs.headless !== undefined) {
    write(join(root, 'package.json'), '{"type":"module"}');
    write(join(root, 'dist', 'headless.js'), programs.headless);
  }
  if (programs.electron !== undefined) {
    write(join(packageDirectory, 'package.json'), '{"type":"commonjs"}');
    write(join(packageDirectory, 'path.txt'), 'electron');
    write(join(packageDirectory, 'dist', 'electron'), executable(programs.electron));
    chmodSync(join(packageDirectory, 'dist', 'electron'), 0o755);
  }
  if (programs.installer !== undefined) {
    write(join(packageDirectory, 'package.json'), '{"type":"commonjs"}');
    write(join(packageDirectory, 'install.js'), programs.installer);
  }
  return { root, packageDirectory };
};

/** Launches with everything printed and noted kept; a test that ends stops what it launched. */
export const startLaunch = (options: Partial<Launch> & Pick<Launch, 'root'>) => {
  const stop = createStopRequest();
  const printed: string[] = [];
  const noted: string[] = [];
  const waiting = new Set<() => void>();
  const take = (lines: string[]) => (line: string) => {
    lines.push(line);
    for (const check of waiting) check();
  };
  const exitCode = launch({
    flags: [],
    platform: 'linux',
    env: { ...process.env, DISPLAY: ':1', WAYLAND_DISPLAY: '', ELECTRON_OVERRIDE_DIST_PATH: '' },
    isRoot: false,
    stop,
    clock: systemClock,
    print: take(printed),
    note: take(noted),
    readyLimit: 60_000,
    downloadLimit: 60_000,
    ...options,
  });
  onTestFinished(async () => {
    stop.request('SIGTERM');
    await exitCode;
  });
  return {
    exitCode,
    stop,
    printed,
    noted,
    /** Settles once a line with `part` was printed. */
    said: (part: string): Promise<void> =>
      new Promise((resolve) => {
        const check = (): void => {
          if (printed.some((line) => line.includes(part))) resolve();
        };
        waiting.add(check);
        check();
      }),
  };
};
