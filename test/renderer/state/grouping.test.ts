import { describe, expect, it } from 'vitest';
import { type Grouping, beginsGroup, groupPlaces } from '../../../renderer/state/grouping.ts';
import { type Place, placeOf } from '../../../renderer/state/rows.ts';
import { sampleRow } from '../harness/sample.ts';

const noon = new Date(2026, 10, 25, 12).getTime();
const day = 86_400_000;
const place = (id: string, project: string | null, taskId: string, daysAgo = 0): Place =>
  placeOf(
    sampleRow({
      id,
      taskId,
      at: noon - daysAgo * day - Number(id) * 1_000,
      project: project === null ? null : { id: project, name: project },
    }),
  );
const places = [
  place('1', 'web', '7'),
  place('2', 'summit', '8'),
  place('3', 'web', '9'),
  place('4', null, '8'),
  place('5', 'web', '7', 1),
  place('6', 'summit', '8', 1),
  place('7', 'web', '7', 1),
];
const shown = (grouping: Grouping): string => {
  const grouped = groupPlaces(places, grouping);
  return grouped
    .map((each, index) => `${beginsGroup(each, grouped[index - 1] ?? null, grouping) ? '|' : ''}${each.id}`)
    .join(' ');
};

describe('the rows of a day', () => {
  it.each([
    ['day', '1 2 3 4 5 6 7'],
    ['project', '|1 3 |2 |4 |5 7 |6'],
    ['task', '|1 |2 4 |3 |5 7 |6'],
  ] as const)('stand together by %s, the group with the newest first', (grouping, expected) => {
    expect(shown(grouping)).toBe(expected);
  });

  it('stay where they are when older rows are loaded', () => {
    const grouped = groupPlaces(places.slice(0, 5), 'project');
    expect(groupPlaces(places, 'project').slice(0, 4)).toEqual(grouped.slice(0, 4));
  });

  it('begin anew under the next day, be it the same project or not', () => {
    const [yesterday] = groupPlaces(places.slice(4), 'project');
    expect(yesterday && beginsGroup(yesterday, null, 'project')).toBe(true);
  });
});
