import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A line of `--json` as a test reads it. */
export type Line = { readonly event: string; readonly at: string } & Readonly<Record<string, unknown>>;

export type Host = {
  readonly lines: readonly Line[];
  readonly errors: () => string;
  /** The first line, past or to come, that `isWanted`; rejects when the host ends first. */
  line(event: string, isWanted?: (line: Line) => boolean): Promise<Line>;
  all(event: string): readonly Line[];
  /** Sends a signal and gives the exit code, or the signal's name. */
  stop(signal: NodeJS.Signals): Promise<number | string>;
  readonly ended: Promise<number | string>;
};

const entry = fileURLToPath(new URL('../../../dist/headless.js', import.meta.url));

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && 'event' in value && 'at' in value;

/** Starts the built headless host with `--json`; it is killed when the test ends. */
export const startHost = (flags: readonly string[], environment: Readonly<Record<string, string>> = {}): Host =>
  followHost(
    spawn(process.execPath, [entry, '--json', ...flags], {
      env: { PATH: process.env['PATH'], TZ: 'UTC', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );

/** Reads the lines of a host that was started with `--json`; it is killed when the test ends. */
export const followHost = (child: ChildProcess): Host => {
  const lines: Line[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  let isEnded = false;
  const wake = (): void => waiting.forEach((check) => check());
  if (child.stdout === null || child.stderr === null) throw new Error('the host has no output');
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line: unknown = JSON.parse(text);
    if (!isLine(line)) throw new Error(`not a line of --json: ${text}`);
    lines.push(line);
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      isEnded = true;
      resolve(code ?? signal ?? 'unknown');
      wake();
    });
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    lines,
    errors: () => errors,
    ended,
    all: (event) => lines.filter((line) => line.event === event),
    line: (event, isWanted = () => true) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const found = lines.find((line) => line.event === event && isWanted(line));
          if (found === undefined && !isEnded) return;
          waiting.delete(check);
          if (found === undefined) reject(new Error(`the host ended before “${event}”; it said: ${errors}`));
          else resolve(found);
        };
        waiting.add(check);
        check();
      }),
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};

/** Runs the host until it ends by itself. */
export const runHost = async (flags: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [entry, ...flags], {
    env: { PATH: process.env['PATH'], TZ: 'UTC', ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { exitCode, stdout, stderr };
};

/** What `--export` prints, as lines. */
export const exportLines = async (dataDirectory: string): Promise<readonly Line[]> => {
  const { stdout, stderr, exitCode } = await runHost(['--export', '--data-dir', dataDirectory]);
  if (exitCode !== 0) throw new Error(`--export failed: ${stderr}`);
  return stdout
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => {
      const line: unknown = JSON.parse(text);
      if (!isLine(line)) throw new Error(`not a line: ${text}`);
      return line;
    });
};

/** The strings in a field that holds a list of ids. */
export const idsIn = (line: Line, field: string): readonly string[] => {
  const value = line[field];
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
};
