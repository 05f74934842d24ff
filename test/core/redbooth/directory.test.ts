import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAccounts } from '../../../electron/core/redbooth/accounts.ts';
import { openDatabase } from '../../../electron/core/database/open.ts';
import type { ApiResult } from '../../../electron/core/redbooth/client-port.ts';
import { createDirectory } from '../../../electron/core/redbooth/directory.ts';
import type { Directory } from '../../../electron/core/redbooth/directory-port.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { createHastyClock } from './hasty-clock.ts';
import type { ReceivedRequest, ScriptedApi, ScriptedReply } from './scripted-api.ts';
import { failureOf, startTalk, until, valueOf } from './talk.ts';

const users = [
  { id: 3, first_name: 'Ana', last_name: 'Ruiz', username: 'aruiz', email: 'a@example.com', rss_token: 'private-1' },
  { id: 4, first_name: 'Ben', last_name: 'Okoro', username: 'ben' },
  { id: 5, first_name: 'Ana', last_name: 'Silva', username: 'asilva' },
  { id: 6, first_name: 'ben', last_name: '', username: 'ben6' },
  { id: 7, first_name: '', last_name: '', username: 'seven' },
  { id: 8, first_name: ' ', last_name: 'Eight', username: 'eight' },
  { id: 9, first_name: 'Nora', last_name: 'Ek', username: 'nora' },
];
const people = [
  { id: 31, user_id: 3, project_id: 1 },
  { id: 32, user_id: 3, project_id: 2 },
  { id: 41, user_id: 4, project_id: 1 },
];

/** A small Redbooth in which Ana (3) is signed in; project 66 is closed to her and project 77 does not exist. */
const answer = ({ path, query }: ReceivedRequest): ScriptedReply => {
  const [resource, id] = path.replace('/api/3/', '').split('/');
  if (resource === 'me') return { body: users[0] };
  if (resource === 'users') {
    const user = users.find((each) => String(each.id) === id);
    return user ? { body: user } : { status: 404 };
  }
  if (resource === 'people') {
    const project = query.get('project_id');
    if (project === '66') return { status: 403 };
    if (project === '77') return { status: 404 };
    return { body: people.filter((each) => project === null || String(each.project_id) === project) };
  }
  if (resource === 'projects')
    return id === '1' ? { body: { id: 1, name: 'Website', organization_id: 9 } } : { status: 404 };
  return id === '1' ? { body: { id: 1, name: 'Today' } } : { status: 403 };
};

type Talk = {
  readonly directory: Directory;
  readonly api: ScriptedApi;
  readonly database: DatabaseSync;
  readonly clock: ReturnType<typeof createHastyClock>;
  /** What was asked of the API since the last time. */
  readonly asked: () => string[];
  /** A directory on the same file, as after a restart. */
  readonly restart: () => Directory;
};

const setUp = async (): Promise<Talk> => {
  const clock = createHastyClock();
  const { api, client } = await startTalk({ clock });
  api.serve(answer);
  const database = openDatabase(join(temporaryDirectory(), 'history.db'));
  onTestFinished(() => database.close());
  let seen = 0;
  return {
    directory: createDirectory({ database, client, clock, accounts: createAccounts(database, clock) }),
    api,
    database,
    clock,
    asked: () => {
      const paths = api.requests.slice(seen).map(({ url }) => url.replace(/^\/api\/3\/|[?&]page=.*$/g, ''));
      seen = api.requests.length;
      return paths;
    },
    restart: () => createDirectory({ database, client, clock, accounts: createAccounts(database, clock) }),
  };
};

const hour = 60 * 60_000;
const day = 24 * hour;

describe('the signed-in user', () => {
  it('is read once a start, with the persons that stand for them', async () => {
    const { directory, asked } = await setUp();
    const me = valueOf(await directory.me());
    expect(me.user).toEqual({ id: '3', firstName: 'Ana', lastName: 'Ruiz', username: 'aruiz' });
    expect([...me.personIds].toSorted()).toEqual(['31', '32']);
    await directory.me();
    expect(asked()).toEqual(['me', 'people?user_id=3']);
  });

  it('is read again on demand', async () => {
    const { directory, asked } = await setUp();
    await directory.me();
    await directory.me({ refresh: true });
    expect(asked()).toHaveLength(4);
  });

  it('is read anew once somebody else may be signed in, also when the old answer comes late', async () => {
    const { directory, api } = await setUp();
    const before = directory.me();
    await until(() => api.requests.length === 1);
    directory.forgetMe();
    api.serve((request) => (request.path === '/api/3/me' ? { body: users[1] } : answer(request)));
    const after = directory.me();
    expect(valueOf(await after).user.id).toBe('4');
    await before;
    expect(valueOf(await directory.me()).user.id).toBe('4');
  });

  it('is read again once an hour, for a changed name and joined projects', async () => {
    const { directory, api, clock, asked } = await setUp();
    await directory.me();
    clock.advance(hour - 1);
    await directory.me();
    expect(asked()).toHaveLength(2);
    api.serve((request) =>
      request.path === '/api/3/me'
        ? { body: { ...users[0], username: 'ana.ruiz' } }
        : { body: [...people, { id: 33, user_id: 3, project_id: 4 }] },
    );
    clock.advance(1);
    const me = valueOf(await directory.me());
    expect(me.user.username).toBe('ana.ruiz');
    expect([...me.personIds].toSorted()).toEqual(['31', '32', '33']);
  });

  it.each([401, 404, 500])(
    'is who it was when reading it again ends with %d, and left alone for 10 minutes',
    async (status) => {
      const { directory, api, clock, asked } = await setUp();
      const before = valueOf(await directory.me());
      clock.advance(hour);
      api.serve(() => ({ status }));
      expect(valueOf(await directory.me())).toEqual(before);
      asked();
      await directory.me();
      expect(asked()).toEqual([]);
    },
  );

  it('keeps the persons of projects that were left', async () => {
    const { directory, api, clock } = await setUp();
    await directory.me();
    api.serve((request) =>
      request.path === '/api/3/people' ? { body: [{ id: 39, user_id: 3, project_id: 1 }] } : answer(request),
    );
    clock.advance(hour);
    expect([...valueOf(await directory.me()).personIds].toSorted()).toEqual(['31', '32', '39']);
  });

  it('is read again after a failure', async () => {
    const { directory, api } = await setUp();
    api.script({ status: 401 });
    expect(failureOf(await directory.me()).kind).toBe('signed-out');
    expect(failureOf(await directory.me()).kind).toBe('signed-out');
  });

  it('keeps no private token, neither in the answer nor in the file', async () => {
    const { directory, database } = await setUp();
    const me = valueOf(await directory.me());
    const rows = database.prepare('SELECT * FROM redbooth_user').all();
    expect(JSON.stringify([me, rows])).not.toMatch(/private-1|example\.com/);
    expect(rows).toHaveLength(1);
  });

  it('is asked for once by all who ask at the same time', async () => {
    const { directory, asked } = await setUp();
    await Promise.all([directory.me(), directory.me(), directory.isMyPerson('31', '1')]);
    expect(asked()).toEqual(['me', 'people?user_id=3']);
  });
});

describe('whether a person is the signed-in user', () => {
  it.each([
    ['31', '1', true, 'one of mine'],
    ['41', '1', false, 'somebody else'],
    ['99', '1', false, 'nobody in that project'],
    ['99', '66', false, 'in a project that is closed'],
  ])('person %s of project %s: %s (%s)', async (personId, projectId, expected) => {
    const { directory } = await setUp();
    expect(valueOf(await directory.isMyPerson(personId, projectId))).toBe(expected);
  });

  it('finds out about a project joined since the start, and adds it to the persons of the user', async () => {
    const { directory, api } = await setUp();
    const { personIds } = valueOf(await directory.me());
    api.script({ body: [{ id: 55, user_id: 3, project_id: 5 }] });
    expect(valueOf(await directory.isMyPerson('55', '5'))).toBe(true);
    expect(personIds.has('55')).toBe(true);
  });
});

describe('whether a person is the signed-in user, where the people of the project do not tell', () => {
  it.each([
    ['is not whole', () => ({ body: [{ id: 41, user_id: 4, project_id: 5 }] })],
    ['is closed', () => ({ status: 403 })],
  ])('is found out by the persons of the user when the list %s', async (_name, list) => {
    const { directory, api } = await setUp();
    await directory.me();
    api.serve((request) =>
      request.query.has('project_id') ? list() : { body: [...people, { id: 55, user_id: 3, project_id: 5 }] },
    );
    expect(valueOf(await directory.isMyPerson('55', '5'))).toBe(true);
    expect(valueOf(await directory.isMyPerson('56', '5'))).toBe(false);
  });

  it('is not asked for over and over', async () => {
    const { directory, asked } = await setUp();
    await directory.me();
    asked();
    await directory.isMyPerson('99', '66');
    await directory.isMyPerson('99', '66');
    await directory.userOfPerson('99', '66');
    expect(asked()).toEqual(['people?project_id=66', 'people?user_id=3']);
  });
});

describe('the user behind a person', () => {
  it('is found by the people of the project, which are then known', async () => {
    const { directory, asked } = await setUp();
    expect(valueOf(await directory.userOfPerson('41', '1'))?.firstName).toBe('Ben');
    expect(asked()).toEqual(['people?project_id=1', 'users/4']);
    await directory.userOfPerson('41', '1');
    await directory.userOfPerson('31', '1');
    expect(asked()).toEqual(['users/3']);
  });

  it.each(['66', '77'])('is nobody when the people of project %s are not to be seen', async (projectId) => {
    const { directory, asked } = await setUp();
    expect(valueOf(await directory.userOfPerson('41', projectId))).toBeNull();
    await directory.userOfPerson('41', projectId);
    expect(asked()).toHaveLength(1);
  });

  it('is asked for once by all who ask for the same project at the same time', async () => {
    const { directory, asked } = await setUp();
    const names = await Promise.all(['31', '41', '41'].map((id) => directory.userOfPerson(id, '1')));
    expect(names.map((name) => valueOf(name)?.firstName)).toEqual(['Ana', 'Ben', 'Ben']);
    expect(asked().toSorted()).toEqual(['people?project_id=1', 'users/3', 'users/4']);
  });

  it('is a failure when the API can’t be asked', async () => {
    const { directory, api } = await setUp();
    api.serve(() => ({ status: 500 }));
    expect(failureOf(await directory.userOfPerson('41', '1')).kind).toBe('unavailable');
    api.serve(answer);
    expect(valueOf(await directory.userOfPerson('41', '1'))?.firstName).toBe('Ben');
  });
});

describe.each([
  ['user', '4', '404', 'users/'],
  ['project', '1', '404', 'projects/'],
  ['taskList', '1', '404', 'task_lists/'],
] as const)('%s', (kind, id, unknownId, path) => {
  const look = (directory: Directory, asked: string): ApiResult<{ readonly id: string } | null> =>
    directory[kind](asked);

  it('is asked of the API once, and then known, also after a restart', async () => {
    const { directory, asked, restart } = await setUp();
    const first = valueOf(await look(directory, id));
    expect(first).toMatchObject({ id });
    expect(valueOf(await look(directory, id))).toEqual(first);
    expect(valueOf(await look(restart(), id))).toEqual(first);
    expect(asked()).toEqual([`${path}${id}`]);
  });

  it('is asked for once by all who ask at the same time', async () => {
    const { directory, asked } = await setUp();
    const answers = await Promise.all([look(directory, id), look(directory, id), look(directory, id)]);
    expect(answers.map((each) => each.ok)).toEqual([true, true, true]);
    expect(asked()).toHaveLength(1);
  });

  it('that the API does not show is null, and left alone for 10 minutes', async () => {
    const { directory, asked, clock } = await setUp();
    expect(valueOf(await look(directory, unknownId))).toBeNull();
    clock.advance(599_999);
    expect(valueOf(await look(directory, unknownId))).toBeNull();
    expect(asked()).toHaveLength(1);
    clock.advance(1);
    expect(valueOf(await look(directory, unknownId))).toBeNull();
    expect(asked()).toHaveLength(1);
  });

  it('that is not known is a failure when the API can’t be asked, and asked for again', async () => {
    const { directory, api } = await setUp();
    api.serve(() => ({ status: 500 }));
    expect(failureOf(await look(directory, id)).kind).toBe('unavailable');
    api.serve(answer);
    expect(valueOf(await look(directory, id))).toMatchObject({ id });
  });

  it('is read anew after a day, not before', async () => {
    const { directory, asked, clock } = await setUp();
    await look(directory, id);
    clock.advance(day - 1);
    await look(directory, id);
    expect(asked()).toHaveLength(1);
    clock.advance(1);
    await look(directory, id);
    await look(directory, id);
    expect(asked()).toHaveLength(1);
  });

  it.each([401, 403, 404, 500])('keeps an old name when reading it anew ends with %d', async (status) => {
    const { directory, api, clock, asked } = await setUp();
    await look(directory, id);
    clock.advance(day);
    api.serve(() => ({ status }));
    expect(valueOf(await look(directory, id))).toMatchObject({ id });
    asked();
    expect(valueOf(await look(directory, id))).toMatchObject({ id });
    expect(asked()).toEqual([]);
  });
});

describe('what another user may see', () => {
  it('is asked for anew after somebody else has signed in', async () => {
    const { directory, api } = await setUp();
    await directory.me();
    expect(valueOf(await directory.project('50'))).toBeNull();
    api.serve(({ path }) => ({
      body: path.endsWith('/me') ? users[1] : path.endsWith('/50') ? { id: 50, name: 'Secret' } : [],
    }));
    await directory.me({ refresh: true });
    expect(valueOf(await directory.project('50'))?.name).toBe('Secret');
  });
});

describe('the short name of a user', () => {
  it.each([
    ['9', 'Nora'],
    ['3', 'Ana Ruiz'],
    ['4', 'Ben Okoro'],
    ['6', 'ben (ben6)'],
    ['7', 'seven'],
    ['8', 'Eight'],
  ])('of user %s is %s', async (id, name) => {
    const { directory } = await setUp();
    for (const { id: each } of users) await directory.user(String(each));
    const user = valueOf(await directory.user(id));
    expect(user && directory.shortName(user)).toBe(name);
  });

  it.each([
    [{ id: '20', firstName: ' Nora', lastName: 'Ek', username: 'nora2' }, 'Nora Ek (nora2)'],
    [{ id: '21', firstName: 'NORA', lastName: 'Berg', username: '' }, 'NORA Berg'],
    [{ id: '22', firstName: '', lastName: '', username: ' ' }, 'Someone'],
  ])('tells %o from everybody else as “%s”', async (user, name) => {
    const { directory } = await setUp();
    await directory.user('9');
    expect(directory.shortName(user)).toBe(name);
  });

  it('is the first name while nobody else with it is known', async () => {
    const { directory } = await setUp();
    const user = valueOf(await directory.user('3'));
    expect(user && directory.shortName(user)).toBe('Ana');
  });
});

describe('the organisation for the link to the hooks', () => {
  it('is none before a project is known, and then that of most projects', async () => {
    const { directory, api } = await setUp();
    expect(directory.anyOrganizationId()).toBeNull();
    await directory.project('1');
    expect(directory.anyOrganizationId()).toBe('9');
    api.script({ body: { id: 2, organization_id: 10 } }, { body: { id: 3, organization_id: 10 } }, { body: { id: 4 } });
    for (const id of ['2', '3', '4']) await directory.project(id);
    expect(directory.anyOrganizationId()).toBe('10');
  });
});
