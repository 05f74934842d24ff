import { describe, expect, it } from 'vitest';
import { minutesUntilMorning } from '../../electron/contract/index.ts';

const at = (day: number, hours: number, minutes: number, seconds = 0): number =>
  new Date(2026, 10, day, hours, minutes, seconds).getTime();

describe('the next morning at 8', () => {
  it.each([
    ['in the afternoon is tomorrow', at(23, 17, 30), 14 * 60 + 30],
    ['before noon is tomorrow as well', at(23, 7, 0), 25 * 60],
    ['in the night is on the same day, to whoever is still awake', at(24, 1, 0), 7 * 60],
    ['late in the night is on the same day', at(25, 3, 59), 4 * 60 + 1],
    ['at the end of the night is tomorrow', at(25, 4, 0), 28 * 60],
    ['is in whole minutes, not before its time', at(25, 17, 29, 30), 14 * 60 + 31],
    ['may be in another year', new Date(2026, 11, 31, 20, 0).getTime(), 12 * 60],
  ])('%s', (_, now, minutes) => expect(minutesUntilMorning(now, 8, null)).toBe(minutes));

  it.each([
    ['Asia/Tokyo', '2026-11-23T12:00Z', 11 * 60],
    ['America/New_York', '2026-11-24T07:30Z', 5 * 60 + 30],
    ['Europe/Madrid', '2026-10-24T20:00Z', 11 * 60],
  ])('goes by the clocks of %s at %s', (zone, now, minutes) =>
    expect(minutesUntilMorning(Date.parse(now), 8, zone)).toBe(minutes),
  );
});
