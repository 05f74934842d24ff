import { expect, it } from 'vitest';
import { summaryOf } from '../../../electron/core/notify/summary.ts';
import { aChange } from '../../fakes/change.ts';

const inProject = (name: string | null, count: number) =>
  Array.from({ length: count }, () => aChange({ project: name === null ? null : { id: '10', name } }));

it('counts the changes, and where they are, most first', () => {
  const changes = [...inProject('Autumn summit', 4), ...inProject('Website relaunch', 8)];
  expect(summaryOf(changes)).toEqual({
    title: '12 changes while you were away',
    body: 'Website relaunch 8, Autumn summit 4',
  });
});

it('counts those of no known project apart', () => {
  expect(summaryOf([...inProject(null, 1), ...inProject('Autumn summit', 2)]).body).toBe('Autumn summit 2, Other 1');
});

it('stays short however many projects there are', () => {
  const changes = Array.from({ length: 100 }, (_, index) => inProject(`Project\nnumber ${index}`, 1)).flat();
  const { body } = summaryOf(changes);
  expect(Array.from(body).length).toBeLessThanOrEqual(200);
  expect(body).not.toContain('\n');
});
