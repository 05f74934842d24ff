import { describe, expect, it } from 'vitest';
import { minutesUntilMorning } from '../../../renderer/state/morning.ts';

const at = (hours: number, minutes: number, seconds = 0): number =>
  new Date(2026, 10, 25, hours, minutes, seconds).getTime();

describe('the next morning at 8', () => {
  it.each([
    ['in the afternoon is tomorrow', at(17, 30), 14 * 60 + 30],
    ['before noon is tomorrow as well', at(7, 0), 25 * 60],
    ['late in the night is on the same day', at(3, 59), 4 * 60 + 1],
    ['at the end of the night is tomorrow', at(4, 0), 28 * 60],
    ['is in whole minutes, not before its time', at(17, 29, 30), 14 * 60 + 31],
  ])('%s', (_, now, minutes) => expect(minutesUntilMorning(now, 8)).toBe(minutes));
});
