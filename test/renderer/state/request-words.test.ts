import { describe, expect, it } from 'vitest';
import { answerTone, answerWords, durationWords, sizeWords } from '../../../renderer/state/request-words.ts';
import { inEnglish, inSpanish } from '../harness/sample-speech.ts';

describe('the answer to a request', () => {
  it.each([
    ['POST', 200, 'Taken', 'good'],
    ['GET', 200, 'Answered', 'good'],
    ['POST', 204, 'Answered', 'good'],
    ['POST', 400, 'Not a task hook', 'warn'],
    ['GET', 404, 'No such address', 'warn'],
    ['POST', 408, 'Too slow', 'warn'],
    ['POST', 413, 'Too large', 'warn'],
    ['POST', 415, 'Encoded body', 'warn'],
    ['POST', 418, 'Refused', 'warn'],
    ['POST', 500, 'Failed', 'bad'],
    ['POST', 503, 'Not kept', 'bad'],
    ['POST', 0, 'Not answered', 'bad'],
  ])('to %s with %i is “%s”', (method, status, words, tone) => {
    expect(answerWords(method, status, inEnglish.messages.requests)).toBe(words);
    expect(answerTone(status)).toBe(tone);
  });
});

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1_023, '1023 bytes'],
  [1_024, '1.0 KB'],
  [5_200, '5.1 KB'],
])('a size of %i is “%s”', (bytes, words) => expect(sizeWords(bytes, inEnglish)).toBe(words));

it.each([
  [0.4, 'under 1 ms'],
  [1, '1 ms'],
  [4.2, '4 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [2_140, '2.1 s'],
])('a duration of %d ms is “%s”', (milliseconds, words) => expect(durationWords(milliseconds, inEnglish)).toBe(words));

it('a size and a duration in Spanish have a decimal comma', () => {
  expect(sizeWords(5_200, inSpanish)).toBe('5,1 KB');
  expect(durationWords(2_140, inSpanish)).toBe('2,1 s');
});
