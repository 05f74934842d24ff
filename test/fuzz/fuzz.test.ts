import { expect, test } from 'vitest';
import { casesOf, targets } from './fuzz.ts';

const cases = 20_000;
const seed = 20_140_701;

test('The parts of all targets make a whole', () => {
  expect(targets.reduce((sum, { share }) => sum + share, 0)).toBe(100);
});

test.each(targets.map((target) => [target.name, target] as const))(
  'Hostile input leaves it standing: %s',
  { timeout: 120_000 },
  async (_name, target) => {
    expect((await target.run(casesOf(target, cases), seed)).complaints).toEqual([]);
  },
);
