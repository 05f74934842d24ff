import { describe, expect, it, onTestFinished } from 'vitest';
import { noFilter } from '../../../electron/contract/index.ts';
import type { Settings } from '../../../electron/core/settings/settings.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { startApp } from './whole-app.ts';

/** Ada runs the app against a pretend Redbooth; Bo has assigned her a task, which was told. */
const start = async (settings: Partial<Settings> = {}) => {
  const clock = createFakeClock();
  const simulator = createSimulator({ seed: 7, clock });
  onTestFinished(() => simulator.dispose());
  const whole = await startApp({
    clock,
    fetch: simulator.fetch,
    settings: { redbooth: simulator.origin(), ...settings },
    accessToken: simulator.signIn('ada').accessToken,
  });
  await whole.line((line) => line.event === 'account' && line.state === 'signed-in');
  simulator.attachHook(whole.localUrl);
  const pass = async (milliseconds = 3_000): Promise<void> => {
    await simulator.hooksIdle();
    await clock.advance(milliseconds);
  };
  const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
  await whole.line((line) => line.event === 'change' && line.taskId === taskId);
  await pass();
  const list = (text: string | null = null): Promise<unknown> =>
    whole.ask('changes', { before: null, limit: 20, filter: { ...noFilter, text } });
  return { ...whole, clock, simulator, taskId, pass, list };
};

describe('deleting the history now', () => {
  it('leaves nothing of it, stays signed in, and goes on with what happens next', async () => {
    const whole = await start();
    const { app, simulator, taskId, pass, list } = whole;
    const events: string[] = [];
    app.subscribe(({ event }) => void events.push(event));
    expect(await list()).toMatchObject({ total: 1 });
    // A task made just now would be told anew, as its hook might be on its way.
    await pass(3_600_000);
    expect(await whole.ask('delete-history-now', null)).toBeNull();
    expect(events).toContain('history-deleted');
    expect(await list()).toEqual({ rows: [], next: null, total: 0 });
    expect(await whole.ask('facets', null)).toEqual({ projects: [], people: [] });
    expect(app.overview()).toMatchObject({ unread: 0, account: { state: 'signed-in', user: 'Ada Lovell' } });
    await pass(10_000);
    expect(await list()).toMatchObject({ total: 0 });
    simulator.editTask(taskId, { status: 'resolved' }, 'bo');
    await whole.line(({ event }) => event === 'change' && whole.linesOf('change').length === 2);
    await pass();
    expect(await list('venue')).toMatchObject({ rows: [{ sentence: 'Bo resolved “Book venue”' }], total: 1 });
    expect(whole.linesOf('account').map(({ state }) => state)).not.toContain('signed-out');
  });
});

it('the detail of a task is read from Redbooth when it is asked for', async () => {
  const whole = await start();
  const { simulator, taskId, pass } = whole;
  simulator.comment(taskId, 'Which one?', 'bo');
  await pass();
  simulator.forgetRequests();
  expect(await whole.ask('task-detail', { changeId: '1' })).toMatchObject({
    name: 'Book venue',
    assignee: 'You',
    creator: 'Bo Lindqvist',
    comments: [{ author: 'Bo Lindqvist', initials: 'BL', body: 'Which one?' }],
    history: [{ id: '2' }, { id: '1' }],
    hooks: [{ result: 'changed' }, { result: 'changed' }],
  });
  const asked = simulator.requests().map(({ path }) => path.split('/')[3]);
  expect(new Set(asked)).toEqual(new Set(['comments', 'task_lists']));
});

it('a change is gone once it is older than the settings say', async () => {
  const { clock, list } = await start({ historyDays: 1 });
  await clock.advance(20 * 3_600_000);
  expect(await list()).toMatchObject({ total: 1 });
  await clock.advance(30 * 3_600_000);
  expect(await list()).toMatchObject({ total: 0 });
});
