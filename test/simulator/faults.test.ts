import { describe, expect, it } from 'vitest';
import { startSimulator } from './start.ts';

describe('scripted faults', () => {
  it('fail so many requests, then no more', async () => {
    const { simulator, call } = await startSimulator();
    simulator.failNext(2, { status: 503, retryAfter: 4 });
    const first = await call('/me');
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '4']);
    expect((await call('/me')).status).toBe(503);
    expect((await call('/me')).status).toBe(200);
  });

  it('concern only paths with the given beginning', async () => {
    const { simulator, call } = await startSimulator();
    simulator.failNext(1, { status: 500 }, '/api/3/comments');
    expect((await call('/me')).status).toBe(200);
    expect((await call('/comments')).status).toBe(500);
  });

  it('concern only the given method', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo' });
    simulator.failNext(1, { status: 403 }, '/api/3/tasks', 'PUT');
    expect((await call(`/tasks/${taskId}`)).status).toBe(200);
    expect((await call(`/tasks/${taskId}`, { method: 'PUT', body: { name: 'b' } })).status).toBe(403);
    expect(simulator.world.task(taskId).name).toBe('a');
  });

  it('can put off a write, to be asked again', async () => {
    const { simulator, call } = await startSimulator();
    simulator.failNext(1, { status: 202, retryAfter: 2 });
    const reply = await call('/me');
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([202, '2']);
    expect(reply.body).toMatchObject({ status: 'Enqueued' });
  });

  it('can lose the answer to what was done', async () => {
    const { simulator, call } = await startSimulator();
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo' });
    simulator.failNext(1, { lost: true }, '/api/3/comments', 'POST');
    const body = { target_type: 'Task', target_id: taskId, body: 'On it.' };
    await expect(call('/comments', { method: 'POST', body })).rejects.toThrow();
    expect(simulator.world.comments.get(taskId)).toHaveLength(1);
    expect(simulator.requests()).toMatchObject([{ method: 'POST', status: null }]);
  });

  it('can do it at once and answer late', async () => {
    const { simulator, clock, call } = await startSimulator();
    const { taskId } = simulator.createTask({ name: 'a', by: 'bo' });
    simulator.failNext(1, { delay: 5000 }, '/api/3/tasks', 'PUT');
    const asked = call(`/tasks/${taskId}`, { method: 'PUT', body: { name: 'b' } });
    while (clock.waiting() === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(simulator.world.task(taskId).name).toBe('b');
    await clock.advance(5000);
    expect((await asked).status).toBe(200);
  });

  it('can be a page instead of JSON', async () => {
    const { simulator, call } = await startSimulator();
    simulator.failNext(1, { html: 502 });
    const reply = await call('/me');
    expect([reply.status, reply.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
  });

  it('can lead elsewhere', async () => {
    const { simulator, call } = await startSimulator();
    simulator.failNext(1, { redirect: 'http://127.0.0.1:1/login' });
    const reply = await call('/me');
    expect([reply.status, reply.headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/login']);
  });

  it('can cut the answer in the middle', async () => {
    const { simulator, origin, ada } = await startSimulator();
    simulator.failNext(1, { truncated: true });
    const reply = await fetch(`${origin}/api/3/me`, { headers: { authorization: `Bearer ${ada}` } });
    expect(reply.status).toBe(200);
    await expect(reply.text()).rejects.toThrow();
  });

  it('can leave the client without an answer', async () => {
    const { simulator, origin, call } = await startSimulator();
    simulator.failNext(1, { hang: true });
    const abort = new AbortController();
    const asked = fetch(`${origin}/api/3/me`, { signal: abort.signal });
    while (simulator.requests().length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect((await call('/me')).status).toBe(200);
    expect(simulator.requests()[0]?.status).toBeNull();
    abort.abort();
    await expect(asked).rejects.toThrow();
  });

  it('reset every connection while down, and none after', async () => {
    const { simulator, call } = await startSimulator();
    await call('/me');
    simulator.setDown(true);
    await expect(call('/me')).rejects.toThrow();
    simulator.setDown(false);
    expect((await call('/me')).status).toBe(200);
  });
});
