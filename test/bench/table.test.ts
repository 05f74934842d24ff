import { expect, test } from 'vitest';
import { type Figure, isMet, median, percentile } from './figure.ts';
import { withSection } from './page.ts';
import { markdownTable, plainTable } from './table.ts';

const missed: Figure = { name: 'main thread blocked, best of 3 bursts', value: 60, unit: 'ms', goal: { atMost: 50 } };
const rowsOf = (table: string): readonly string[] => table.split('\n').slice(2);

test.for([
  [{ name: 'a', value: 10, unit: 'ms', goal: { atMost: 10 } }, true],
  [{ name: 'a', value: 10.1, unit: 'ms', goal: { atMost: 10 } }, false],
  [{ name: 'a', value: 0.85, unit: '', goal: { atLeast: 0.85 } }, true],
  [{ name: 'a', value: 0.84, unit: '', goal: { atLeast: 0.85 } }, false],
  [{ name: 'a', value: Number.NaN, unit: '', goal: { atMost: 1 } }, false],
  [{ name: 'a', value: 1, unit: '' }, null],
] satisfies [Figure, boolean | null][])('%j is met: %s', ([figure, met]) => expect(isMet(figure)).toBe(met));

test.for([
  [0.123_4, '0.12 ms'],
  [12.34, '12.3 ms'],
  [123.4, '123 ms'],
  [7, '7 ms'],
] as const)('%s is written as %s', ([value, written]) =>
  expect(rowsOf(markdownTable([{ name: 'a', value, unit: 'ms' }], false))).toEqual([`| a | ${written} |  |  |`]),
);

test('the middle of an even number of values is the lower one of the two', () => {
  expect([median([4, 1, 3, 2]), median([3, 1, 2]), percentile([1, 2, 3, 4], 0.99)]).toEqual([2, 2, 4]);
});

test('a goal that is missed says why, and what would be tried next', () => {
  const [row, empty, reason] = rowsOf(markdownTable([missed], false));
  expect([row, empty]).toEqual(['| main thread blocked, best of 3 bursts | 60 ms | ≤ 50 ms | missed |', '']);
  expect(reason).toMatch(/^- \*\*main thread blocked, best of 3 bursts:\*\* .+ Next: /);
});

test('a goal that is met needs no reason', () => {
  expect(markdownTable([{ ...missed, value: 50 }], false)).not.toContain('Next:');
});

test('others who use the machine are mentioned for times only', () => {
  expect(plainTable([missed], true)).toMatch(/missed$/);
  expect(plainTable([{ ...missed, isTimed: true }], true)).toMatch(/missed; others used the machine, too$/);
});

test('what could not be measured says why', () => {
  expect(rowsOf(markdownTable([{ name: 'the desktop app', leftOut: 'there is no display here' }], false))).toEqual([
    '| the desktop app | left out |  | there is no display here |',
  ]);
});

test('a section takes the place of the one with its title, and leaves the others alone', () => {
  const page = withSection(withSection(withSection('', 'a', 'one'), 'b', 'two'), 'a', 'three');
  expect(page.match(/^## .*\n\n.*/gm)).toEqual(['## a\n\nthree', '## b\n\ntwo']);
});

test('a page that is written again is the same', () => {
  const page = withSection('', 'a', '| b |\n\n- c');
  expect(withSection(page, 'a', '| b |\n\n- c')).toBe(page);
});
