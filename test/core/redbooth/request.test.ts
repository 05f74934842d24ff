import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ApiFailure } from '../../../electron/core/redbooth/client-port.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createHastyClock } from './hasty-clock.ts';
import { type ScriptedReply, createScriptedApi } from './scripted-api.ts';
import { createTokens, failureOf, startTalk, until, valueOf } from './talk.ts';

const good: ScriptedReply = { body: { id: 1, name: 'Write the offer', project_id: 2 } };

const messageOf = (failure: ApiFailure): string => ('message' in failure ? failure.message : '');

describe('an answer', () => {
  it.each<[string, ScriptedReply, ApiFailure['kind']]>([
    ['403', { status: 403, body: { error: { message: 'Forbidden' } } }, 'forbidden'],
    ['404 in JSON', { status: 404, body: { error: { message: 'Not Found' } } }, 'missing'],
    ['404 in HTML', { status: 404, headers: { 'Content-Type': 'text/html' }, body: '<h1>404</h1>' }, 'missing'],
    ['404 without a body', { status: 404, body: '' }, 'missing'],
    ['400', { status: 400, body: { error: { message: 'Bad Request', errors: {} } } }, 'unavailable'],
    ['422', { status: 422, body: { error: 'Unprocessable Entity' } }, 'unavailable'],
    ['HTML with 200', { headers: { 'Content-Type': 'text/html' }, body: '<h1>Maintenance</h1>' }, 'unavailable'],
    ['nothing with 200', { body: '' }, 'unavailable'],
    ['half a JSON with 200', { body: '{"id":1' }, 'unavailable'],
    ['an error with 200', { body: { error: 'no' } }, 'unavailable'],
    ['two tasks with 200', { body: [{ id: 1 }, { id: 2 }] }, 'unavailable'],
  ])('of %s is final at once', async (_name, reply, kind) => {
    const { api, client } = await startTalk();
    api.script(reply, good);
    expect(failureOf(await client.task('1')).kind).toBe(kind);
    expect(api.requests).toHaveLength(1);
  });

  it.each([
    [{ status: 400, body: { error: { message: 'Bad Request' } } }, ['tasks', '400', 'Bad Request']],
    [{ status: 422, body: { error: 'Unprocessable Entity' } }, ['tasks', '422', 'Unprocessable Entity']],
    [{ body: 'nonsense' }, ['tasks', 'not JSON']],
    [{ body: { id: 1 } }, ['tasks', 'project_id']],
  ])('of %j is explained by what could not be read', async (reply, words) => {
    const { api, client } = await startTalk();
    api.script(reply);
    const message = messageOf(failureOf(await client.task('1')));
    for (const word of words) expect(message).toContain(word);
  });

  it('that quotes the token or goes on for long is not repeated in the message', async () => {
    const { api, client, log } = await startTalk({ tokens: createTokens('secret-token') });
    api.script({ status: 400, body: { error: `secret-token ${'x'.repeat(5000)}` } });
    const message = messageOf(failureOf(await client.task('1')));
    expect(message).toContain('***');
    expect(message).not.toContain('x'.repeat(100));
    expect(message + log.lines.join()).not.toContain('secret-token');
  });

  it('of more than 5 MiB is given up, also when it comes small and unpacks', async () => {
    const { api, client } = await startTalk();
    const body = gzipSync(JSON.stringify({ id: 1, project_id: 2, name: 'x'.repeat(6 * 1024 * 1024) }));
    api.script({ headers: { 'Content-Encoding': 'gzip', 'Content-Length': String(body.length) }, body });
    const failure = failureOf(await client.task('1'));
    expect(failure.kind).toBe('unavailable');
    expect(messageOf(failure)).toContain('5 MiB');
    expect(body.length).toBeLessThan(100_000);
  });

  it('of almost 5 MiB is read', async () => {
    const { api, client } = await startTalk();
    api.script({ body: { id: 1, project_id: 2, name: 'x'.repeat(5 * 1024 * 1024 - 200) } });
    expect(valueOf(await client.task('1')).id).toBe('1');
  });
});

describe('an attempt that may do better', () => {
  it.each<[string, ScriptedReply, number[]]>([
    ['202 with Retry-After', { status: 202, headers: { 'Retry-After': '3' }, body: { status: 'Enqueued' } }, [3000]],
    ['202 without', { status: 202, body: { status: 'Enqueued', retry_after: 0 } }, [1000]],
    ['202 with Retry-After of 0', { status: 202, headers: { 'Retry-After': '0' } }, [1000]],
    ['429 in plain text', { status: 429, body: 'Retry later' }, [5000]],
    ['429 with Retry-After', { status: 429, headers: { 'Retry-After': '7' }, body: 'Retry later' }, [7000]],
    [
      '429 with a date',
      { status: 429, headers: { 'Retry-After': 'Mon, 23 Nov 2026 09:00:09 GMT' }, body: 'Retry later' },
      [9000],
    ],
    ['429 with nonsense', { status: 429, headers: { 'Retry-After': 'soon' }, body: 'Retry later' }, [5000]],
    ['500 in HTML', { status: 500, headers: { 'Content-Type': 'text/html' }, body: '<h1>Oops</h1>' }, [500]],
    ['503 with Retry-After', { status: 503, headers: { 'Retry-After': '4' } }, [4000]],
    ['304 though nothing was asked by ETag', { status: 304, body: '' }, [500]],
    ['a connection that breaks off', 'break-off', [500]],
    ['a body that breaks off', 'break-off-in-body', [500]],
  ])('after %s is made again', async (_name, reply, waits) => {
    const clock = createHastyClock();
    const { api, client } = await startTalk({ clock });
    api.script(reply, good);
    expect(valueOf(await client.task('1')).name).toBe('Write the offer');
    expect(clock.waits).toEqual(waits);
  });

  it.each<[string, ScriptedReply, number[], number]>([
    ['5xx: four times', { status: 502, body: 'Bad gateway' }, [500, 1000, 2000], 8000],
    ['no connection: four times', 'break-off', [500, 1000, 2000], 8000],
    ['202: four times', { status: 202 }, [1000, 1000, 1000], 1000],
    ['429: until the waits add up to 20 s', { status: 429, body: 'Retry later' }, [5000, 10_000], 20_000],
    ['429 with a long Retry-After: once', { status: 429, headers: { 'Retry-After': '600' } }, [], 600_000],
    ['429 with one of years: once', { status: 429, headers: { 'Retry-After': '999999999' } }, [], 3_600_000],
  ])('is made no more than so often after %s', async (_name, reply, waits, retryAfter) => {
    const clock = createHastyClock();
    const { api, client } = await startTalk({ clock });
    api.serve(() => reply);
    expect(failureOf(await client.task('1'))).toMatchObject({ kind: 'unavailable', retryAfter });
    expect(clock.waits).toEqual(waits);
    expect(api.requests).toHaveLength(waits.length + 1);
  });

  it.each([
    [0, [0, 0, 0]],
    [0.999, [999, 1998, 3996]],
  ])('waits a random part of its backoff: %d', async (chance, waits) => {
    const clock = createHastyClock();
    const { api, client } = await startTalk({ clock, random: () => chance });
    api.serve(() => ({ status: 500 }));
    await client.task('1');
    expect(clock.waits).toEqual(waits);
  });

  it.each<ScriptedReply>(['hang', 'stall'])('is given up after 20 s when the server does this: %s', async (reply) => {
    const clock = createFakeClock();
    const { api, client } = await startTalk({ clock });
    api.script(reply, good);
    const task = client.task('1');
    await until(() => api.requests.length === 1);
    await clock.advance(20_000);
    await until(() => clock.waiting() === 1);
    await clock.advance(1000);
    expect(valueOf(await task).name).toBe('Write the offer');
    expect(clock.waiting()).toBe(0);
  });

  it('says what is wrong when nobody listens', async () => {
    const { client } = await startTalk({ fetch: (_url, init) => fetch('http://127.0.0.1:1', init) });
    const failure = failureOf(await client.task('1'));
    expect(failure.kind).toBe('unavailable');
    expect(messageOf(failure)).toMatch(/^Redbooth can’t be reached/);
  });
});

describe('the token', () => {
  const expired = {
    status: 401,
    headers: {
      'WWW-Authenticate':
        'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token was expired"',
    },
    body: { error: { message: 'Unauthorized' } },
  };
  const revoked = {
    ...expired,
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token", error_description="The access token was revoked"' },
  };

  it('is replaced once when it is refused', async () => {
    const tokens = createTokens('old', 'new');
    const { api, client } = await startTalk({ tokens });
    api.script(expired, good);
    expect(valueOf(await client.task('1')).id).toBe('1');
    expect(api.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
    expect(tokens.refusals).toEqual(['old']);
  });

  it('that is refused a second time ends the call', async () => {
    const tokens = createTokens('old', 'new', 'newer');
    const { api, client } = await startTalk({ tokens });
    api.serve(() => expired);
    expect(failureOf(await client.task('1')).kind).toBe('signed-out');
    expect(api.requests).toHaveLength(2);
    expect(tokens.refusals).toEqual(['old', 'new']);
  });

  it('is not sent again when there is no other', async () => {
    const { api, client } = await startTalk({
      tokens: {
        current: async () => ({ kind: 'token', token: 'same' }),
        refused: async () => undefined,
        worked: () => undefined,
      },
    });
    api.serve(() => expired);
    expect(failureOf(await client.task('1')).kind).toBe('signed-out');
    expect(api.requests).toHaveLength(1);
  });

  it.each([
    [expired, 'has expired'],
    [revoked, 'was withdrawn'],
    [{ status: 401, body: 'no' }, 'no longer accepts'],
  ])('that is refused by %j is explained', async (reply, words) => {
    const { api, client } = await startTalk({ tokens: createTokens('only') });
    api.script(reply);
    expect(messageOf(failureOf(await client.task('1')))).toContain(words);
  });

  it('that is not there means nothing is asked', async () => {
    const { api, client } = await startTalk({ tokens: createTokens() });
    expect(failureOf(await client.task('1')).kind).toBe('signed-out');
    expect(api.requests).toHaveLength(0);
  });

  it('that cannot be had just now means that the answer may come later, and nothing is asked', async () => {
    const { api, client } = await startTalk({
      tokens: {
        current: async () => ({ kind: 'unavailable', retryAfter: 7_000 }),
        refused: async () => undefined,
        worked: () => undefined,
      },
    });
    expect(failureOf(await client.task('1'))).toMatchObject({ kind: 'unavailable', retryAfter: 7_000 });
    expect(api.requests).toHaveLength(0);
  });

  it('that brought an answer is said to have worked, and no other', async () => {
    const tokens = createTokens('old', 'new');
    const { api, client } = await startTalk({ tokens });
    api.script(expired, { status: 404 }, { status: 500 }, good);
    await client.task('1');
    expect(tokens.successes).toEqual([]);
    await client.task('1');
    expect(tokens.successes).toEqual(['new']);
  });

  it('is asked for anew before each attempt', async () => {
    const { api, client } = await startTalk({ tokens: createTokens('old', 'new') });
    api.script({ status: 503 }, expired, { status: 503 }, good);
    expect(valueOf(await client.task('1')).id).toBe('1');
    expect(api.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer old',
      'Bearer old',
      'Bearer new',
      'Bearer new',
    ]);
  });

  it.each([301, 302, 303, 307, 308])('never follows a redirect (%d), not even to the same host', async (status) => {
    const other = await createScriptedApi();
    const { api, client } = await startTalk();
    api.script(
      { status, headers: { Location: `${other.origin}/api/3/tasks/1` } },
      { status, headers: { Location: '/api/3/tasks/2' } },
      { status, headers: { Location: `http://user@${new URL(other.origin).host}/` } },
      { status, headers: { Location: '//127.0.0.1:1/' } },
    );
    expect(failureOf(await client.task('1')).kind).toBe('unavailable');
    expect(other.requests).toHaveLength(0);
    expect(new Set(api.requests.map(({ url }) => url))).toEqual(new Set(['/api/3/tasks/1']));
  });

  it('is in no log line and no message, whatever fails', async () => {
    const { api, client, log } = await startTalk({ tokens: createTokens('bad\ntoken') });
    const failures = [await client.task('1'), await client.projects()].map(failureOf);
    expect(api.requests).toHaveLength(0);
    expect(JSON.stringify(failures) + log.lines.join()).not.toContain('token');
  });
});

describe('a client that is disposed', () => {
  it('ends a wait between two attempts', async () => {
    const clock = createFakeClock();
    const { api, client, log } = await startTalk({ clock });
    api.serve(() => ({ status: 429, body: 'Retry later' }));
    const task = client.task('1');
    await until(() => log.lines.length === 1);
    client.dispose();
    expect(failureOf(await task)).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('closing') });
    expect(clock.waiting()).toBe(0);
  });

  it.each<ScriptedReply>(['hang', 'stall'])('ends an exchange under way: %s', async (reply) => {
    const clock = createFakeClock();
    const { api, client } = await startTalk({ clock });
    api.script(reply);
    const task = client.task('1');
    await until(() => api.requests.length === 1);
    client.dispose();
    expect(failureOf(await task).kind).toBe('unavailable');
    expect(clock.waiting()).toBe(0);
  });

  it('ends a wait for a token', async () => {
    const never = new Promise<never>(() => undefined);
    const tokens = { current: () => never, refused: async () => undefined, worked: () => undefined };
    const { client } = await startTalk({ tokens });
    const task = client.task('1');
    client.dispose();
    expect(failureOf(await task).kind).toBe('unavailable');
  });

  it('asks nothing any more', async () => {
    const { api, client } = await startTalk();
    client.dispose();
    expect(failureOf(await client.me()).kind).toBe('unavailable');
    expect(api.requests).toHaveLength(0);
  });
});
