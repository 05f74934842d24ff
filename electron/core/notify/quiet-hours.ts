import { type QuietHours, weekdays } from '../../contract/rules.ts';
import { type LocalTime, createLocalTime, dayAfter, weekdayOf } from '../../contract/local-time.ts';

type Span = { readonly from: number; readonly to: number };

const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Days from today on: the times that may have begun and not be over, with one day more for a day that a zone leaves out. */
const aroundNow = [-2, -1, 0];
const comingWeek = [0, 1, 2, 3, 4, 5, 6, 7];

const spansOn = (
  distances: readonly number[],
  quietHours: readonly QuietHours[],
  now: number,
  time: LocalTime,
): readonly Span[] => {
  const today = time.dayAt(now);
  return quietHours.flatMap(({ days, from, to }) =>
    distances.flatMap((distance) => {
      const day = dayAfter(today, distance);
      if (!days.some((name) => weekdays.indexOf(name) === weekdayOf(day))) return [];
      const lastDay = minuteOf(to) > minuteOf(from) ? day : dayAfter(day);
      return [{ from: time.momentOf(day, minuteOf(from)), to: time.momentOf(lastDay, minuteOf(to)) }];
    }),
  );
};

/** A week and a day without a gap: there is none. */
const longest = 8 * 86_400_000;

/**
 * When the quiet that reigns at `now` (ms since 1970) is over, times that follow upon each other taken together; null when
 * it is not quiet. Infinity when there is no end. `zone` as in `createLocalTime`. A time runs from the first moment at which
 * the clocks show `from` to the first at which they show `to`: clocks that are put back do not begin or end it twice.
 */
export const endsAt = (quietHours: readonly QuietHours[], now: number, zone: string | null): number | null => {
  if (quietHours.length === 0) return null;
  const time = createLocalTime(zone);
  let end = now;
  for (;;) {
    const reached = end;
    for (const { from, to } of spansOn(aroundNow, quietHours, reached, time)) if (from <= reached && to > end) end = to;
    if (end === reached) return end === now ? null : end;
    if (end - now > longest) return Number.POSITIVE_INFINITY;
  }
};

/** Whether nothing is to be shown at `now` (ms since 1970). */
export const isQuiet = (quietHours: readonly QuietHours[], now: number, zone: string | null): boolean =>
  endsAt(quietHours, now, zone) !== null;

/** When it is quiet for the next time (ms since 1970), however quiet it is at `now`; Infinity for never. */
export const beginsAt = (quietHours: readonly QuietHours[], now: number, zone: string | null): number => {
  if (quietHours.length === 0) return Number.POSITIVE_INFINITY;
  const spans = spansOn(comingWeek, quietHours, now, createLocalTime(zone));
  return Math.min(Number.POSITIVE_INFINITY, ...spans.map(({ from }) => from).filter((from) => from > now));
};
