import { describe, expect, it } from 'vitest';
import { version } from '../../../electron/core/version.ts';
import { failureOf, startTalk, valueOf } from './talk.ts';

const comment = (id: number): Record<string, unknown> => ({ id, user_id: 4, body: `Comment ${id}`, created_at: id });

const task = (id: number): Record<string, unknown> => ({ id, name: `Task ${id}`, project_id: 2, status: 'open' });

const person = (id: number, userId: number, projectId: number): Record<string, unknown> => ({
  id,
  user_id: userId,
  project_id: projectId,
});

describe('a question to Redbooth', () => {
  it('is a GET under /api/3 with the token and the name of the app', async () => {
    const { api, client } = await startTalk();
    api.script({ body: task(42) });
    expect(valueOf(await client.task('42')).name).toBe('Task 42');
    const [request] = api.requests;
    expect(request).toMatchObject({ method: 'GET', url: '/api/3/tasks/42', body: '' });
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer token-1',
      accept: 'application/json',
      'user-agent': `RedboothNotifier/${version}`,
    });
  });

  it('with an id that is none is a bug, and never sent', async () => {
    const { api, client } = await startTalk();
    for (const id of ['', '1/2', '../me', '1?x'])
      for (const name of ['task', 'user', 'project', 'taskList'] as const)
        await expect(client[name](id)).rejects.toThrow(RangeError);
    await expect(client.comments('x', null, 5)).rejects.toThrow(RangeError);
    await expect(client.people({ projectId: '1&x=1' })).rejects.toThrow(RangeError);
    expect(api.requests).toHaveLength(0);
  });

  it.each([
    ['me', '/api/3/me'],
    ['user', '/api/3/users/3'],
    ['project', '/api/3/projects/3'],
    ['taskList', '/api/3/task_lists/3'],
  ] as const)('for %s goes to %s', async (name, url) => {
    const { api, client } = await startTalk();
    api.script({ body: { id: 3, name: 'Thing', first_name: 'Ana' } });
    expect(await client[name]('3')).toMatchObject({ ok: true, value: { id: '3' } });
    expect(api.requests[0]?.url).toBe(url);
  });

  it('about a task that says it is deleted finds it missing', async () => {
    const { api, client } = await startTalk();
    api.script({ body: { ...task(1), deleted: true } });
    expect(failureOf(await client.task('1'))).toEqual({ kind: 'missing' });
  });
});

describe('lists', () => {
  it('of people are filtered here too, whatever the server does', async () => {
    const { api, client } = await startTalk();
    api.script({ body: [person(1, 3, 7), person(2, 4, 7), person(3, 3, 8)] });
    expect(valueOf(await client.people({ projectId: '7', userId: '3' }))).toEqual([
      { id: '1', userId: '3', projectId: '7' },
    ]);
    expect(api.requests[0]?.url).toBe('/api/3/people?project_id=7&user_id=3&page=1&per_page=200');
  });

  it('always say which page and how many rows', async () => {
    const { api, client } = await startTalk();
    api.serve(() => ({ body: [] }));
    await client.users({ projectId: '7' });
    await client.users({});
    await client.projects();
    await client.recentTasks(3, 20);
    expect(api.requests.map(({ url }) => url)).toEqual([
      '/api/3/users?project_id=7&page=1&per_page=200',
      '/api/3/users?page=1&per_page=200',
      '/api/3/projects?page=1&per_page=200',
      '/api/3/tasks?order=updated_at-DESC&archived=all&page=3&per_page=20',
    ]);
  });

  it('are read to the last page that the headers name, however few rows a page has', async () => {
    const { api, client } = await startTalk();
    api.serve(({ query }) => ({
      headers: { PaginationTotalPages: '3', PaginationCurrentPage: query.get('page') ?? '', PaginationPerPage: '1' },
      body: [{ id: Number(query.get('page')), name: 'Project' }],
    }));
    expect(valueOf(await client.projects()).map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(api.requests).toHaveLength(3);
  });

  it('without headers end at a short page', async () => {
    const { api, client } = await startTalk();
    const projects = Array.from({ length: 250 }, (_, place) => ({ id: place + 1, name: 'Project' }));
    api.serve(({ query }) => {
      const from = (Number(query.get('page')) - 1) * 200;
      return { body: projects.slice(from, from + 200) };
    });
    expect(valueOf(await client.projects())).toHaveLength(250);
    expect(api.requests).toHaveLength(2);
  });

  it('go on when the server gives smaller pages than asked for, and says so', async () => {
    const { api, client } = await startTalk();
    api.serve(({ query }) => ({
      headers: { PaginationPerPage: '2' },
      body: query.get('page') === '1' ? [{ id: 1 }, { id: 2 }] : [{ id: 3 }],
    }));
    expect(valueOf(await client.projects()).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('end when a server repeats the same page for ever', async () => {
    const { api, client } = await startTalk();
    api.serve(() => ({ headers: { PaginationTotalPages: '1000' }, body: [{ id: 1, name: 'Project' }] }));
    expect(valueOf(await client.projects())).toHaveLength(1);
    expect(api.requests).toHaveLength(2);
  });

  it('with an odd row keep the others and note it', async () => {
    const { api, client, log } = await startTalk();
    api.script({ body: [{ id: 1, name: 'Project' }, { name: 'Odd' }] });
    expect(valueOf(await client.projects())).toHaveLength(1);
    expect(log.lines).toEqual(['Redbooth, projects: 1 rows could not be read and were left out']);
  });

  it('that break off in a later page fail as a whole', async () => {
    const { api, client } = await startTalk();
    api.script({ headers: { PaginationTotalPages: '2' }, body: [{ id: 1 }] }, { status: 403 });
    expect(failureOf(await client.projects())).toEqual({ kind: 'forbidden' });
  });
});

describe('recent tasks', () => {
  it.each([
    ['by the headers', { PaginationTotalPages: '3', PaginationCurrentPage: '3' }, 2, 3, true],
    ['by the headers', { PaginationTotalPages: '3', PaginationCurrentPage: '2' }, 1, 2, false],
    ['by a short page', {}, 1, 1, true],
    ['by a full page', {}, 2, 1, false],
  ])('tell %s %j whether more follow', async (_name, headers, rows, page, isLast) => {
    const { api, client } = await startTalk();
    api.script({ headers, body: [task(1), task(2)].slice(0, rows) });
    const recent = valueOf(await client.recentTasks(page, 2));
    expect(recent.isLast).toBe(isLast);
    expect(recent.tasks).toHaveLength(rows);
  });

  it('leave out deleted ones without taking the page for a short one', async () => {
    const { api, client } = await startTalk();
    api.script({ body: [task(1), { ...task(2), deleted: true }] });
    const recent = valueOf(await client.recentTasks(1, 2));
    expect(recent.tasks.map(({ id }) => id)).toEqual(['1']);
    expect(recent.isLast).toBe(false);
  });
});

describe('comments', () => {
  const serveComments = (total: number) => (request: { readonly query: URLSearchParams }) => {
    const newestFirst = Array.from({ length: total }, (_, place) => comment(total - place));
    const perPage = Number(request.query.get('per_page'));
    const from = (Number(request.query.get('page')) - 1) * perPage;
    return { body: newestFirst.slice(from, from + perPage) };
  };

  it('are asked for newest first and told oldest first', async () => {
    const { api, client } = await startTalk();
    api.serve(serveComments(3));
    expect(valueOf(await client.comments('9', null, 10)).map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(api.requests[0]?.url).toBe('/api/3/comments?target_id=9&target_type=Task&order=id-DESC&page=1&per_page=10');
  });

  it.each<[string, string | null, number, number, string[], number]>([
    ['the newest up to the limit', null, 2, 5, ['4', '5'], 1],
    ['only those after the last seen', '3', 10, 5, ['4', '5'], 1],
    ['none when the last seen is the newest', '5', 10, 5, [], 1],
    ['those of several pages, up to the limit', null, 120, 200, ['81', '200'], 3],
    ['those of several pages, back to the last seen', '140', 200, 200, ['141', '200'], 2],
    ['none of a task without comments', null, 10, 0, [], 1],
    ['none, unasked, when none are wanted', null, 0, 5, [], 0],
  ])('are %s', async (_name, after, limit, total, ends, requests) => {
    const { api, client } = await startTalk();
    api.serve(serveComments(total));
    const ids = valueOf(await client.comments('9', after, limit)).map(({ id }) => id);
    expect([...new Set([...ids.slice(0, 1), ...ids.slice(-1)])]).toEqual(ends);
    expect(api.requests).toHaveLength(requests);
  });

  it('compare ids by value', async () => {
    const { api, client } = await startTalk();
    api.script({ body: [comment(100), comment(9)] });
    expect(valueOf(await client.comments('1', '99', 10)).map(({ id }) => id)).toEqual(['100']);
  });

  it('count once when a new one pushes another to the next page', async () => {
    const { api, client } = await startTalk();
    api.script(
      { headers: { PaginationTotalPages: '2' }, body: [comment(3), comment(2)] },
      { headers: { PaginationTotalPages: '2', PaginationCurrentPage: '2' }, body: [comment(2), comment(1)] },
    );
    expect(valueOf(await client.comments('9', null, 10)).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});
