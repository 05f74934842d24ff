import { createLocalTime, dayAfter } from './local-time.ts';

/** At this hour of the next morning a pause until then is over. */
export const pauseMorning = 8;

/** Who is still up before this hour has not been to bed: their next morning is on the same day. */
const nightEnds = 4;

/** The whole minutes from `now` (ms since 1970) until `hour` of the next morning, by the clocks of a zone (IANA; null: the machine’s own). */
export const minutesUntilMorning = (now: number, hour: number, zone: string | null): number => {
  const { dayAt, momentOf } = createLocalTime(zone);
  const today = dayAt(now);
  const isNight = now < momentOf(today, nightEnds * 60);
  const next = momentOf(isNight ? today : dayAfter(today), hour * 60);
  return Math.ceil((next - now) / 60_000);
};
