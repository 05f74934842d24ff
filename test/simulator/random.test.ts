import { describe, expect, it } from 'vitest';
import { createRandom } from '../../electron/simulator/random.ts';

const draw = (seed: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: 50 }, () => random.between(1, 1000));
};

describe('random', () => {
  it('repeats with the same seed', () => expect(draw(42)).toEqual(draw(42)));
  it('differs with another seed', () => expect(draw(42)).not.toEqual(draw(43)));
  it('is mulberry32, so that a seed means the same in every version', () => {
    const random = createRandom(1);
    expect([random.fraction(), random.fraction()]).toEqual([0.6270739405881613, 0.002735721180215478]);
  });
  it('reaches both ends of a range and nothing outside', () => {
    const random = createRandom(3);
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(2, 4)));
    expect(drawn).toEqual(new Set([2, 3, 4]));
  });
  it('shuffles without losing anything', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const shuffled = createRandom(5).shuffled(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort()).toEqual(items);
  });
  it('picks nothing from nothing', () => expect(createRandom(1).pick([])).toBeUndefined());
});
