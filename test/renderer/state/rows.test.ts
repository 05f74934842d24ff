import { describe, expect, it } from 'vitest';
import { latestRows, mergeRows, readRows, stepFrom } from '../../../renderer/state/rows.ts';
import { sampleRow } from '../harness/sample.ts';

const ids = (rows: readonly { id: string }[]): string => rows.map(({ id }) => id).join(' ');
const row = (id: string, at: number, unread = true) => sampleRow({ id, at, unread });

describe('merging rows', () => {
  it('puts a new row at its place, newest first', () => {
    expect(ids(mergeRows([row('3', 300), row('1', 100)], [row('2', 200)]))).toBe('3 2 1');
  });

  it('puts the later id first where the times are the same, counting ids as numbers', () => {
    expect(ids(mergeRows([row('9', 100)], [row('10', 100), row('8', 100)]))).toBe('10 9 8');
  });

  it('replaces a row that it has already', () => {
    const [merged] = mergeRows([row('1', 100)], [{ ...row('1', 100), sentence: 'Chi renamed it again' }]);
    expect(merged?.sentence).toBe('Chi renamed it again');
  });

  it('keeps read what was read, also when an older answer comes late', () => {
    const [merged] = mergeRows([row('1', 100, false)], [row('1', 100, true)]);
    expect(merged?.unread).toBe(false);
  });

  it('leaves the rows it was given as they were', () => {
    const given = [row('1', 100)];
    mergeRows(given, [row('2', 200)]);
    expect(ids(given)).toBe('1');
  });
});

describe('reading rows', () => {
  const rows = [row('3', 300), row('2', 200), row('1', 100)];
  const unread = (which: 'all' | string[]): string => ids(readRows(rows, which).filter((row) => row.unread));

  it('reads all', () => expect(unread('all')).toBe(''));
  it('reads only those named', () => expect(unread(['2', '77'])).toBe('3 1'));
});

describe('letting the far end go', () => {
  const rows = [row('3', 100), row('2', 300), row('1', 200)];

  it('keeps the latest by id, in order of time, and says before which id the rest follows', () => {
    const latest = latestRows(rows, 2);
    expect(latest && ids(latest.rows)).toBe('2 3');
    expect(latest?.next).toBe('2');
  });

  it('does nothing while there are few', () => expect(latestRows(rows, 3)).toBeNull());
});

describe('moving the selection', () => {
  const rows = [row('3', 300), row('2', 200), row('1', 100)];

  it.each([
    ['the first when nothing is selected', null, 1, '3'],
    ['the first when the selected row is not there any more', '77', -1, '3'],
    ['the next', '3', 1, '2'],
    ['the one before', '2', -1, '3'],
    ['nowhere beyond the first', '3', -1, '3'],
    ['nowhere beyond the last', '1', 1, '1'],
  ])('goes to %s', (_, from, step, to) => expect(stepFrom(rows, from, step)).toBe(to));

  it('has nowhere to go in an empty list', () => expect(stepFrom([], null, 1)).toBeNull());
});
