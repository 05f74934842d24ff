import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../electron/simulator/simulator.ts';
import { createFakeClock } from '../fakes/clock.ts';

const started = () => {
  const clock = createFakeClock();
  const simulator = createSimulator({ seed: 7, clock });
  const { accessToken } = simulator.signIn('ada');
  const ask = (path: string, init: Omit<RequestInit, 'headers'> = {}, headers: Record<string, string> = {}) =>
    simulator.fetch(`${simulator.origin()}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${accessToken}`, ...headers },
    });
  return { clock, simulator, ask, accessToken };
};

describe('fetch in this process', () => {
  it('answers like the server that listens', async () => {
    const { simulator, ask, accessToken } = started();
    const near = await ask('/api/3/me');
    const nearBody: unknown = await near.json();
    const { origin } = await simulator.listen();
    const far = await fetch(`${origin}/api/3/me`, { headers: { authorization: `Bearer ${accessToken}` } });
    const farBody: unknown = await far.json();
    await simulator.dispose();
    expect([near.status, near.headers.get('etag'), nearBody]).toEqual([far.status, far.headers.get('etag'), farBody]);
    expect(simulator.requests().map(({ path, status }) => [path, status])).toEqual([
      ['/api/3/me', 200],
      ['/api/3/me', 200],
    ]);
  });

  it.each([
    ['JSON', JSON.stringify({ target_type: 'Task', target_id: 'ID', body: 'On it.' })],
    ['a form', new URLSearchParams({ target_type: 'Task', target_id: 'ID', body: 'On it.' })],
  ])('writes %s', async (_, body) => {
    const { simulator, ask } = started();
    const [taskId = ''] = [...simulator.world.tasks.keys()];
    const sent = typeof body === 'string' ? body.replace('ID', taskId) : new URLSearchParams(body);
    if (typeof sent !== 'string') sent.set('target_id', taskId);
    expect((await ask('/api/3/comments', { method: 'POST', body: sent })).status).toBe(201);
    expect(simulator.world.comments.get(taskId)).toMatchObject([{ body: 'On it.' }]);
  });

  it('gives no body with 304 and 204', async () => {
    const { simulator, ask } = started();
    const [taskId = ''] = [...simulator.world.tasks.keys()];
    const etag = (await ask(`/api/3/tasks/${taskId}`)).headers.get('etag') ?? '';
    const again = await ask(`/api/3/tasks/${taskId}`, {}, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await ask(`/api/3/tasks/${taskId}`, { method: 'DELETE' })).status).toBe(204);
  });

  it('fails for every other address, as nobody is there', async () => {
    const { simulator } = started();
    await expect(simulator.fetch('http://127.0.0.1:9/api/3/me', {})).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('follows a redirect, stops at it, or refuses it, as asked', async () => {
    const { simulator, ask } = started();
    const lead = (): void => simulator.failNext(1, { redirect: '/api/3/me' }, '/api/3/projects');
    lead();
    expect(await (await ask('/api/3/projects')).json()).toMatchObject({ username: 'ada' });
    lead();
    expect((await ask('/api/3/projects', { redirect: 'manual' })).headers.get('location')).toBe('/api/3/me');
    lead();
    await expect(ask('/api/3/projects', { redirect: 'error' })).rejects.toThrow(TypeError);
  });

  it('never ends on a hang, until it is aborted', async () => {
    const { simulator, ask } = started();
    simulator.failNext(1, { hang: true });
    const abort = new AbortController();
    const asked = ask('/api/3/me', { signal: abort.signal });
    const refused = expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    abort.abort();
    await refused;
  });

  it('breaks off in the middle of a truncated answer', async () => {
    const { simulator, ask } = started();
    simulator.failNext(1, { truncated: true });
    const reply = await ask('/api/3/me');
    expect(reply.status).toBe(200);
    await expect(reply.text()).rejects.toThrow('fetch failed');
  });

  it('fails while the simulation is down, also what was waiting', async () => {
    const { simulator, ask } = started();
    simulator.failNext(1, { hang: true });
    const waiting = expect(ask('/api/3/me')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    simulator.setDown(true);
    await waiting;
    await expect(ask('/api/3/me')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    simulator.setDown(false);
    expect((await ask('/api/3/me')).status).toBe(200);
  });

  it('waits by the clock it was given', async () => {
    const { clock, simulator, ask } = started();
    simulator.failNext(1, { delay: 3_000 });
    let isAnswered = false;
    const asked = ask('/api/3/me').finally(() => (isAnswered = true));
    await clock.advance(2_999);
    expect(isAnswered).toBe(false);
    await clock.advance(1);
    expect((await asked).status).toBe(200);
  });
});

describe('hooks in this process', () => {
  it('go where the sender takes them', async () => {
    const sent: string[] = [];
    const simulator = createSimulator({
      seed: 7,
      clock: createFakeClock(),
      sendHook: ({ target, body }, ended) => {
        sent.push(`${target} ${body}`);
        ended({ status: 200, failure: null });
        return () => undefined;
      },
    });
    simulator.attachHook('http://127.0.0.1:1/secret');
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo' });
    await simulator.hooksIdle();
    const url = `${simulator.origin()}/api/3/tasks/${taskId}`;
    expect(sent).toEqual([
      `http://127.0.0.1:1/secret ${JSON.stringify({ type: 'task', id: taskId, url, action: 'create' })}`,
    ]);
    expect(simulator.deliveries()).toMatchObject([{ taskId, status: 200, attempt: 1 }]);
  });
});
