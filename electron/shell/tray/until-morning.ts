/** Who is still up before this hour has not been to bed: their next morning is on the same day. */
const nightEnds = 4;
const morning = 8;

/** The whole minutes from `now` (ms) until 8 o’clock of the next morning, by the machine’s own time. */
export const minutesUntilMorning = (now: number): number => {
  const date = new Date(now);
  const days = date.getHours() < nightEnds ? 0 : 1;
  const next = new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, morning);
  return Math.ceil((next.getTime() - now) / 60_000);
};
