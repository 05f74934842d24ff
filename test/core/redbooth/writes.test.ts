import { describe, expect, it } from 'vitest';
import type { ApiFailure, Fetch } from '../../../electron/core/redbooth/client-port.ts';
import { spanish } from '../../../electron/messages/es/index.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createHastyClock } from './hasty-clock.ts';
import { type ScriptedReply, createScriptedApi } from './scripted-api.ts';
import { createTokens, failureOf, startTalk, until, valueOf } from './talk.ts';

const resolved = { id: 42, name: 'Write the offer', project_id: 2, status: 'resolved' };
const taken: ScriptedReply = { status: 201, body: { id: 7, body: 'Done' } };

const messageOf = (failure: ApiFailure): string => ('message' in failure ? failure.message : '');

/** Fails the first time as `error` says, and goes through from then on. */
const failingOnce = (error: unknown): Fetch => {
  let isFirst = true;
  return (url, init) => {
    if (!isFirst) return fetch(url, init);
    isFirst = false;
    return Promise.reject(error);
  };
};

const nodeError = (code: string): Error => Object.assign(new TypeError('fetch failed'), { cause: { code } });

describe('a status', () => {
  it.each([
    ['a task', resolved],
    ['a list of one', [resolved]],
  ])('is put as JSON with the token, and answered with %s', async (_name, body) => {
    const { api, client } = await startTalk();
    api.script({ body });
    expect(valueOf(await client.setTaskStatus('42', 'resolved'))).toMatchObject({ id: '42', status: 'resolved' });
    const [request] = api.requests;
    expect(request).toMatchObject({ method: 'PUT', url: '/api/3/tasks/42', body: '{"status":"resolved"}' });
    expect(request?.headers).toMatchObject({ authorization: 'Bearer token-1', 'content-type': 'application/json' });
  });

  it.each<[string, ScriptedReply]>([
    ['nothing', { status: 204, body: '' }],
    ['something else', { body: { status: 'ok' } }],
    ['a page', { headers: { 'Content-Type': 'text/html' }, body: '<h1>Saved</h1>' }],
  ])('that is answered with %s is read from Redbooth', async (_name, reply) => {
    const { api, client } = await startTalk();
    api.script(reply, { body: resolved });
    expect(valueOf(await client.setTaskStatus('42', 'resolved')).status).toBe('resolved');
    expect(api.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'PUT /api/3/tasks/42',
      'GET /api/3/tasks/42',
    ]);
  });

  it.each<[string, ScriptedReply]>([
    ['429', { status: 429, body: 'Retry later' }],
    ['202', { status: 202, body: { status: 'Enqueued' } }],
    ['503', { status: 503 }],
    ['an HTML 500', { status: 500, headers: { 'Content-Type': 'text/html' }, body: '<h1>Oops</h1>' }],
    ['a connection that breaks off', 'break-off'],
  ])('is put again after %s, as that does no harm', async (_name, reply) => {
    const { api, client } = await startTalk();
    api.script(reply, { body: resolved });
    expect(valueOf(await client.setTaskStatus('42', 'resolved')).id).toBe('42');
    expect(api.requests.map(({ method, body }) => method + body)).toEqual(
      Array.from({ length: 2 }, () => 'PUT{"status":"resolved"}'),
    );
  });

  it('that could not be put says so, and what to do', async () => {
    const { api, client } = await startTalk();
    api.serve(() => ({ status: 502 }));
    expect(messageOf(failureOf(await client.setTaskStatus('42', 'open')))).toBe(
      'Redbooth has trouble answering (502), so the task may not have been changed. Try again in a minute.',
    );
  });
});

describe('a comment', () => {
  it.each([
    ['42', 42],
    ['9007199254740993', '9007199254740993'],
  ])('is posted to a task, whose id %s goes as %j', async (id, target_id) => {
    const { api, client } = await startTalk();
    api.script(taken);
    expect(await client.addComment(id, 'Done “today”')).toEqual({ ok: true, value: null });
    const [request] = api.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/api/3/comments' });
    expect(JSON.parse(request?.body ?? '')).toEqual({ target_type: 'Task', target_id, body: 'Done “today”' });
  });

  it.each<[string, ScriptedReply]>([
    ['201', taken],
    ['202, which is not asked again', { status: 202, headers: { 'Retry-After': '1' }, body: { status: 'Enqueued' } }],
    ['204', { status: 204, body: '' }],
    ['200 and a page', { headers: { 'Content-Type': 'text/html' }, body: '<h1>Thanks</h1>' }],
  ])('is there with %s', async (_name, reply) => {
    const { api, client } = await startTalk();
    api.script(reply);
    expect(await client.addComment('42', 'Done')).toEqual({ ok: true, value: null });
    expect(api.requests).toHaveLength(1);
  });

  it.each<[string, ScriptedReply]>([
    ['429', { status: 429, body: 'Retry later' }],
    ['429 with Retry-After', { status: 429, headers: { 'Retry-After': '3' } }],
  ])('is posted again after %s', async (_name, reply) => {
    const { api, client } = await startTalk();
    api.script(reply, taken);
    expect((await client.addComment('42', 'Done')).ok).toBe(true);
    expect(api.requests).toHaveLength(2);
  });

  it.each([
    ['a refused connection', nodeError('ECONNREFUSED')],
    ['a name that is not found', nodeError('ENOTFOUND')],
    ['a refused connection in Electron', new Error('net::ERR_CONNECTION_REFUSED')],
  ])('is posted again after %s', async (_name, error) => {
    const { api, client } = await startTalk({ fetch: failingOnce(error) });
    api.script(taken);
    expect((await client.addComment('42', 'Done')).ok).toBe(true);
    expect(api.requests).toHaveLength(1);
  });

  it('is posted again with another token when the first is refused', async () => {
    const { api, client } = await startTalk({ tokens: createTokens('old', 'new') });
    api.script({ status: 401 }, taken);
    expect((await client.addComment('42', 'Done')).ok).toBe(true);
    expect(api.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  it.each<[string, ScriptedReply]>([
    ['500', { status: 500 }],
    ['502', { status: 502, body: 'Bad gateway' }],
    ['503, even with Retry-After', { status: 503, headers: { 'Retry-After': '1' } }],
    ['408', { status: 408 }],
    ['a connection that breaks off', 'break-off'],
    ['an answer that breaks off', 'break-off-in-body'],
    ['a redirect', { status: 307, headers: { Location: '/api/3/comments' } }],
  ])('is never posted twice when it may have arrived: %s', async (_name, reply) => {
    const { api, client } = await startTalk();
    api.script(reply, taken);
    const failure = failureOf(await client.addComment('42', 'Done'));
    expect(failure.kind).toBe('unavailable');
    expect(messageOf(failure)).toContain('so the comment may or may not have arrived. Look at the task');
    expect(api.requests).toHaveLength(1);
  });

  it.each([
    ['a reset', nodeError('ECONNRESET')],
    ['a broken pipe', nodeError('EPIPE')],
    ['a timeout', nodeError('ETIMEDOUT')],
    ['an unreachable host', nodeError('EHOSTUNREACH')],
    ['a changed network', new Error('net::ERR_NETWORK_CHANGED')],
    ['nothing known', new TypeError('fetch failed')],
  ])('is never posted twice after %s', async (_name, error) => {
    const { api, client } = await startTalk({ fetch: failingOnce(error) });
    api.script(taken);
    expect(messageOf(failureOf(await client.addComment('42', 'Done')))).toContain('may or may not have arrived');
    expect(api.requests).toHaveLength(0);
  });

  it('is given up after 20 s without an answer, and not posted again', async () => {
    const clock = createFakeClock();
    const { api, client } = await startTalk({ clock });
    api.script('hang', taken);
    const comment = client.addComment('42', 'Done');
    await until(() => api.requests.length === 1);
    await clock.advance(20_000);
    expect(messageOf(failureOf(await comment))).toContain('within 20 seconds, so the comment may or may not');
    expect(clock.waiting()).toBe(0);
    expect(api.requests).toHaveLength(1);
  });

  it('that surely did not arrive is said not to be sent', async () => {
    const { client } = await startTalk({ fetch: () => Promise.reject(nodeError('ECONNREFUSED')) });
    expect(messageOf(failureOf(await client.addComment('42', 'Done')))).toBe(
      'Redbooth can’t be reached (ECONNREFUSED), so the comment was not sent. Check your internet connection, and try again.',
    );
  });

  it('is not sent while a longer rest is on, and says so at once', async () => {
    const { api, client, limiter } = await startTalk();
    limiter.rest(60_000);
    const failure = failureOf(await client.addComment('42', 'Done'));
    expect(failure).toMatchObject({
      kind: 'unavailable',
      message: 'Redbooth asks the app to slow down, so the comment was not sent. Try again in a minute.',
      retryAfter: 60_000,
    });
    expect(failure.kind === 'unavailable' && failure.words?.(spanish)).toBe(
      'Redbooth pide a la aplicación que vaya más despacio, así que el comentario no se envió. Vuelve a intentarlo dentro de un minuto.',
    );
    expect(api.requests).toHaveLength(0);
  });
});

describe('a write', () => {
  it('to an id that is none is a bug, and never sent', async () => {
    const { api, client } = await startTalk();
    for (const id of ['', '1/2', '../me', '1?x', '1e3']) {
      await expect(client.setTaskStatus(id, 'open')).rejects.toThrow(RangeError);
      await expect(client.addComment(id, 'Done')).rejects.toThrow(RangeError);
    }
    expect(api.requests).toHaveLength(0);
  });

  it.each<[string, ScriptedReply, ApiFailure['kind']]>([
    ['403', { status: 403, body: { error: 'Forbidden' } }, 'forbidden'],
    ['404 in HTML', { status: 404, headers: { 'Content-Type': 'text/html' }, body: '<h1>404</h1>' }, 'missing'],
    ['400', { status: 400 }, 'unavailable'],
    ['422', { status: 422 }, 'unavailable'],
  ])('that meets %s is over at once', async (_name, reply, kind) => {
    const { api, client } = await startTalk();
    api.serve(() => reply);
    expect(failureOf(await client.setTaskStatus('42', 'open')).kind).toBe(kind);
    expect(failureOf(await client.addComment('42', 'Done')).kind).toBe(kind);
    expect(api.requests).toHaveLength(2);
  });

  it('that is refused quotes what Redbooth says, but never the token', async () => {
    const { api, client, log } = await startTalk({ tokens: createTokens('secret-token') });
    api.script(
      { status: 422, body: { error: { message: 'Status <b>is not</b> allowed for secret-token' } } },
      { status: 400, body: { error: `body is too long ${'x'.repeat(5000)}` } },
    );
    const status = messageOf(failureOf(await client.setTaskStatus('42', 'resolved')));
    expect(status).toContain('didn’t take the change (422: Status is not allowed for ***), so the task is as it was.');
    const comment = messageOf(failureOf(await client.addComment('42', 'Done')));
    expect(comment).toMatch(/didn’t take the comment \(400: body is too long x+…\)/);
    expect(comment.length).toBeLessThan(250);
    expect(log.lines.join()).not.toContain('secret-token');
  });

  it('without anybody signed in is not sent', async () => {
    const { api, client } = await startTalk({ tokens: createTokens() });
    expect(failureOf(await client.setTaskStatus('42', 'open')).kind).toBe('signed-out');
    expect(failureOf(await client.addComment('42', 'Done')).kind).toBe('signed-out');
    expect(api.requests).toHaveLength(0);
  });

  it.each([301, 302, 303, 307, 308])('never takes its token elsewhere by a redirect (%d)', async (status) => {
    const other = await createScriptedApi();
    const { api, client } = await startTalk();
    api.serve(() => ({ status, headers: { Location: `${other.origin}/api/3/tasks/42` } }));
    expect(failureOf(await client.setTaskStatus('42', 'open')).kind).toBe('unavailable');
    expect(failureOf(await client.addComment('42', 'Done')).kind).toBe('unavailable');
    expect(other.requests).toHaveLength(0);
    expect(new Set(api.requests.map(({ method, url }) => `${method} ${url}`))).toEqual(
      new Set(['PUT /api/3/tasks/42', 'POST /api/3/comments']),
    );
  });

  it('passes before reads that wait, as do those that a person waits for', async () => {
    const clock = createFakeClock();
    const { api, client } = await startTalk({ clock, rate: 1, burst: 1 });
    api.serve(({ method, path }) => ({ body: method === 'GET' && path.endsWith('tasks') ? [] : resolved }));
    const answers = [
      client.task('1'),
      client.inBackground.recentTasks(1, 10),
      client.task('2'),
      client.addComment('3', 'Done'),
      client.inBackground.setTaskStatus('4', 'open'),
      client.forUser.task('5'),
    ];
    for (let number = 1; number <= answers.length; number += 1) {
      await until(() => api.requests.length === number);
      await clock.advance(1000);
    }
    await Promise.all(answers);
    expect(api.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/3/tasks/1',
      'POST /api/3/comments',
      'PUT /api/3/tasks/4',
      'GET /api/3/tasks/5',
      'GET /api/3/tasks/2',
      'GET /api/3/tasks',
    ]);
  });

  it('is not sent by a client that is disposed', async () => {
    const clock = createHastyClock();
    const { api, client } = await startTalk({ clock });
    client.dispose();
    expect(failureOf(await client.addComment('42', 'Done')).kind).toBe('unavailable');
    expect(api.requests).toHaveLength(0);
  });
});
