import { noFilter } from '../../../electron/contract/index.ts';
import { expect, test } from 'vitest';
import type { Quirks } from '../../../electron/simulator/quirks.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { type Host, startHost } from './host.ts';
import { openPage } from './page.ts';
import { createWorld } from './world.ts';

/** A host with its page, whose user Ada was told that Bo has assigned her “Book venue”. */
const start = async (quirks: Partial<Quirks> = {}) => {
  const world = await createWorld();
  world.simulator.setQuirks(quirks);
  const dataDirectory = temporaryDirectory();
  const flags = world.flags.filter((flag) => flag !== '--no-ui');
  const run = (): Host =>
    startHost([...flags, '--ui-port', '0', '--tunnel', 'off', '--data-dir', dataDirectory], world.environment);
  const host = run();
  const { localUrl, uiUrl } = await host.line('ready');
  await host.line('account', (line) => line['state'] === 'signed-in');
  await world.caughtUp(1);
  world.simulator.attachHook(String(localUrl));
  const { taskId } = world.simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
  const { id } = await host.line('change');
  await host.line('notification');
  return { ...world, host, run, taskId, changeId: String(id), page: await openPage(uiUrl) };
};

const list = { before: null, limit: 10, filter: noFilter } as const;
const isOwn = (line: { readonly [field: string]: unknown }): boolean => line['reason'] === 'own-change';

test.each([
  { apiEditLeavesComment: true, commentSetsUpdatedBy: true },
  { apiEditLeavesComment: false, editSetsUpdatedBy: false, freshTaskUpdatedBy: 'creator' as const },
])('a task resolved from the list is the user’s own change, and nothing is notified: %o', async (quirks) => {
  const { host, page, simulator, taskId, changeId } = await start(quirks);
  expect(await page.get('resolve-task', { changeId })).toEqual({ isResolved: true });
  expect(simulator.world.task(taskId).status).toBe('resolved');
  await host.line('skipped', isOwn);
  const { rows } = await page.get('changes', list);
  expect(rows).toMatchObject([
    { sentence: 'You resolved “Book venue”', isResolved: true, unread: false },
    { id: changeId, isResolved: true, unread: false },
  ]);
  expect(host.all('notification')).toHaveLength(1);
});

test('a comment from the list is there once, as the user’s own', async () => {
  const { host, page, simulator, taskId, changeId } = await start();
  const click = async () => page.ask('comment-on-task', { changeId, body: 'On it' });
  expect(await Promise.all([click(), click()])).toMatchObject([{ ok: true }, { ok: true }]);
  expect(simulator.world.comments.get(taskId)).toMatchObject([{ body: 'On it' }]);
  await host.line('skipped', isOwn);
  expect(host.all('notification')).toHaveLength(1);
});

test.each([
  ['refuses it', { status: 403 }, 'Redbooth does not let you do this, so your comment on “Book venue” was not sent.'],
  ['quotes a reason', { status: 422 }, 'Redbooth didn’t take the comment (422: Scripted 422)'],
  ['breaks off', { lost: true }, 'the comment may or may not have arrived'],
] as const)('a failure comes back to the row when Redbooth %s', async (_name, fault, words) => {
  const { page, simulator, changeId } = await start();
  simulator.failNext(1, fault, '/api/3/comments', 'POST');
  const answer = await page.ask('comment-on-task', { changeId, body: 'On it' });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'task-not-changed' } });
  expect(answer.ok ? '' : answer.failure.message).toContain(words);
});

test('a kill before the answer came loses nothing: what was written is the user’s own after the restart', async () => {
  const world = await start({ apiEditLeavesComment: false, editSetsUpdatedBy: false });
  const { host, run, page, simulator, taskId, changeId } = world;
  simulator.setHookTraffic({ drop: 1 });
  simulator.failNext(1, { delay: 60_000 }, `/api/3/tasks/${taskId}`, 'PUT');
  const unanswered = page.ask('resolve-task', { changeId }).catch(() => null);
  while (simulator.world.task(taskId).status !== 'resolved') await new Promise((resolve) => setTimeout(resolve, 10));
  await host.stop('SIGKILL');
  await unanswered;
  const again = run();
  await again.line('skipped', isOwn);
  expect(await again.line('change')).toMatchObject({ taskId, actor: 'Ada Lovell' });
  expect(again.all('notification')).toEqual([]);
});
