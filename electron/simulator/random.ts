/** A repeatable source of chance: the same seed gives the same sequence on every machine. */
export type Random = {
  /** At least 0 and below 1. */
  fraction(): number;
  /** A whole number from `lowest` to `highest`, both possible. */
  between(lowest: number, highest: number): number;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
  /** One of `items`; undefined only when there are none. */
  pick<Item>(items: readonly Item[]): Item | undefined;
  /** The same items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[];
};

/** Mulberry32: 32 bits of state, which is plenty for a pretend team, and never for a secret. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (lowest: number, highest: number): number => lowest + Math.floor(fraction() * (highest - lowest + 1));
  return {
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    pick: (items) => items[between(0, items.length - 1)],
    shuffled: (items) =>
      items
        .map((item) => ({ item, order: fraction() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item),
  };
};
