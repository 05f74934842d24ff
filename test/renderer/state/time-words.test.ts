import { describe, expect, it } from 'vitest';
import { endWords, exactTime, preciseTime, rowTime, timeAgo, untilWords } from '../../../renderer/state/time-words.ts';
import { inEnglish, inSpanish } from '../harness/sample-speech.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const now = new Date(2026, 10, 25, 17, 30).getTime();

describe('the time of a row', () => {
  it.each([
    ['now', -20 * second],
    ['now', 59 * second],
    ['1 min', minute],
    ['59 min', hour - 1],
    ['1 h', hour],
    ['17 h', 17 * hour],
    ['23:29', 18 * hour + minute],
    ['17:20', day + 10 * minute],
  ])('is “%s”', (words, age) => expect(rowTime(now - age, now, inEnglish)).toBe(words));

  it('counts minutes across midnight, under the heading of yesterday', () => {
    const midnight = new Date(2026, 10, 25, 0, 10).getTime();
    expect(rowTime(midnight - 20 * minute, midnight, inEnglish)).toBe('20 min');
  });

  it('writes the time of day as the system of the user does', () => {
    expect(rowTime(now - day, now, { ...inEnglish, locale: 'en-US' }).replace(/\s/u, ' ')).toBe('5:30 PM');
  });
});

describe('how long ago', () => {
  it.each([
    ['just now', -minute],
    ['just now', 4 * second],
    ['20 s ago', 20 * second],
    ['2 min ago', 2 * minute + 59 * second],
    ['3 h ago', 3 * hour],
    ['1 day ago', 47 * hour],
    ['2 days ago', 2 * day],
  ])('is “%s”', (words, age) => expect(timeAgo(now - age, now, inEnglish)).toBe(words));
});

it('says the whole date for whoever wants it', () => {
  expect(exactTime(now, inEnglish)).toMatch(/^Wednesday,? 25 November 2026, 17:30$/);
});

describe('until when', () => {
  it.each([
    ['18:30 today', hour],
    ['23:59 today', 6 * hour + 29 * minute],
    ['tomorrow, 0:00', 6 * hour + 30 * minute],
    ['tomorrow, 17:30', day],
    ['27 Nov', 2 * day],
    ['30 Nov', 5 * day],
  ])('is “%s”', (words, ahead) => expect(untilWords(now + ahead, now, inEnglish)).toBe(words));
});

describe('until when, in a pill', () => {
  it.each([
    ['18:30', hour],
    ['tomorrow, 17:30', day],
    ['30 Nov', 5 * day],
  ])('is “%s”', (words, ahead) => expect(endWords(now + ahead, now, inEnglish)).toBe(words));
});

describe('a time to the second', () => {
  it.each([
    ['17:29:48', 12 * second],
    ['00:00:00', 17 * hour + 30 * minute],
    ['24 Nov, 23:59:59', 17 * hour + 30 * minute + second],
  ])('is “%s”', (words, age) => expect(preciseTime(now - age, now, inEnglish)).toBe(words));
});

describe('in Spanish', () => {
  it.each([
    ['ahora mismo', 0],
    ['hace 20 s', 20 * second],
    ['hace 1 día', 47 * hour],
    ['hace 2 días', 2 * day],
  ])('what happened is “%s”', (words, age) => expect(timeAgo(now - age, now, inSpanish)).toBe(words));

  it.each([
    ['hoy a las 18:30', hour],
    ['mañana a las 0:30', 7 * hour],
    ['mañana a la 1:30', 8 * hour],
    ['mañana a las 13:30', 20 * hour],
    ['el 30 nov', 5 * day],
  ])('something lasts until “%s”', (words, ahead) => expect(untilWords(now + ahead, now, inSpanish)).toBe(words));

  it('a pill says the time with its article', () => {
    expect(endWords(now + hour, now, inSpanish)).toBe('las 18:30');
  });

  it('a date begins like a sentence', () => {
    expect(exactTime(now, inSpanish)).toBe('Miércoles, 25 de noviembre de 2026, 17:30');
  });
});
