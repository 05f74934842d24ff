import type { Random } from './random.ts';

/** One thing to be done at a moment (ms). Those of one burst are done to one task, if it is still there. */
export type Slot = { readonly at: number; readonly burst: number };

const hour = 3_600_000;
const day = 24 * hour;
/** How busy each hour of a day is (UTC): quiet nights, a break at noon, a few in the evening. */
const hours = [0, 0, 0, 0, 0, 1, 2, 6, 14, 18, 17, 14, 8, 14, 17, 16, 12, 7, 3, 2, 2, 1, 1, 0];
const weekend = 0.12;

const weighted = (random: Random, weights: readonly number[]): number => {
  let left = random.fraction() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return weights.length - 1;
};

/** Within a minute, sometimes within the same second. */
const gap = (random: Random): number => {
  const kind = random.fraction();
  if (kind < 0.25) return random.between(0, 900);
  return kind < 0.8 ? random.between(1_000, 15_000) : random.between(15_000, 60_000);
};

/** When a team of twelve is at work in so many days from `start` (ms): `actions` slots in order of time, some of them in bursts. */
export const createSchedule = (options: {
  readonly random: Random;
  readonly start: number;
  readonly days: number;
  readonly actions: number;
}): readonly Slot[] => {
  const { random, start, days, actions } = options;
  const dayWeights = Array.from({ length: days }, (_, index) =>
    [0, 6].includes(new Date(start + index * day).getUTCDay()) ? weekend : 1,
  );
  const firstMidnight = start - (start % day);
  const end = start + days * day;
  const slots: Slot[] = [];
  for (let burst = 0; slots.length < actions; burst += 1) {
    const chosen = firstMidnight + weighted(random, dayWeights) * day + weighted(random, hours) * hour;
    let at = Math.max(start, chosen) + random.between(0, hour - 1);
    const length = random.chance(0.6) ? 1 : random.between(2, 7);
    for (let index = 0; index < length && slots.length < actions; index += 1) {
      slots.push({ at: Math.min(at, end - 1), burst });
      at += gap(random);
    }
  }
  return slots.sort((a, b) => a.at - b.at || a.burst - b.burst);
};
