import { join } from 'node:path';
import { type Benchmark, type Measured, median } from './figure.ts';
import {
  type Running,
  bareDesktopEntry,
  desktopEntry,
  electronPath,
  sleep,
  startPlain,
  startRedbooth,
} from './hosts.ts';
import { canReadMemory, privateMemory, processorTime, sleeps } from './process-memory.ts';

const starts = 7;
const rests = 3;
const settling = 8_000;
/** A tray that was just put up is drawn, and the history is looked through half a minute after the start. */
const idleSettling = 40_000;
const watched = 60_000;
const name = 'desktop app: start and memory';

const leftOut = (reason: string): readonly Measured[] => [{ name: 'the desktop app', leftOut: reason }];

/** The built desktop app beside the least app with a tray, on the same Electron: until tray and listener are there, and at rest. */
export const desktop: Benchmark = {
  name,
  run: async () => {
    const electron = electronPath();
    if (electron === null) return leftOut('there is no Electron here');
    if (process.platform === 'linux' && (process.env['DISPLAY'] ?? '') === '')
      return leftOut('there is no display here');
    const redbooth = await startRedbooth();
    const switches = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const startOurs = (...flags: readonly string[]): Running =>
      startPlain(
        electron,
        [...switches, desktopEntry, ...redbooth.flags, '--tunnel', 'off', ...flags],
        redbooth.environment,
      );
    const startBare = (...flags: readonly string[]): Running =>
      startPlain(electron, [...switches, bareDesktopEntry, ...flags], {
        BARE_DIRECTORY: join(redbooth.directory, 'bare'),
      });
    const untilReady = async (start: () => Running): Promise<number> => {
      const begun = performance.now();
      const running = start();
      await running.line('ready');
      const took = performance.now() - begun;
      await running.stop();
      // Its helpers end a moment later.
      await sleep(300);
      return took;
    };
    const atRest = async (start: () => Running): Promise<number> => {
      const running = start();
      await running.line('ready');
      await sleep(settling);
      const memory = privateMemory(running.pid);
      await running.stop();
      await sleep(300);
      return memory;
    };
    /** How often the main thread is woken each second, and its share of a processor, at rest. */
    const atWork = async (start: () => Running) => {
      const running = start();
      await running.line('ready');
      await sleep(idleSettling);
      const [wokenBefore, busyBefore] = [sleeps(running.pid), processorTime(running.pid)];
      await sleep(watched);
      const woken = sleeps(running.pid) - wokenBefore;
      const busy = processorTime(running.pid) - busyBefore;
      await running.stop();
      return { woken: woken / (watched / 1000), busy: (busy / watched) * 100 };
    };
    const inPairs = async (pairs: number, one: () => Promise<number>, other: () => Promise<number>) => {
      const ours: number[] = [];
      const bare: number[] = [];
      for (let pair = 0; pair < pairs; pair += 1) {
        bare.push(await other());
        ours.push(await one());
      }
      return {
        ours: median(ours),
        bare: median(bare),
        ratio: median(ours.map((value, pair) => value / (bare[pair] ?? Number.NaN))),
      };
    };
    const hidden = (): Running => startOurs('--hidden');
    const shown = (): Running => startOurs();
    try {
      await untilReady(hidden);
      await untilReady(() => startBare());
      const start = await inPairs(
        starts,
        () => untilReady(hidden),
        () => untilReady(() => startBare()),
      );
      const measured: Measured[] = [
        {
          name: 'start until tray and listener, ratio to a bare tray',
          value: start.ratio,
          unit: '',
          goal: { atMost: 1.25 },
          isTimed: true,
        },
        { name: 'start until tray and listener', value: start.ours, unit: 'ms' },
        { name: 'start of a bare tray', value: start.bare, unit: 'ms' },
      ];
      if (!canReadMemory()) return [...measured, { name: 'private memory', leftOut: 'only Linux tells it this way' }];
      const tray = await inPairs(
        rests,
        () => atRest(hidden),
        () => atRest(() => startBare()),
      );
      const window = await inPairs(
        rests,
        () => atRest(shown),
        () => atRest(() => startBare('--window')),
      );
      const [oursIdle, bareIdle] = await Promise.all([atWork(hidden), atWork(() => startBare())]);
      return [
        ...measured,
        {
          name: 'private memory without window, ratio to a bare tray',
          value: tray.ratio,
          unit: '',
          goal: { atMost: 1.25 },
        },
        { name: 'private memory without window', value: tray.ours, unit: 'MiB' },
        { name: 'private memory of a bare tray', value: tray.bare, unit: 'MiB' },
        {
          name: 'private memory with window, ratio to a bare window',
          value: window.ratio,
          unit: '',
          goal: { atMost: 1.35 },
        },
        { name: 'private memory with window', value: window.ours, unit: 'MiB' },
        { name: 'private memory of a bare window', value: window.bare, unit: 'MiB' },
        { name: 'main thread woken at rest', value: oursIdle.woken, unit: '/s' },
        { name: 'main thread of a bare tray woken at rest', value: bareIdle.woken, unit: '/s' },
        { name: 'processor of the main process at rest', value: oursIdle.busy, unit: '%' },
        { name: 'processor of a bare tray’s main process at rest', value: bareIdle.busy, unit: '%' },
      ];
    } finally {
      await redbooth.dispose();
    }
  },
};
