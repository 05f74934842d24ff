/** Loaded into a Node process before its program (`node --import`): watches its main thread and its timers, and tells its parent. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as v from 'valibot';
import { type Probed, probeRequestSchema } from './probe-wire.ts';

const resolution = 5;
const delays = monitorEventLoopDelay({ resolution });
const timers = new Map<number, number>();
let beganAt = performance.now();
let busyBefore = process.cpuUsage();
let longestWork = 0;
let stopWatching = (): void => undefined;

/** Between two of these ticks the main thread worked at a stretch: it got to no timer. */
const watchWork = (): (() => void) => {
  let before = process.threadCpuUsage();
  const ticking = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    longestWork = Math.max(longestWork, (user + system) / 1000);
  }, resolution);
  ticking.unref();
  return () => clearInterval(ticking);
};

const wentOff = (delay: unknown): void => {
  const key = typeof delay === 'number' ? Math.max(1, Math.round(delay)) : 1;
  timers.set(key, (timers.get(key) ?? 0) + 1);
};
const watched = <Timer extends typeof setTimeout | typeof setInterval>(original: Timer): Timer =>
  new Proxy(original, {
    apply: (target, self, [task, delay, ...rest]: unknown[]) =>
      Reflect.apply(target, self, [
        typeof task === 'function'
          ? (...given: readonly unknown[]): unknown => {
              wentOff(delay);
              return Reflect.apply(task, undefined, given);
            }
          : task,
        delay,
        ...rest,
      ]),
  });
globalThis.setTimeout = watched(setTimeout);
globalThis.setInterval = watched(setInterval);

const measured = (): Probed => {
  const { user, system } = process.cpuUsage(busyBefore);
  return {
    longestDelay: Math.max(0, delays.max / 1e6 - resolution),
    longestWork,
    timers: [...timers].map(([delay, times]) => ({ delay, times })),
    elapsed: performance.now() - beganAt,
    busy: (user + system) / 1000,
  };
};

process.on('message', (message) => {
  const request = v.parse(probeRequestSchema, message);
  if (request === 'tell') {
    process.send?.(measured());
    return;
  }
  timers.clear();
  delays.reset();
  longestWork = 0;
  stopWatching();
  if (request === 'begin-delays') {
    delays.enable();
    stopWatching = watchWork();
  } else delays.disable();
  beganAt = performance.now();
  busyBefore = process.cpuUsage();
  process.send?.(measured());
});
process.channel?.unref();
