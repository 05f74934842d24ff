import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalTime, dayAfter, daysBetween, weekdayOf } from '../../electron/contract/local-time.ts';

const minute = 60_000;
const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const moments = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });

/** What clocks show, by other means: `2026-11-23 09:00`. */
const shownBy = (zone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (moment: number): string => format.format(moment);
};
const timeOf = (minuteOfDay: number): string =>
  `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;

describe('the day', () => {
  it('is the one that the clocks of any zone show', () => {
    fc.assert(
      fc.property(zones, moments, (zone, moment) => {
        expect(createLocalTime(zone).dayAt(moment)).toBe(shownBy(zone)(moment).slice(0, 10));
      }),
    );
  });

  it.each([
    ['Pacific/Kiritimati', '2026-11-23T10:00Z', '2026-11-24'],
    ['Pacific/Pago_Pago', '2026-11-23T10:59Z', '2026-11-22'],
    ['Asia/Kathmandu', '2026-11-23T18:14:59.999Z', '2026-11-23'],
    ['Asia/Kathmandu', '2026-11-23T18:15Z', '2026-11-24'],
  ])('in %s at %s is %s', (zone, moment, day) => {
    expect(createLocalTime(zone).dayAt(Date.parse(moment))).toBe(day);
  });
});

describe('the moment of a time of day', () => {
  it('in any zone is the first at which the clocks show it, or have been put forward over it', () => {
    fc.assert(
      fc.property(zones, moments, fc.integer({ min: 0, max: 1439 }), (zone, near, minuteOfDay) => {
        const shown = shownBy(zone);
        const day = shown(near).slice(0, 10);
        const wanted = `${day} ${timeOf(minuteOfDay)}`;
        const moment = createLocalTime(zone).momentOf(day, minuteOfDay);
        expect(shown(moment) >= wanted).toBe(true);
        for (let before = 1; before <= 200; before += 7) expect(shown(moment - before * minute) < wanted).toBe(true);
        expect(shown(moment - 1) < wanted).toBe(true);
        const isNeverShown = shown(moment) > wanted;
        if (isNeverShown)
          for (let after = 1; after <= 200; after += 7) expect(shown(moment + after * minute) > wanted).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['Europe/Berlin', '2026-11-23', 540, '2026-11-23T08:00Z'],
    ['Asia/Kolkata', '2026-11-23', 540, '2026-11-23T03:30Z'],
    // Put forward over it, and put back so that it is shown twice; by half an hour only on Lord Howe.
    ['Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:00Z'],
    ['Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30Z'],
    ['Australia/Lord_Howe', '2026-10-04', 135, '2026-10-03T15:30Z'],
    ['Australia/Lord_Howe', '2026-04-05', 105, '2026-04-04T14:45Z'],
    // A day that begins at one o’clock, and a day that never was.
    ['Africa/Cairo', '2026-04-24', 0, '2026-04-23T22:00Z'],
    ['Pacific/Apia', '2011-12-30', 540, '2011-12-30T10:00Z'],
  ])('in %s on %s, minute %i, is %s', (zone, day, minuteOfDay, moment) => {
    expect(new Date(createLocalTime(zone).momentOf(day, minuteOfDay))).toEqual(new Date(moment));
  });
});

describe('without a zone', () => {
  it.each(['Asia/Kolkata', 'Europe/Berlin', 'Pacific/Apia'])('it is the machine’s own: %s', (zone) => {
    const module = new URL('../../electron/contract/local-time.ts', import.meta.url).href;
    const code = `
      const { createLocalTime } = await import(${JSON.stringify(module)});
      const [own, named] = [createLocalTime(null), createLocalTime(process.env.TZ)];
      const results = [own, named].map((time) => {
        const found = [];
        for (let moment = Date.UTC(2011, 11, 25); moment < Date.UTC(2012, 11, 31); moment += 10_799_999)
          found.push(time.dayAt(moment), time.momentOf(time.dayAt(moment), 150));
        return found.join();
      });
      process.stdout.write(String(results[0] === results[1]));
    `;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(said).toBe('true');
  });
});

describe('days', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i more is %s', (day, days, other) => {
    expect(dayAfter(day, days)).toBe(other);
    expect(daysBetween(day, other)).toBe(days);
  });

  it('begin their week on Monday', () => {
    expect(['2026-11-23', '2026-11-24', '2026-11-28', '2026-11-29'].map(weekdayOf)).toEqual([0, 1, 5, 6]);
  });
});
