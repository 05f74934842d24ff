import { type Figure, median } from '../bench/figure.ts';
import type { Held } from './soak-wire.ts';

/** What was held at a rest, and how much had been done by then. */
export type Sample = Held & { readonly recorded: number; readonly raised: number; readonly errors: number };

/** Until code is compiled, caches are full and old changes begin to go. */
const warmUp = 3;
const mebi = 2 ** 20;

/** What is too few to be compared gives null: two rests for each half after the warm-up. */
export const judgeSoak = (samples: readonly Sample[]): readonly Figure[] | null => {
  const settled = samples.slice(warmUp);
  const half = Math.floor(settled.length / 2);
  if (half < 2) return null;
  const earlier = settled.slice(0, half);
  const later = settled.slice(-half);
  const growth = (pick: (sample: Sample) => number): number => median(later.map(pick)) - median(earlier.map(pick));
  const level = (pick: (sample: Sample) => number): number => median(earlier.map(pick));
  const sizeOfRow = ({ database, rows }: Sample): number => database / rows;
  const last = settled.at(-1);
  return [
    { name: 'changes recorded', value: last?.recorded ?? 0, unit: '', goal: { atLeast: 1 } },
    { name: 'notifications', value: last?.raised ?? 0, unit: '', goal: { atLeast: 1 } },
    { name: 'errors told meanwhile', value: last?.errors ?? 0, unit: '' },
    { name: 'rests', value: samples.length, unit: '' },
    { name: 'growth of sockets', value: growth(({ sockets }) => sockets), unit: '', goal: { atMost: 0 } },
    { name: 'growth of servers', value: growth(({ servers }) => servers), unit: '', goal: { atMost: 0 } },
    // One may happen to be under way at a rest.
    { name: 'growth of timers', value: growth(({ timers }) => timers), unit: '', goal: { atMost: 1 } },
    { name: 'growth of open files', value: growth(({ files }) => files), unit: '', goal: { atMost: 0 } },
    { name: 'growth of memory', value: growth(({ memory }) => memory) / mebi, unit: 'MiB', goal: { atMost: 1 } },
    { name: 'memory', value: level(({ memory }) => memory) / mebi, unit: 'MiB' },
    { name: 'growth of resident memory', value: growth(({ resident }) => resident) / mebi, unit: 'MiB' },
    { name: 'growth of the history file', value: growth(({ database }) => database) / mebi, unit: 'MiB' },
    {
      name: 'growth of the history file for each row kept',
      value: (growth(sizeOfRow) / level(sizeOfRow)) * 100,
      unit: '%',
      goal: { atMost: 10 },
    },
    { name: 'history file', value: level(({ database }) => database) / mebi, unit: 'MiB' },
  ];
};
