import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { type WireTalk, postOnce } from './wire.ts';

/** The path of the only hook URL there is. */
export const hookPath = `/${Buffer.alloc(32, 7).toString('base64url')}`;

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

/** A listener in a process of its own, and somebody who posts good hooks to it all the time. */
export type ListenerWorld = {
  readonly port: number;
  /** What is wrong at the end. `expected` is how many hooks the cases brought in; null when nobody counted. */
  finish(
    expected: number | null,
  ): Promise<{ readonly complaints: readonly string[]; readonly figures: readonly string[] }>;
  dispose(): Promise<void>;
};

const probeInterval = 20;
/** Only to catch what hangs: what is really taken is among the figures. */
const hangs = 10_000;
const growth = 24 * 2 ** 20;

const goodHook = (id: number): Buffer => {
  const body = JSON.stringify({ type: 'task', id, url: `https://redbooth.com/api/3/tasks/${id}`, action: 'update' });
  return Buffer.from(`POST ${hookPath} HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
};

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

export const startListenerWorld = async (): Promise<ListenerWorld> => {
  const directory = mkdtempSync(join(tmpdir(), 'redbooth-notifier-fuzz-'));
  const child = fork(
    fileURLToPath(new URL('listener-process.ts', import.meta.url)),
    [join(directory, 'history.sqlite')],
    {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
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

  const delays: number[] = [];
  const failures: string[] = [];
  const probing = { goesOn: true };
  const probe = async (): Promise<void> => {
    while (probing.goesOn && end.crash === null) {
      const began = performance.now();
      const talk: WireTalk = await postOnce(port, goodHook(delays.length + 1), hangs);
      if (talk.statuses.join() === '200') delays.push(performance.now() - began);
      else failures.push(`a good hook was not served: ${talk.ending} ${talk.text.slice(0, 80)}`);
      await new Promise((resolve) => setTimeout(resolve, probeInterval));
    }
  };
  // What is made once at the first requests is no growth.
  for (let id = 1; id <= 200; id += 1) await postOnce(port, goodHook(id), hangs);
  const before = await state();
  const probed = probe();

  return {
    port,
    finish: async (expected) => {
      probing.goesOn = false;
      await probed;
      if (end.crash !== null) return { complaints: [end.crash, ...failures.slice(0, 3)], figures: [] };
      const after = await state();
      const sorted = [...delays].sort((a, b) => a - b);
      const at = (part: number): string =>
        `${(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1)} ms`;
      const taken = after.hooks - before.hooks - delays.length;
      const complaints = [
        ...failures.slice(0, 3),
        ...(after.oddHooks === 0 ? [] : [`${after.oddHooks} hooks with an id that is none`]),
        ...(expected === null || expected === taken ? [] : [`${taken} hooks were stored and not ${expected}`]),
        ...(after.memory - before.memory < growth ? [] : [`memory grew by ${mebibytes(after.memory - before.memory)}`]),
        ...after.logged.map((line) => `it logged: ${line}`),
      ];
      return {
        complaints,
        figures: [
          `good hooks ${sorted.length}: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}; the listener’s longest turn ${after.longestTurn.toFixed(1)} ms, the busiest ${after.longestWork.toFixed(1)} ms of processor time`,
          `heap and buffers ${mebibytes(before.memory)} before, ${mebibytes(after.memory)} after; resident at most ${mebibytes(after.peak)}`,
        ],
      };
    },
    dispose: async () => {
      probing.goesOn = false;
      if (child.connected) child.disconnect();
      await ended;
      await probed;
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
