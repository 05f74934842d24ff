import { expect, onTestFinished, test } from 'vitest';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { systemClock } from '../../../electron/core/clock.ts';
import { startApp } from '../app/whole-app.ts';

/** What must never be in it, each planted where the app keeps such a thing. */
const planted = {
  taskTitle: 'Planted title',
  comment: 'Planted comment',
  project: 'Planted project',
  hookUrlName: 'Planted organisation',
  publicHost: 'planted-host.example',
  tunnelHost: 'planted-relay.example',
} as const;

const start = async () => {
  const simulator = createSimulator({ seed: 7, clock: systemClock, signedInUser: 'ada' });
  onTestFinished(() => simulator.dispose());
  const { origin } = await simulator.listen();
  const { accessToken } = simulator.signIn('ada');
  const whole = await startApp({
    accessToken,
    settings: {
      redbooth: origin,
      publicUrl: `https://${planted.publicHost}`,
      tunnelHost: `https://${planted.tunnelHost}`,
      historyDays: 30,
    },
  });
  return { whole, simulator, accessToken, origin };
};

const textOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'text' in answer ? String(answer.text) : '';

test('nothing secret or private is in the diagnostics, wherever it is kept', async () => {
  const { whole, simulator, accessToken, origin } = await start();
  const { localUrl, app } = whole;
  await whole.line(({ event }) => event === 'account');
  simulator.attachHook(localUrl);
  await whole.ask('add-hook-url', { name: planted.hookUrlName });
  const { taskId } = simulator.createTask({ name: planted.taskTitle, by: 'bo', assignedTo: 'ada' });
  simulator.comment(taskId, planted.comment, 'bo');
  const told = await whole.line((each) => each.event === 'change' && JSON.stringify(each).includes(planted.comment));
  const changeId = told.event === 'change' ? told.id : '';
  await whole.ask('mute-change', { changeId, kind: 'task', minutes: null });

  const text = textOf(await whole.ask('copy-diagnostics', null));
  expect(text).toContain('account: signed-in');
  const people = [...simulator.world.users.values()].flatMap((user) => [user.firstName, user.lastName, user.username]);
  const secrets = app.overview().hookUrls.map(({ id }) => id);
  const secret = new URL(localUrl).pathname.slice(1);
  const forbidden = [
    ...Object.values(planted),
    ...people,
    ...secrets,
    secret,
    accessToken,
    origin,
    new URL(origin).port,
  ];
  expect(forbidden.filter((each) => each.length > 2 && text.includes(each))).toEqual([]);
  expect(text).not.toMatch(/[\w-]{43}/);
  expect(text).not.toMatch(/https?:/);
  expect(text).not.toContain(process.cwd());
});

test('it says what the app is, how it is, and how much there is of everything', async () => {
  const { whole, simulator } = await start();
  await whole.line(({ event }) => event === 'account');
  simulator.attachHook(whole.localUrl);
  simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada' });
  await whole.line(({ event }) => event === 'notification');
  const text = textOf(await whole.ask('copy-diagnostics', null));
  for (const words of [
    'host: headless',
    `system: ${process.platform} ${process.arch}`,
    'reachability: off',
    'changes: 1',
    'hooks: 1',
    'hooks not settled: 0',
    'accepted: 1',
    'storage: written',
    'historyDays: 30',
    'others changed: tunnelHost, publicUrl, redbooth',
  ])
    expect(text).toContain(words);
});
