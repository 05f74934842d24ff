import { describe, expect, it } from 'vitest';
import { type WorkResult, createWorker } from '../../../electron/core/changes/worker.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { aHook } from '../../fakes/task.ts';

type Look = { taskId: string; hookIds: readonly string[]; repeats: number; end: (result: WorkResult) => void };

const settled: WorkResult = { kind: 'settled', isBusy: false };

const startWorker = () => {
  const clock = createFakeClock();
  const looks: Look[] = [];
  const worker = createWorker({
    clock,
    work: (taskId, hooks, repeats) =>
      new Promise((end) => looks.push({ taskId, hookIds: hooks.map(({ id }) => id), repeats, end })),
  });
  return {
    clock,
    looks,
    worker,
    end: async (look: number, result: WorkResult): Promise<void> => {
      looks[look]?.end(result);
      await clock.advance(0);
    },
  };
};

const hooksOf = (...taskIds: readonly string[]) => taskIds.map((taskId, index) => aHook({ id: String(index), taskId }));

describe('the worker', () => {
  it('looks at no more than 4 tasks at once, and at the next when one is done', async () => {
    const { looks, worker, end } = startWorker();
    worker.add(hooksOf('1', '2', '3', '4', '5', '6'));
    expect(looks.map(({ taskId }) => taskId)).toEqual(['1', '2', '3', '4']);
    await end(0, settled);
    expect(looks.map(({ taskId }) => taskId)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('never looks at one task twice at the same time', async () => {
    const { clock, looks, worker } = startWorker();
    worker.add(hooksOf('1', '1'));
    worker.add(hooksOf('1'));
    await clock.advance(60_000);
    expect(looks).toHaveLength(1);
  });

  it('gives the hooks of a look that did not settle them to the next one, before those that came since', async () => {
    const { clock, looks, worker, end } = startWorker();
    worker.add([aHook({ id: '1' })]);
    worker.add([aHook({ id: '2' })]);
    await end(0, { kind: 'again', delay: 500, repeats: 1 });
    worker.add([aHook({ id: '3' })]);
    await clock.advance(500);
    expect(looks.slice(1)).toMatchObject([{ hookIds: ['1', '2', '3'], repeats: 1 }]);
  });

  it('starts counting repeats anew once hooks are settled', async () => {
    const { clock, looks, worker, end } = startWorker();
    worker.add([aHook({ id: '1' })]);
    await end(0, { kind: 'again', delay: 500, repeats: 1 });
    await clock.advance(500);
    await end(1, settled);
    worker.add([aHook({ id: '2' })]);
    await clock.advance(2_000);
    expect(looks.at(-1)).toMatchObject({ hookIds: ['2'], repeats: 0 });
  });

  it('looks at nothing more once it is stuck, until a probe, and at everything once it is resumed', async () => {
    const { clock, looks, worker, end } = startWorker();
    worker.add(hooksOf('1'));
    await end(0, { kind: 'stuck' });
    worker.add(hooksOf('2', '3'));
    await clock.advance(3_600_000);
    expect(looks).toHaveLength(1);
    worker.probe();
    worker.probe();
    expect(looks.map(({ taskId }) => taskId)).toEqual(['1', '1']);
    worker.resume();
    expect(looks.map(({ taskId }) => taskId)).toEqual(['1', '1', '2', '3']);
  });

  it('is not stuck by a look that failed before another one was answered', async () => {
    const { clock, looks, worker } = startWorker();
    worker.add(hooksOf('1'));
    looks[0]?.end({ kind: 'stuck' });
    worker.resume();
    await clock.advance(0);
    expect(looks.map(({ taskId }) => taskId)).toEqual(['1', '1']);
  });

  it('counts the tasks that wait', async () => {
    const { worker, end } = startWorker();
    worker.add(hooksOf('1', '2'));
    expect(worker.waiting()).toBe(2);
    await end(0, settled);
    expect(worker.waiting()).toBe(1);
  });

  it('forgets a task that stays quiet', async () => {
    const { clock, worker, end } = startWorker();
    worker.add(hooksOf('1'));
    await end(0, settled);
    await clock.advance(2_000);
    expect([worker.waiting(), clock.waiting()]).toEqual([0, 0]);
  });

  it('lets looks under way end when it is disposed of, and starts no more', async () => {
    const { clock, looks, worker, end } = startWorker();
    worker.add(hooksOf('1', '2', '3', '4', '5'));
    let isDisposed = false;
    const disposed = worker.dispose().then(() => {
      isDisposed = true;
      return isDisposed;
    });
    await clock.advance(60_000);
    expect(isDisposed).toBe(false);
    for (let look = 0; look < 4; look += 1) await end(look, settled);
    await disposed;
    worker.resume();
    worker.probe();
    await clock.advance(60_000);
    expect(looks).toHaveLength(4);
  });

  it('forgets all hooks once the looks under way have ended, and starts none meanwhile', async () => {
    const { clock, looks, worker, end } = startWorker();
    worker.add(hooksOf('1', '2', '3', '4', '5'));
    const erased: number[] = [];
    const forgotten = worker.forget(() => erased.push(looks.length));
    for (const look of [0, 1, 2]) await end(look, settled);
    worker.resume();
    await end(3, { kind: 'stuck' });
    for (let look = 4; look < looks.length; look += 1) await end(look, settled);
    await forgotten;
    expect(erased).toEqual([looks.length]);
    expect(worker.waiting()).toBe(0);
    const before = looks.length;
    await clock.advance(60_000);
    expect(looks).toHaveLength(before);
    worker.add(hooksOf('9'));
    expect(looks.at(-1)?.taskId).toBe('9');
  });

  it('keeps its hooks when they could not be erased', async () => {
    const { looks, worker } = startWorker();
    worker.add(hooksOf('1', '2', '3', '4', '5'));
    const forgotten = worker.forget(() => {
      throw new Error('disk full');
    });
    for (const look of looks.slice()) look.end({ kind: 'stuck' });
    await expect(forgotten).rejects.toThrow('disk full');
    expect(worker.waiting()).toBe(5);
  });
});
