import { describe, expect, it } from 'vitest';
import { weekdays } from '../../../electron/contract/index.ts';
import { daysWords, quietWords } from '../../../renderer/state/quiet-words.ts';
import { inEnglish, inSpanish } from '../harness/sample-speech.ts';

describe('days in words', () => {
  it.each([
    ['Every day', [...weekdays]],
    ['Mon to Fri', ['mon', 'tue', 'wed', 'thu', 'fri']],
    ['Sat and Sun', ['sun', 'sat']],
    ['Mon', ['mon']],
    ['Mon, Wed and Fri', ['fri', 'wed', 'mon']],
    ['Mon to Wed and Fri', ['mon', 'tue', 'wed', 'fri']],
    ['Mon, Tue, Thu and Fri', ['mon', 'tue', 'thu', 'fri']],
    ['Mon and Sun', ['mon', 'sun']],
  ] as const)('are “%s”', (words, days) => expect(daysWords(days, inEnglish.messages)).toBe(words));
});

describe('a quiet time in words', () => {
  it.each([
    ['Mon, 12:00 until 13:00', '12:00', '13:00'],
    ['Mon, 18:30 until 8:00 on the next day', '18:30', '08:00'],
    ['Mon, from 8:00 for a whole day', '08:00', '08:00'],
  ])('is “%s”', (words, from, to) => expect(quietWords({ days: ['mon'], from, to }, inEnglish)).toBe(words));

  it('writes times as the system of the user does', () => {
    const words = quietWords({ days: ['mon'], from: '12:00', to: '18:30' }, { ...inEnglish, locale: 'en-US' });
    expect(words.replaceAll(/\s/gu, ' ')).toBe('Mon, 12:00 PM until 6:30 PM');
  });

  it.each([
    ['Lun a Vie, de 18:30 a 8:00 del día siguiente', ['mon', 'tue', 'wed', 'thu', 'fri'], '18:30', '08:00'],
    ['Sáb y Dom, de 12:00 a 13:00', ['sat', 'sun'], '12:00', '13:00'],
    ['Todos los días, desde 8:00 durante un día entero', [...weekdays], '08:00', '08:00'],
  ] as const)('is “%s” in Spanish', (words, days, from, to) =>
    expect(quietWords({ days: [...days], from, to }, inSpanish)).toBe(words),
  );
});
