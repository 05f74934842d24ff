import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { percentile } from '../bench/figure.ts';
import { goodHook } from './good-hook.ts';
import { postOnce } from './wire.ts';

const portSchema = v.object({ port: v.number() });
const stateSchema = v.object({
  memory: v.number(),
  peak: v.number(),
  hooks: v.number(),
  oddHooks: v.number(),
  /** In ms, since it was last asked. */
  longestTurn: v.number(),
  longestWork: v.number(),
  logged: v.array(v.string()),
});
type State = v.InferOutput<typeof stateSchema>;

const nextMessageOf = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code, signal) => reject(new Error(`a process ended: ${code ?? signal}`)));
  });

const forkOwn = (file: string, given: string): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), [given], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

/** A listener in a process of its own, and in another somebody who posts good hooks to it all the time. */
export type ListenerWorld = {
  readonly port: number;
  /** What is wrong at the end. `expected` is how many hooks the cases brought in; null when nobody counted. */
  finish(
    expected: number | null,
  ): Promise<{ readonly complaints: readonly string[]; readonly figures: readonly string[] }>;
  dispose(): Promise<void>;
};

/** What good-hooks.ts answers. */
const probedSchema = v.object({
  delays: v.array(v.number()),
  lateness: v.array(v.number()),
  failures: v.array(v.string()),
});

/** Only to catch what hangs: what is really taken is among the figures. */
const hangs = 10_000;
const growth = 24 * 2 ** 20;

const milliseconds = (values: readonly number[]): string =>
  `p50 ${percentile(values, 0.5).toFixed(1)} ms, p99 ${percentile(values, 0.99).toFixed(1)} ms, longest ${Math.max(0, ...values).toFixed(1)} ms`;
const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

export const startListenerWorld = async (): Promise<ListenerWorld> => {
  const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-fuzz-'));
  const child = forkOwn('listener-process.ts', join(directory, 'history.sqlite'));
  const end: { crash: string | null } = { crash: null };
  const ended = new Promise<void>((resolve) =>
    child.once('exit', (code, signal) => {
      end.crash = `the listener’s process ended: ${code ?? signal}`;
      resolve();
    }),
  );
  const nextMessage = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      void ended.then(() => reject(new Error(end.crash ?? '')));
    });
  const state = (): Promise<State> => {
    const told = nextMessage();
    child.send('how are you');
    return told.then((message) => v.parse(stateSchema, message));
  };
  const { port } = v.parse(portSchema, await nextMessage());

  // What is made once at the first requests is no growth.
  for (let id = 1; id <= 200; id += 1) await postOnce(port, goodHook(id), hangs);
  const before = await state();
  const prober = forkOwn('good-hooks.ts', String(port));
  const proberEnded = new Promise<void>((resolve) => prober.once('exit', () => resolve()));

  return {
    port,
    finish: async (expected) => {
      if (end.crash !== null) return { complaints: [end.crash], figures: [] };
      const told = nextMessageOf(prober);
      prober.send('that is all');
      const { delays, lateness, failures } = v.parse(probedSchema, await told);
      const after = await state();
      const taken = after.hooks - before.hooks - delays.length;
      const complaints = [
        ...failures,
        ...(after.oddHooks === 0 ? [] : [`${after.oddHooks} hooks with an id that is none`]),
        ...(expected === null || expected === taken ? [] : [`${taken} hooks were stored and not ${expected}`]),
        ...(after.memory - before.memory < growth ? [] : [`memory grew by ${mebibytes(after.memory - before.memory)}`]),
        ...after.logged.map((line) => `it logged: ${line}`),
      ];
      return {
        complaints,
        figures: [
          `good hooks ${delays.length}, of them ${delays.filter((delay) => delay > 100).length} slower than 100 ms: ${milliseconds(delays)}`,
          `timers of the process that posted them were late by: ${milliseconds(lateness)}`,
          `the listener’s longest turn ${after.longestTurn.toFixed(1)} ms, the busiest ${after.longestWork.toFixed(1)} ms of processor time`,
          `heap and buffers ${mebibytes(before.memory)} before, ${mebibytes(after.memory)} after; resident at most ${mebibytes(after.peak)}`,
        ],
      };
    },
    dispose: async () => {
      if (prober.connected) prober.disconnect();
      await proberEnded;
      if (child.connected) child.disconnect();
      await ended;
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
