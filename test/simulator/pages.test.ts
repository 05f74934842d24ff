import { describe, expect, it } from 'vitest';
import { problemOfHookUrl } from '../../electron/simulator/pages.ts';
import { startReceiver, startSimulator } from './start.ts';

const paste = (origin: string, organization: string, fields: Record<string, string>, headers = {}): Promise<Response> =>
  fetch(`${origin}/app/organization/${organization}/web_hooks`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams(fields),
  });

describe('the page of a task', () => {
  it('is there at /a/ and brings no token along', async () => {
    const { origin, ada } = await startSimulator();
    const reply = await fetch(`${origin}/a/`);
    expect(reply.status).toBe(200);
    expect(await reply.text()).not.toContain(ada);
  });

  it('says what the task is now, in words', async () => {
    const { simulator, origin } = await startSimulator();
    const { taskId } = simulator.createTask({
      name: 'Book venue',
      by: 'bo',
      assignedTo: 'ada',
      dueOn: '2026-12-03',
      isUrgent: true,
    });
    const { projectId } = simulator.world.task(taskId);
    const reply = await fetch(`${origin}/a/task.json?project=${projectId}&task=${taskId}`);
    expect(await reply.json()).toEqual({
      project: 'Shared',
      name: 'Book venue',
      state: 'New · assigned to Ada Lovell · due 2026-12-03 · urgent',
      description: '',
    });
  });

  it.each([{ project: 'Board' }, { isPrivate: true }])('does not show %j to who may not see it', async (more) => {
    const { simulator, origin } = await startSimulator();
    const { taskId } = simulator.createTask({ name: 'Secret', by: 'bo', ...more });
    const { projectId } = simulator.world.task(taskId);
    const reply = await fetch(`${origin}/a/task.json?project=${projectId}&task=${taskId}`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).not.toContain('Secret');
  });
});

describe('the page of hook URLs', () => {
  it('takes a pasted URL and calls it from then on', async () => {
    const { url, received } = await startReceiver();
    const { simulator, origin } = await startSimulator();
    const { id } = simulator.world.organization;
    expect((await paste(origin, id, { add: ` ${url} ` })).status).toBe(303);
    expect(simulator.hookUrls()).toEqual([url]);
    expect(await (await fetch(`${origin}/app/organization/${id}/web_hooks`)).text()).toContain(url);
    simulator.createTask({ name: 'a', by: 'bo' });
    await simulator.hooksIdle();
    expect(received).toHaveLength(1);
  });

  it('lets a URL be removed', async () => {
    const { simulator, origin } = await startSimulator();
    simulator.attachHook('http://127.0.0.1:1/x');
    await paste(origin, simulator.world.organization.id, { remove: 'http://127.0.0.1:1/x' });
    expect(simulator.hookUrls()).toEqual([]);
  });

  it('is for admins only', async () => {
    const { simulator, origin } = await startSimulator({ signedInUser: 'bo' });
    const reply = await paste(origin, simulator.world.organization.id, { add: 'http://127.0.0.1:1/x' });
    expect([reply.status, simulator.hookUrls()]).toEqual([403, []]);
    expect(await reply.text()).toContain('Insufficient authorization');
  });

  it('takes nothing from a page of another origin', async () => {
    const { simulator, origin } = await startSimulator();
    const foreign = { origin: 'http://example.com' };
    const reply = await paste(origin, simulator.world.organization.id, { add: 'http://127.0.0.1:1/x' }, foreign);
    expect([reply.status, simulator.hookUrls()]).toEqual([403, []]);
  });

  it('is the organization’s own', async () => {
    const { origin } = await startSimulator();
    expect((await paste(origin, '1', { add: 'http://127.0.0.1:1/x' })).status).toBe(404);
  });

  it.each(['GET', 'HEAD', 'POST'] as const)('may try a URL by %s first', async (hookProbe) => {
    const [good, bad] = [await startReceiver(), await startReceiver(404)];
    const { simulator, origin } = await startSimulator({ quirks: { hookProbe } });
    const { id } = simulator.world.organization;
    expect((await paste(origin, id, { add: bad.url })).status).toBe(422);
    expect((await paste(origin, id, { add: good.url })).status).toBe(303);
    expect(simulator.hookUrls()).toEqual([good.url]);
    expect(good.received).toMatchObject([{ method: hookProbe, body: '' }]);
  });

  it.each([
    ['https://name.localhost/secret', true],
    ['http://[::1]:80/secret', true],
    ['https://example.com/secret', false],
    ['http://localhost.example.com/', false],
    ['http://127.0.0.1.example.com/', false],
    ['ftp://localhost/', false],
    ['secret', false],
  ])('“%s” can be used: %s', (url, usable) => expect(problemOfHookUrl(url) === null).toBe(usable));
});
