import { expect, test } from 'vitest';
import { createWorld, postHook } from '../../e2e/headless/world.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { startApp } from '../app/whole-app.ts';
import { until } from '../redbooth/talk.ts';

const hooksInAll = 500;
const batches = 20;
const span = 1_900;

test.each([
  ['nothing new', 0],
  ['an edit with every batch', batches],
])('500 hooks for one task within 2 s cost at most 3 reads of it, with %s', async (_name, edits) => {
  const { simulator, origin, environment } = await createWorld();
  const clock = createFakeClock(Date.now());
  const running = await startApp({
    clock,
    flags: { redbooth: origin },
    accessToken: environment.REDBOOTH_ACCESS_TOKEN,
  });
  const [task] = simulator.world.tasks.values();
  const id = task?.id ?? '';
  const reads = (): number => simulator.requests().filter(({ path }) => path === `/api/3/tasks/${id}`).length;
  await running.line((line) => line.event === 'account' && line.state === 'signed-in');

  for (let batch = 0; batch < batches; batch += 1) {
    if (batch < edits) simulator.editTask(id, { name: `Name ${batch}` }, 'bo');
    const hooks = Array.from({ length: hooksInAll / batches }, () => postHook(running.localUrl, id));
    expect(new Set(await Promise.all(hooks))).toEqual(new Set([200]));
    await clock.advance(span / batches);
  }
  const settled = (): number => running.linesOf('settled').reduce((sum, { hookIds }) => sum + hookIds.length, 0);
  for (let step = 0; settled() < hooksInAll; step += 1) {
    if (step > 100) throw new Error(`only ${settled()} hooks were settled`);
    const before = simulator.requests().length;
    await clock.advance(100);
    // A look that has begun gets its answers before more time passes.
    await until(() =>
      simulator
        .requests()
        .slice(before)
        .every(({ status }) => status !== null),
    );
    await clock.advance(0);
  }
  expect(reads()).toBeGreaterThanOrEqual(1);
  expect(reads()).toBeLessThanOrEqual(3);
  expect(new Set(running.linesOf('settled').flatMap(({ hookIds }) => hookIds)).size).toBe(hooksInAll);
});
