const day = 24 * 3_600_000;

/** Whether what was last begun at `last` is due again at `now`: a day later, or when the clock was set back. Both in ms. */
export const isDaily = (last: number, now: number): boolean => now - last >= day || last > now;
