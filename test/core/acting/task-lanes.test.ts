import { expect, it } from 'vitest';
import { createTaskLanes } from '../../../electron/core/acting/task-lanes.ts';

it('does not hold up another lane', async () => {
  const lanes = createTaskLanes<string>();
  void lanes.run('1/7', 'resolve', () => new Promise(() => undefined));
  expect(await lanes.run('1/8', 'resolve', async () => 'done')).toBe('done');
});

it('goes on after a bug in what went before', async () => {
  const lanes = createTaskLanes<string>();
  const broken = lanes.run('1/7', 'resolve', () => Promise.reject(new Error('a bug')));
  const next = lanes.run('1/7', 'reopen', async () => 'done');
  await expect(broken).rejects.toThrow('a bug');
  expect(await next).toBe('done');
});
