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
import { canReadMemory, privateMemory } from './process-memory.ts';

const starts = 7;
const rests = 3;
const settling = 8_000;
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
      ];
    } finally {
      await redbooth.dispose();
    }
  },
};
