import { describe, expect, it } from 'vitest';
import { isMet } from '../bench/figure.ts';
import { plainTable } from '../bench/table.ts';
import { type Sample, judgeSoak } from './soak-verdict.ts';

const mebi = 2 ** 20;

const aSample = (part: Partial<Sample> = {}): Sample => ({
  sockets: 10,
  servers: 1,
  timers: 15,
  files: 38,
  memory: 30 * mebi,
  resident: 90 * mebi,
  database: mebi,
  rows: 1_000,
  recorded: 500,
  raised: 100,
  errors: 0,
  ...part,
});

/** Rests of which the nth is as `partOf(n)` says. */
const rests = (count: number, partOf: (index: number) => Partial<Sample> = () => ({})): readonly Sample[] =>
  Array.from({ length: count }, (_, index) => aSample(partOf(index)));

/** The names of the figures that miss their goal. */
const missed = (samples: readonly Sample[]): readonly string[] =>
  (judgeSoak(samples) ?? []).filter((figure) => isMet(figure) === false).map(({ name }) => name);

describe('a soak', () => {
  it('that holds the same at every rest is steady', () => {
    expect(missed(rests(20))).toEqual([]);
  });

  it.each<[string, (index: number) => Partial<Sample>]>([
    ['growth of sockets', (index) => ({ sockets: 10 + index })],
    ['growth of servers', (index) => ({ servers: 1 + Math.floor(index / 8) })],
    ['growth of timers', (index) => ({ timers: 15 + index })],
    ['growth of open files', (index) => ({ files: 38 + index })],
    ['growth of memory', (index) => ({ memory: (30 + index / 5) * mebi })],
    ['growth of the history file for each row kept', (index) => ({ database: mebi * (1 + index / 50) })],
  ])('finds %s', (name, partOf) => {
    expect(missed(rests(20, partOf))).toEqual([name]);
  });

  it.each<[string, (index: number) => Partial<Sample>]>([
    ['one timer more at a rest', (index) => ({ timers: index > 10 ? 16 : 15 })],
    [
      'a file that grows with what is kept in it',
      (index) => ({ database: mebi * (1 + index), rows: 1_000 * (1 + index) }),
    ],
    ['one rest that is out of the common', (index) => (index === 15 ? { sockets: 40, memory: 60 * mebi } : {})],
    ['what is held until all is warm', (index) => (index < 3 ? { sockets: 2, memory: 10 * mebi } : {})],
    ['what becomes less', (index) => ({ sockets: 40 - index, memory: (40 - index) * mebi })],
  ])('does not complain of %s', (_, partOf) => {
    expect(missed(rests(20, partOf))).toEqual([]);
  });

  it('in which nothing was recorded or told proves nothing', () => {
    expect(missed(rests(20, () => ({ recorded: 0, raised: 0 })))).toEqual(['changes recorded', 'notifications']);
  });

  it('of fewer than two rests for each half after the warm-up is not judged', () => {
    expect(judgeSoak(rests(6))).toBeNull();
    expect(judgeSoak(rests(7))).not.toBeNull();
  });

  it('whose figures are no numbers misses them', () => {
    expect(missed(rests(20, () => ({ memory: Number.NaN })))).toEqual(['growth of memory']);
  });

  it('is shown as a table with its verdicts', () => {
    const table = plainTable(judgeSoak(rests(20, (index) => ({ sockets: 10 + index }))) ?? [], false);
    expect(table).toMatch(/^ *growth of sockets +\d+ +≤ 0 +missed$/m);
    expect(table).toMatch(/^ *growth of timers +0 +≤ 1 +met$/m);
  });
});
