const firstCeiling = 1000;
const lastCeiling = 30_000;
const floor = 250;

/**
 * How long to wait before the next try, in ms, after so many failures in a row: anything up to 1, 2, 4 … 30 s (full
 * jitter, so that clients of a relay that restarted do not come back all at once), but never nothing.
 */
export const backoff = (failures: number, random: () => number): number => {
  const ceiling = Math.min(lastCeiling, firstCeiling * 2 ** Math.max(0, failures - 1));
  return floor + random() * (ceiling - floor);
};
