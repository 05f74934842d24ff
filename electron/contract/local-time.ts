const minute = 60_000;
const dayLength = 86_400_000;
/** Further from UTC than any zone has ever been. */
const beyondAnyOffset = 26 * 3_600_000;

/** Days (YYYY-MM-DD) and times of day as the clocks of one time zone show them. Moments are ms since 1970. */
export type LocalTime = {
  readonly dayAt: (moment: number) => string;
  /**
   * The first moment at which clocks show this time (minutes after midnight) of this day. Where they are put forward over
   * it, the moment at which that happens; where they are put back and show it twice, the first of the two.
   */
  readonly momentOf: (day: string, minuteOfDay: number) => number;
};

/** What the clocks show, written as the moment at which UTC's clocks show it. */
type Wall = (moment: number) => number;

// Date follows the machine also when its zone changes while the app runs.
const machineWall: Wall = (moment) => moment - new Date(moment).getTimezoneOffset() * minute;

/** By zone: a format costs far more to make than to use. */
const walls = new Map<string, Wall>();
/** Since then no clock has been put forward or back but at a whole minute of UTC (tzdata: Monrovia was the last). */
const wholeMinutesSince = Date.UTC(1973, 0, 1);

const wallOf = (zone: string): Wall => {
  const known = walls.get(zone) ?? inMinutes(createWall(zone));
  walls.set(zone, known);
  return known;
};

const mostKept = 100;

/** The same, asking but once for moments of the same minute, as the rows of a page have many. */
const inMinutes = (wall: Wall): Wall => {
  const shownAt = new Map<number, number>();
  return (moment) => {
    if (!(moment >= wholeMinutesSince)) return wall(moment);
    const start = Math.floor(moment / minute) * minute;
    const shown = shownAt.get(start) ?? wall(start);
    if (shownAt.size >= mostKept) shownAt.clear();
    shownAt.set(start, shown);
    return shown + (moment - start);
  };
};

const createWall = (zone: string): Wall => {
  const format = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return shown + (((moment % 1_000) + 1_000) % 1_000);
  };
};

/** The day's midnight by UTC. */
export const startOf = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
};

const written = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The day so many days after another, both YYYY-MM-DD. */
export const dayAfter = (day: string, days = 1): string => written(startOf(day) + days * dayLength);

/** How many days `to` is after `from`; negative when it is before. */
export const daysBetween = (from: string, to: string): number => (startOf(to) - startOf(from)) / dayLength;

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: string): number => (new Date(startOf(day)).getUTCDay() + 6) % 7;

/** The time of a zone (IANA); null for the machine's own. Throws on a zone that is none. */
export const createLocalTime = (zone: string | null): LocalTime => {
  const wall = zone === null ? machineWall : wallOf(zone);

  const firstMomentShowing = (shown: number): number => {
    let before = shown - beyondAnyOffset;
    let after = shown + beyondAnyOffset;
    const offsets = [before, after].map((moment) => wall(moment) - moment);
    const exact = offsets.map((offset) => shown - offset).filter((moment) => wall(moment) === shown);
    if (exact.length > 0) return Math.min(...exact);
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (wall(middle) < shown) before = middle;
      else after = middle;
    }
    return after;
  };

  return {
    dayAt: (moment) => written(wall(moment)),
    momentOf: (day, minuteOfDay) => firstMomentShowing(startOf(day) + minuteOfDay * minute),
  };
};
