import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../../electron/core/database/open.ts';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDirectory } from '../../fakes/directory.ts';
import { openTestDatabase } from './harness.ts';

const setUp = () => {
  const onChanged = vi.fn<() => void>();
  const clock = createFakeClock();
  const database = openTestDatabase();
  return { hookUrls: createHookUrls({ database, clock, onChanged }), onChanged, clock, database };
};
const added = (hookUrls: ReturnType<typeof createHookUrls>, name: string) => {
  const result = hookUrls.add(name);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};

test('A hook URL has a secret of 256 bits and an id that the page may name', () => {
  const { hookUrls, clock } = setUp();
  const hookUrl = added(hookUrls, 'Design team');
  expect(hookUrl).toMatchObject({ name: 'Design team', createdAt: clock.now(), lastArrivalAt: null });
  expect(hookUrl.secret).toMatch(/^[\w-]{43}$/);
  expect(Buffer.from(hookUrl.secret, 'base64url')).toHaveLength(32);
  expect(hookUrl.id).toMatch(/^[0-9a-z-]{1,40}$/);
  expect(added(hookUrls, 'Other').secret).not.toBe(hookUrl.secret);
});

test('Hook URLs survive a restart', () => {
  const file = join(temporaryDirectory(), 'history.sqlite');
  const clock = createFakeClock();
  const before = openDatabase(file);
  const hookUrl = added(createHookUrls({ database: before, clock, onChanged: () => undefined }), 'Kept');
  before.close();
  const after = openDatabase(file);
  const hookUrls = createHookUrls({ database: after, clock, onChanged: () => undefined });
  expect(hookUrls.list()).toEqual([hookUrl]);
  expect(hookUrls.match(hookUrl.secret)).toEqual({ id: hookUrl.id, name: 'Kept', isReplaced: false });
  after.close();
});

test('Each live secret matches its own hook URL, and nothing else does', () => {
  const { hookUrls } = setUp();
  const all = ['a', 'b', 'c'].map((name) => added(hookUrls, name));
  for (const { id, name, secret } of all) {
    expect(hookUrls.match(secret)).toEqual({ id, name, isReplaced: false });
    const last = secret.endsWith('A') ? 'B' : 'A';
    for (const other of [
      `${secret.slice(0, -1)}${last}`,
      secret.toLowerCase().toUpperCase(),
      secret.slice(1),
      `${secret}A`,
      '',
      'x',
    ])
      expect(hookUrls.match(other)).toBeNull();
  }
});

test('Characters that only look alike in one byte do not match', () => {
  const { hookUrls } = setUp();
  const { secret } = added(hookUrls, 'a');
  const alias = String.fromCharCode(secret.charCodeAt(0) + 256) + secret.slice(1);
  expect(hookUrls.match(alias)).toBeNull();
});

test('A revoked hook URL matches no more, and is listed no more', () => {
  const { hookUrls } = setUp();
  const [first, second] = [added(hookUrls, 'a'), added(hookUrls, 'b')];
  expect(hookUrls.revoke(first.id)).toEqual({ ok: true, value: null });
  expect(hookUrls.match(first.secret)).toBeNull();
  expect(hookUrls.match(second.secret)).not.toBeNull();
  expect(hookUrls.list()).toEqual([second]);
});

test('A renamed hook URL keeps its secret', () => {
  const { hookUrls } = setUp();
  const { id, secret } = added(hookUrls, 'a');
  hookUrls.rename(id, 'b');
  expect(hookUrls.match(secret)).toEqual({ id, name: 'b', isReplaced: false });
  expect(hookUrls.list()).toMatchObject([{ id, name: 'b', secret }]);
});

test('An unknown or revoked id is not found, and tells nobody', () => {
  const { hookUrls, onChanged } = setUp();
  const { id } = added(hookUrls, 'a');
  hookUrls.revoke(id);
  onChanged.mockClear();
  for (const result of [
    hookUrls.rename('nobody', 'x'),
    hookUrls.revoke('nobody'),
    hookUrls.rotate('nobody'),
    hookUrls.rename(id, 'x'),
    hookUrls.revoke(id),
    hookUrls.rotate(id),
  ])
    expect(result).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  expect(onChanged).not.toHaveBeenCalled();
});

test('Every change is told after it can be read', () => {
  const database = openTestDatabase();
  const names: string[][] = [];
  const hookUrls = createHookUrls({
    database,
    clock: createFakeClock(),
    onChanged: () => void names.push(hookUrls.list().map(({ name }) => name)),
  });
  const { id } = added(hookUrls, 'a');
  hookUrls.rename(id, 'b');
  hookUrls.revoke(id);
  expect(names).toEqual([['a'], ['b'], []]);
});

test('An unwritable file is a failure that says so, and changes nothing', () => {
  const { hookUrls, database, onChanged } = setUp();
  const { id, secret } = added(hookUrls, 'a');
  onChanged.mockClear();
  database.exec('PRAGMA query_only = ON');
  for (const result of [hookUrls.add('b'), hookUrls.rename(id, 'b'), hookUrls.rotate(id), hookUrls.revoke(id)])
    expect(result).toMatchObject({ ok: false, failure: { code: 'journal-unwritable' } });
  expect(hookUrls.match(secret)).toEqual({ id, name: 'a', isReplaced: false });
  expect(onChanged).not.toHaveBeenCalled();
});
