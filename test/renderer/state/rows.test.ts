import { describe, expect, it } from 'vitest';
import type { ChangeRow } from '../../../electron/contract/index.ts';
import {
  latestPlaces,
  mergePlaces,
  placeIndex,
  placeOf,
  readRows,
  rowsOfTask,
  stepFrom,
  takeRows,
} from '../../../renderer/state/rows.ts';
import { sampleRow } from '../harness/sample.ts';

const ids = (places: readonly { id: string }[]): string => places.map(({ id }) => id).join(' ');
const row = (id: string, at: number) => sampleRow({ id, at });
const place = (id: string, at: number) => placeOf(row(id, at));
const rowsOf = (...rows: readonly ChangeRow[]) => new Map(rows.map((row) => [row.id, row]));

describe('merging places', () => {
  it('puts a new one where it belongs, newest first', () => {
    expect(ids(mergePlaces([place('3', 300), place('1', 100)], [row('2', 200)]))).toBe('3 2 1');
  });

  it('takes what is incoming in any order, at both ends and between', () => {
    const current = [place('5', 500), place('3', 300)];
    expect(ids(mergePlaces(current, [row('1', 100), row('6', 600), row('4', 400)]))).toBe('6 5 4 3 1');
  });

  it('puts the later id first where the times are the same, counting ids as numbers', () => {
    expect(ids(mergePlaces([place('9', 100)], [row('10', 100), row('8', 100)]))).toBe('10 9 8');
  });

  it('has each id once, at the time that came last', () => {
    expect(ids(mergePlaces([place('2', 200), place('1', 100)], [row('1', 300)]))).toBe('1 2');
  });

  it('keeps of a row only where it stands, and with which others', () => {
    const known = sampleRow({ id: '1', at: 5, taskId: '7', project: { id: '31', name: 'Website' } });
    expect(mergePlaces([], [known])).toEqual([{ id: '1', at: 5, taskId: '7', projectId: '31' }]);
  });
});

describe('finding a place', () => {
  const places = [place('5', 300), place('4', 300), place('2', 200), place('1', 100)];

  it.each(places.map((place, index) => [place.id, place, index] as const))('finds %s', (_, place, index) => {
    expect(placeIndex(places, place)).toBe(index);
  });

  it.each([place('3', 250), place('9', 900), place('0', 1)])('does not find what is not there: %o', (place) => {
    expect(placeIndex(places, place)).toBe(-1);
  });
});

describe('taking rows', () => {
  it('replaces a row that it has already', () => {
    const row = sampleRow({ id: '1' });
    const taken = takeRows(rowsOf(row), [{ ...row, sentence: 'Chi renamed it again' }]);
    expect(taken.get('1')?.sentence).toBe('Chi renamed it again');
  });

  it('keeps read what was read, also when an older answer comes late', () => {
    const taken = takeRows(rowsOf(sampleRow({ id: '1', unread: false })), [sampleRow({ id: '1', unread: true })]);
    expect(taken.get('1')?.unread).toBe(false);
  });
});

describe('reading rows', () => {
  const rows = rowsOf(...['3', '2', '1'].map((id) => sampleRow({ id, unread: true })));
  const unread = (which: 'all' | string[]): string =>
    ids([...readRows(rows, which).values()].filter((row) => row.unread));

  it('reads all', () => expect(unread('all')).toBe(''));
  it('reads only those named', () => expect(unread(['2', '77'])).toBe('3 1'));
});

describe('what is known of a task', () => {
  const rows = rowsOf(
    sampleRow({ id: '1', taskId: '7' }),
    sampleRow({ id: '2', taskId: '8' }),
    sampleRow({ id: '3', taskId: '7', accountId: 'a2' }),
    sampleRow({ id: '4', taskId: '7' }),
  );
  const states = (isResolved: boolean | null): unknown[] =>
    [...rowsOfTask(rows, { accountId: 'a1', taskId: '7', isResolved }).values()].map((row) => row.isResolved);

  it.each([true, null])('%s is taken over by all its rows of the same account, and by no other', (isResolved) => {
    expect(states(isResolved)).toEqual([isResolved, false, false, isResolved]);
  });

  it('changes nothing where it is known already', () => {
    expect(rowsOfTask(rows, { accountId: 'a1', taskId: '7', isResolved: false })).toBe(rows);
  });
});

describe('letting the far end go', () => {
  const places = [place('2', 300), place('1', 200), place('3', 100)];

  it('keeps the latest by id, in order of time, and says before which id the rest follows', () => {
    const latest = latestPlaces(places, 2);
    expect(latest && ids(latest.places)).toBe('2 3');
    expect(latest?.next).toBe('2');
  });

  it('does nothing while there are few', () => expect(latestPlaces(places, 3)).toBeNull());
});

describe('moving the selection', () => {
  const places = [place('3', 300), place('2', 200), place('1', 100)];

  it.each([
    ['the first when nothing is selected', null, 1, '3'],
    ['the first when the selected row is not there any more', '77', -1, '3'],
    ['the next', '3', 1, '2'],
    ['the one before', '2', -1, '3'],
    ['nowhere beyond the first', '3', -1, '3'],
    ['nowhere beyond the last', '1', 10, '1'],
  ])('goes to %s', (_, from, step, to) => expect(stepFrom(places, from, step)).toBe(to));

  it('has nowhere to go in an empty list', () => expect(stepFrom([], null, 1)).toBeNull());
});
