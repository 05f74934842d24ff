import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { type ChangeRow, type Mute, muteSchema, noFilter, requests } from '../../../electron/contract/index.ts';
import { defaultRules } from '../../../electron/contract/default-rules.ts';
import type { Settings } from '../../../electron/core/settings/settings.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { startApp } from './whole-app.ts';

const minute = 60_000;

/** Ada runs the app, which has told her of a task that Bo assigned to her; Chi has one that does not concern her. */
const start = async (settings: Partial<Settings> = {}) => {
  const clock = createFakeClock();
  const simulator = createSimulator({ seed: 7, clock });
  onTestFinished(() => simulator.dispose());
  const whole = await startApp({
    clock,
    fetch: simulator.fetch,
    settings: { redbooth: simulator.origin(), dueReminderHour: null, ...settings },
    accessToken: simulator.signIn('ada').accessToken,
  });
  await whole.line((line) => line.event === 'account' && line.state === 'signed-in');
  simulator.attachHook(whole.localUrl);
  const pass = async (milliseconds = 2 * minute): Promise<void> => {
    await simulator.hooksIdle();
    for (let passed = 0; passed < milliseconds; passed += 5_000) await clock.advance(5_000);
  };
  const { taskId: mine } = simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
  const { taskId: theirs } = simulator.createTask({ name: 'Order badges', by: 'bo', assignedTo: 'chi' });
  await pass();
  const rowsOf = async (taskId: string): Promise<readonly ChangeRow[]> => {
    const answer = await whole.ask('changes', { before: null, limit: 100, filter: noFilter });
    return v.parse(requests.changes.answer, answer).rows.filter((row) => row.taskId === taskId);
  };
  const newest = async (taskId: string): Promise<ChangeRow> => {
    const [row] = await rowsOf(taskId);
    if (row === undefined) throw new Error('no row');
    return row;
  };
  return {
    ...whole,
    clock,
    simulator,
    pass,
    mine,
    theirs,
    rowsOf,
    newest,
    mutes: async (): Promise<readonly Mute[]> => v.parse(v.array(muteSchema), await whole.ask('mutes', null)),
    reasons: () => whole.linesOf('skipped').map(({ reason }) => reason),
  };
};

test('a task that is muted from its row is only listed, what was told of it is taken down, and the row says until when', async () => {
  const running = await start({ timeZone: 'UTC' });
  const told = await running.newest(running.mine);
  expect(told).toMatchObject({ told: true, unread: true, why: 'Told because it is assigned to you' });
  await running.ask('mute-change', { changeId: told.id, kind: 'task', minutes: 60 });
  expect((await running.newest(running.mine)).unread).toBe(false);
  expect(running.app.overview().unread).toBe(0);
  const raised = running.notifier.raised.find(({ changeIds }) => changeIds.includes(told.id));
  expect(running.notifier.closed).toContain(raised?.id);

  const before = running.notifier.raised.length;
  running.simulator.comment(running.mine, '@ada, please', 'bo');
  await running.pass();
  expect(running.notifier.raised).toHaveLength(before);
  expect(running.reasons().at(-1)).toBe('muted-task');
  expect(await running.newest(running.mine)).toMatchObject({
    told: false,
    unread: false,
    reason: 'muted-task',
    why: 'Only listed: you muted “Book venue” until 10:02',
  });

  await running.pass(60 * minute);
  running.simulator.comment(running.mine, 'Still there?', 'bo');
  await running.pass();
  expect(await running.newest(running.mine)).toMatchObject({ told: true, unread: true });
});

test('a person is muted, and heard again once that is taken back', async () => {
  const running = await start();
  const { id: changeId } = await running.newest(running.mine);
  await running.ask('mute-change', { changeId, kind: 'person', minutes: null });
  running.simulator.editTask(running.mine, { status: 'resolved' }, 'bo');
  await running.pass();
  expect(await running.newest(running.mine)).toMatchObject({ reason: 'muted-person', unread: false });
  running.simulator.editTask(running.mine, { status: 'open' }, 'chi');
  await running.pass();
  expect(await running.newest(running.mine)).toMatchObject({ reason: 'assigned-to-you', unread: true });

  for (const { id } of await running.mutes()) await running.ask('unmute', { id });
  running.simulator.editTask(running.mine, { status: 'hold' }, 'bo');
  await running.pass();
  expect(await running.newest(running.mine)).toMatchObject({ reason: 'assigned-to-you', unread: true });
});

test('rules that are changed count from the next change on; what is ignored is recorded and not in the list', async () => {
  const running = await start();
  expect(await running.newest(running.theirs)).toMatchObject({ reason: 'filtered', unread: false });
  const rules = defaultRules();
  rules.status.other = 'notify';
  rules.other.other = 'ignore';
  await running.ask('change-preferences', { rules });
  running.simulator.editTask(running.theirs, { status: 'resolved' }, 'bo');
  await running.pass();
  expect(await running.newest(running.theirs)).toMatchObject({
    reason: 'any-task',
    why: 'Told, by your rule for the status of all other tasks',
  });

  const rows = await running.rowsOf(running.theirs);
  const pushed: unknown[] = [];
  running.app.subscribe((event) => {
    if (event.event === 'change') pushed.push(event);
  });
  running.simulator.editTask(running.theirs, { name: 'Order more badges' }, 'bo');
  await running.pass();
  expect(running.reasons().at(-1)).toBe('ignored');
  expect(running.linesOf('change').at(-1)).toMatchObject({ taskId: running.theirs, changes: [{ field: 'name' }] });
  expect(await running.rowsOf(running.theirs)).toHaveLength(rows.length);
  expect(pushed).toEqual([]);
});

test('the tasks of a chosen project are told', async () => {
  const running = await start();
  const { project } = await running.newest(running.theirs);
  await running.ask('change-preferences', { chosenProjects: [project?.id ?? ''] });
  running.simulator.comment(running.theirs, 'All of them?', 'bo');
  await running.pass();
  expect(await running.newest(running.theirs)).toMatchObject({
    reason: 'in-chosen-project',
    why: `Told because ${project?.name ?? ''} is one of your chosen projects`,
  });
});

test('an hour for due tasks that is set during the day is told at once', async () => {
  const running = await start();
  const taskId = running.simulator.createTask({ name: 'Invite speakers', by: 'ada', assignedTo: 'ada' }).taskId;
  running.simulator.editTask(taskId, { dueOn: '2026-11-23' }, 'ada');
  await running.pass();
  const told = (): readonly string[] =>
    running.notifier.raised.map(({ title }) => title).filter((title) => title.includes('due today'));
  expect(told()).toEqual([]);
  await running.ask('change-preferences', { dueReminderHour: 0 });
  await running.pass(5 * minute);
  expect(told()).toHaveLength(1);
});
