import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuietHours, weekdays } from '../../../electron/contract/rules.ts';
import { beginsAt, endsAt, isQuiet } from '../../../electron/core/notify/quiet-hours.ts';

const everyDay = [...weekdays];
const nights: QuietHours = { days: everyDay, from: '22:00', to: '07:00' };
const fridayNight: QuietHours = { days: ['fri'], from: '22:00', to: '07:00' };
const lunch: QuietHours = { days: ['mon', 'tue'], from: '12:00', to: '13:30' };
const weekend: QuietHours = { days: ['sat', 'sun'], from: '00:00', to: '00:00' };

const at = (text: string): number => Date.parse(text);
const written = (moment: number | null): string | null =>
  moment === null ? null : `${new Date(moment).toISOString().slice(0, 16)}Z`;

// 2026-11-23 is a Monday.
describe('it becomes quiet', () => {
  it.each<[string, readonly QuietHours[], string, string | null]>([
    ['later today', [lunch], '2026-11-23T11:59:59.999Z', '2026-11-23T12:00Z'],
    ['the next time, when it is quiet already', [lunch], '2026-11-23T12:00Z', '2026-11-24T12:00Z'],
    ['next week', [lunch], '2026-11-24T13:00Z', '2026-11-30T12:00Z'],
    ['a week from now to the minute', [fridayNight], '2026-11-27T22:00Z', '2026-12-04T22:00Z'],
    ['at the soonest of several times', [fridayNight, lunch, weekend], '2026-11-25T12:00Z', '2026-11-27T22:00Z'],
  ])('%s', (_, quietHours, now, begin) => {
    expect(written(beginsAt(quietHours, at(now), null))).toBe(begin);
  });

  it('never without quiet hours', () => {
    expect(beginsAt([], at('2026-11-23T12:00Z'), null)).toBe(Number.POSITIVE_INFINITY);
  });
});

// 2026-11-23 is a Monday.
describe('it is quiet', () => {
  it.each<[string, readonly QuietHours[], string, string | null]>([
    ['never without quiet hours', [], '2026-11-23T12:00Z', null],
    ['from the first minute', [lunch], '2026-11-23T12:00Z', '2026-11-23T13:30Z'],
    ['not before', [lunch], '2026-11-23T11:59:59.999Z', null],
    ['until the last', [lunch], '2026-11-23T13:29:59.999Z', '2026-11-23T13:30Z'],
    ['not afterwards', [lunch], '2026-11-23T13:30Z', null],
    ['on these days only', [lunch], '2026-11-25T12:30Z', null],
    ['over night', [nights], '2026-11-23T23:00Z', '2026-11-24T07:00Z'],
    ['after midnight', [nights], '2026-11-24T03:00Z', '2026-11-24T07:00Z'],
    ['in the night that begins on Friday', [fridayNight], '2026-11-28T06:00Z', '2026-11-28T07:00Z'],
    ['not in the night that ends on Friday', [fridayNight], '2026-11-27T06:00Z', null],
    ['a whole day, and the next', [weekend], '2026-11-28T00:00Z', '2026-11-30T00:00Z'],
    [
      'through times that follow upon each other',
      [weekend, fridayNight, nights],
      '2026-11-27T22:00Z',
      '2026-11-30T07:00Z',
    ],
    [
      'through times that overlap',
      [lunch, { days: ['mon'], from: '13:00', to: '15:00' }],
      '2026-11-23T12:30Z',
      '2026-11-23T15:00Z',
    ],
  ])('%s', (_, quietHours, now, end) => {
    expect(written(endsAt(quietHours, at(now), null))).toBe(end);
    expect(isQuiet(quietHours, at(now), null)).toBe(end !== null);
  });

  it('for ever when no minute of the week is left out', () => {
    const always: QuietHours = { days: everyDay, from: '08:00', to: '08:00' };
    expect(endsAt([always], at('2026-11-23T12:00Z'), 'Europe/Berlin')).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    // Berlin’s clocks go from 2 to 3 on Sunday, 29 March, and from 3 to 2 on Sunday, 25 October.
    ['the night is an hour shorter', nights, '2026-03-28T22:00Z', '2026-03-29T05:00Z'],
    ['the night is an hour longer', nights, '2026-10-24T21:00Z', '2026-10-25T06:00Z'],
    [
      'a time that ends in the skipped hour ends as it is skipped',
      { ...nights, to: '02:30' },
      '2026-03-29T00:59Z',
      '2026-03-29T01:00Z',
    ],
    [
      'a time that begins in the skipped hour begins as it is skipped',
      { ...nights, from: '02:30', to: '04:00' },
      '2026-03-29T01:00Z',
      '2026-03-29T02:00Z',
    ],
    ['a time within the skipped hour is none', { ...nights, from: '02:10', to: '02:50' }, '2026-03-29T01:00Z', null],
    [
      'an hour that is shown twice begins it once',
      { ...nights, from: '02:30', to: '02:45' },
      '2026-10-25T00:30Z',
      '2026-10-25T00:45Z',
    ],
    ['and does not begin it again', { ...nights, from: '02:30', to: '02:45' }, '2026-10-25T01:35Z', null],
  ])('when clocks are changed: %s', (_, quietHours, now, end) => {
    expect(written(endsAt([quietHours], at(now), 'Europe/Berlin'))).toBe(end);
  });
});

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const someQuietHours = fc.array(fc.record({ days: fc.subarray(everyDay, { minLength: 1 }), from: times, to: times }), {
  minLength: 1,
  maxLength: 3,
});
const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });

describe('in any zone', () => {
  it('quiet lasts without a gap until its end, and not longer', () => {
    fc.assert(
      fc.property(
        someQuietHours,
        moments,
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 5 }),
        (quietHours, now, zone, shares) => {
          const end = endsAt(quietHours, now, zone);
          if (end === null || end === Number.POSITIVE_INFINITY) return;
          expect(end).toBeGreaterThan(now);
          expect(isQuiet(quietHours, end, zone)).toBe(false);
          for (const share of shares) expect(endsAt(quietHours, now + Math.floor(share * (end - now)), zone)).toBe(end);
        },
      ),
    );
  });

  it('that never changes its clocks, it is quiet when they show a time between the two', () => {
    const isQuietByTheClock = (quietHours: readonly QuietHours[], now: number, zone: string): boolean => {
      const [weekday = '', time = ''] = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
      })
        .format(now)
        .toLowerCase()
        .split(/,? /);
      const today = everyDay.findIndex((day) => day === weekday);
      const yesterday = everyDay[(today + 6) % 7];
      return quietHours.some(({ days, from, to }) => {
        const hasToday = days.some((day) => day === weekday);
        const hasYesterday = days.some((day) => day === yesterday);
        if (from < to) return hasToday && time >= from && time < to;
        return (hasToday && time >= from) || (hasYesterday && time < to);
      });
    };
    fc.assert(
      fc.property(
        someQuietHours,
        moments,
        fc.constantFrom('Asia/Kolkata', 'Asia/Kathmandu', 'Etc/GMT+12', 'Pacific/Kiritimati', 'UTC'),
        (quietHours, now, zone) => {
          expect(isQuiet(quietHours, now, zone)).toBe(isQuietByTheClock(quietHours, now, zone));
        },
      ),
      { numRuns: 300 },
    );
  });
});
