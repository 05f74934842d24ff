/** At this hour of the next morning a pause until then is over. */
export const pauseMorning = 8;

/** Who is still up before this hour has not been to bed: their next morning is on the same day. */
const nightEnds = 4;

/** The whole minutes from `now` (ms since 1970) until `hour` of the next morning, by the machine’s own time. */
export const minutesUntilMorning = (now: number, hour: number): number => {
  const date = new Date(now);
  const days = date.getHours() < nightEnds ? 0 : 1;
  const next = new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour);
  return Math.ceil((next.getTime() - now) / 60_000);
};
