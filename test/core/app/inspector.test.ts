import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { receivedRequestSchema } from '../../../electron/contract/index.ts';
import { createWorld } from '../../e2e/headless/world.ts';
import { hookBody, open, request } from '../hooks/harness.ts';
import { type WholeApp, startApp } from './whole-app.ts';

const requestsOf = async (running: WholeApp) =>
  v.parse(v.array(receivedRequestSchema), await running.ask('received-requests', null));
const newestOf = async (running: WholeApp) => {
  const [newest] = await requestsOf(running);
  if (newest === undefined) throw new Error('no request was kept');
  return newest;
};
const secretOf = (running: WholeApp): string => new URL(running.localUrl).pathname.slice(1);
/** Sends bytes as they are; gives the status. */
const send = async (running: WholeApp, method: string, path: string, body = '', headers: readonly string[] = []) => {
  const wire = open(Number(new URL(running.localUrl).port), method === 'HEAD');
  wire.socket.write(request(method, path, body, headers));
  const [answer] = await wire.answers(1);
  wire.socket.destroy();
  return answer?.status;
};
const post = (running: WholeApp, body: string, headers: readonly string[] = []) =>
  send(running, 'POST', `/${secretOf(running)}`, body, headers);
const storyComesToBe = async (running: WholeApp, id: string, story: string): Promise<void> => {
  for (;;) {
    const found = (await requestsOf(running)).find((each) => each.id === id);
    if (found?.story === story) return;
    if (found !== undefined && !found.story.startsWith('Waiting') && found.story !== 'About to be told')
      throw new Error(`the story is “${found.story}”`);
    await pause(5);
  }
};

const setUp = async () => {
  const world = await createWorld();
  const accessToken = world.environment.REDBOOTH_ACCESS_TOKEN;
  const running = await startApp({ flags: { redbooth: world.origin }, accessToken });
  await running.line((line) => line.event === 'account' && line.state === 'signed-in');
  return { ...world, running };
};

test('a request is kept with its time, answer, size, duration, sender and body, and without a secret', async () => {
  const running = await startApp();
  const body = hookBody(7);
  expect(await post(running, body, ['User-Agent: Redbooth/1.0'])).toBe(200);
  const newest = await newestOf(running);
  expect(newest).toMatchObject({
    method: 'POST',
    status: 200,
    size: body.length,
    userAgent: 'Redbooth/1.0',
    hookUrlName: 'My organisation',
    body,
    isBodyCut: false,
    story: 'Waiting for Redbooth’s answer',
    canReplay: true,
  });
  expect(newest.duration).toBeGreaterThanOrEqual(0);
  expect(Math.abs(newest.at - Date.now())).toBeLessThan(60_000);
});

test('nothing of a request leaves with a secret in it, wherever its sender puts one', async () => {
  const running = await startApp();
  const secret = secretOf(running);
  await post(running, JSON.stringify({ type: 'task', id: 7, url: `https://x.test/${secret}` }), [
    `User-Agent: ${secret}`,
  ]);
  await send(running, 'GET', `/${secret}?again=${secret}`);
  await send(running, 'GET', `/nothing/${secret}`);
  const requests = await requestsOf(running);
  expect(requests).toHaveLength(3);
  expect(JSON.stringify(requests)).not.toContain(secret);
  for (const { id } of requests)
    expect(JSON.stringify(await running.ask('copy-request-as-curl', { id }))).not.toContain(secret);
});

test.for([
  ['not JSON', 'POST', 'hello', [], 'Turned away: the body is not JSON in UTF-8'],
  ['without an id', 'POST', '{"type":"task"}', [], 'Turned away: “id” must be 1 to 19 digits'],
  ['not about a task', 'POST', '{"type":"note","id":1}', [], 'Nothing to do: it was empty, or not about a task'],
  ['empty', 'POST', '', [], 'Nothing to do: it was empty, or not about a task'],
  ['compressed', 'POST', 'x', ['Content-Encoding: gzip'], 'Turned away: its body was compressed'],
  ['opened in a browser', 'GET', '', [], 'The hook URL was opened, and works'],
  ['of another method', 'DELETE', '', [], 'Turned away: a hook is a POST'],
] as const)('the story of a request that is %s', async ([, method, body, headers, story]) => {
  const running = await startApp();
  await send(running, method, `/${secretOf(running)}`, body, headers);
  expect(await newestOf(running)).toMatchObject({ story, canReplay: false });
});

test('a request by a path that is no hook URL is kept without its body', async () => {
  const running = await startApp();
  expect(await send(running, 'POST', '/wp-login.php', 'user=admin')).toBe(404);
  const newest = await newestOf(running);
  expect(newest).toMatchObject({ hookUrlName: null, body: null, story: 'Turned away: not one of your hook URLs' });
  expect(await running.ask('copy-request-as-curl', { id: newest.id })).toEqual({ kind: 'nothing' });
});

test('the story of a hook says what the user was told', async () => {
  const { running, simulator } = await setUp();
  const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', silently: true });
  await post(running, hookBody(taskId, 'create'));
  const { id } = await newestOf(running);
  await storyComesToBe(running, id, 'Told you: Bo created “Book venue”');
});

test('the story of a hook says why nobody was told', async () => {
  const { running, simulator } = await setUp();
  const mine = simulator.createTask({ name: 'Mine', by: 'ada', silently: true });
  await post(running, hookBody(mine.taskId, 'create'));
  await storyComesToBe(running, (await newestOf(running)).id, 'Only listed: you did this yourself');
  const theirs = simulator.createTask({ name: 'Theirs', by: 'bo', assignedTo: 'chi', silently: true });
  await post(running, hookBody(theirs.taskId, 'create'));
  await storyComesToBe(
    running,
    (await newestOf(running)).id,
    'Only listed: it is not your task, and you do not watch it',
  );
  await post(running, hookBody(9_999_999));
  await storyComesToBe(running, (await newestOf(running)).id, 'You cannot see this task, or it is gone');
});

test('a replay works on the hooks of a request once more, and does not count as an arrival', async () => {
  const { running, simulator } = await setUp();
  const { taskId } = simulator.createTask({ name: 'Book venue', by: 'bo', assignedTo: 'ada', silently: true });
  await post(running, hookBody(taskId, 'create'));
  const { id } = await newestOf(running);
  await storyComesToBe(running, id, 'Told you: Bo created “Book venue”');
  const arrived = running.app.overview().hookUrls[0]?.lastArrivalAt;
  simulator.comment(taskId, 'By the river', 'bo', { silently: true });
  await running.ask('replay-request', { id });
  await running.line((line) => line.event === 'change' && JSON.stringify(line.changes).includes('By the river'));
  expect(running.linesOf('hook')).toMatchObject([
    { taskId, action: 'create' },
    { taskId, action: 'create' },
  ]);
  expect(await requestsOf(running)).toHaveLength(1);
  expect(running.app.overview().hookUrls[0]?.lastArrivalAt).toBe(arrived);
});

test('what cannot be replayed or copied is refused', async () => {
  const running = await startApp();
  await post(running, 'hello');
  const { id } = await newestOf(running);
  expect(await running.refusal('replay-request', { id })).toMatchObject({ code: 'not-found' });
  expect(await running.refusal('replay-request', { id: 'none' })).toMatchObject({ code: 'not-found' });
  expect(await running.refusal('copy-request-as-curl', { id: 'none' })).toMatchObject({ code: 'not-found' });
});
