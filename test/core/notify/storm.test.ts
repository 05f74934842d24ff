import { expect, it } from 'vitest';
import { anEdit } from '../../fakes/change.ts';
import { office, startTelling, summit, website } from './harness.ts';

const projects = [summit, website, office, { id: '40', name: 'Hiring' }, { id: '50', name: 'Budget' }];

it('10,000 changes of 1,000 tasks raise at most 6 notifications that replace none, and each is told once', async () => {
  const run = startTelling();
  for (let each = 0; each < 10_000; each += 1) {
    const task = (each * 7) % 1_000;
    run.record({
      taskId: String(task + 1),
      project: projects[task % 5] ?? null,
      edits: [anEdit('status', { before: 'open', after: each % 2 === 0 ? 'resolved' : 'hold' })],
    });
    run.telling.announce();
    if (each % 10 === 9) await run.clock.advance(20);
  }
  await run.clock.advance(60_000);
  const { raised } = run.notifier;
  expect(raised.filter(({ replaces }) => replaces === null).length).toBeLessThanOrEqual(6);
  expect(raised.at(-1)).toMatchObject({ title: '10000 changes in 5 projects' });
  const told = raised.flatMap(({ changeIds }) => changeIds);
  expect(told).toHaveLength(10_000);
  expect(new Set(told).size).toBe(10_000);
});
