const firstCeiling = 1000;
const lastCeiling = 30_000;
const floor = 250;
// Doubling would soon outgrow short outages: after one of 10 s the tunnel is to be back within 5 s.
const growth = 1.4;

/**
 * How long to wait before the next try, in ms, after so many failures in a row: anything up to 1, 1.4, 2 … 30 s
 * (full jitter, so that clients of a relay that restarted do not come back all at once), but never nothing.
 */
export const backoff = (failures: number, random: () => number): number => {
  const ceiling = Math.min(lastCeiling, firstCeiling * growth ** Math.max(0, failures - 1));
  return Math.round(floor + random() * (ceiling - floor));
};
