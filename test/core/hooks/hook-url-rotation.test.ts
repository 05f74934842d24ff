import { expect, test, vi } from 'vitest';
import { createHookUrls, rotationGrace } from '../../../electron/core/hooks/hook-urls.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { openTestDatabase } from './harness.ts';

/** One hook URL, and more runs of the app on the same history. */
const setUp = () => {
  const clock = createFakeClock();
  const database = openTestDatabase();
  const onChanged = vi.fn<() => void>();
  const run = () => createHookUrls({ database, clock, onChanged });
  const hookUrls = run();
  const added = hookUrls.add('Acme');
  if (!added.ok) throw new Error(added.failure.message);
  const rotate = (): string => {
    expect(hookUrls.rotate(added.value.id)).toEqual({ ok: true, value: null });
    return hookUrls.list()[0]?.secret ?? '';
  };
  const arrive = (secret: string): void => {
    const matched = hookUrls.match(secret);
    if (matched === null) throw new Error('no match');
    hookUrls.arrived(matched);
  };
  const isPreviousUsed = (): boolean | undefined => hookUrls.list()[0]?.isPreviousUsed;
  return {
    clock,
    database,
    onChanged,
    run,
    hookUrls,
    id: added.value.id,
    old: added.value.secret,
    rotate,
    arrive,
    isPreviousUsed,
  };
};

test('A rotated hook URL has another secret of 256 bits; both match, and which is told apart', () => {
  const { clock, hookUrls, id, old, rotate } = setUp();
  const fresh = rotate();
  expect(fresh).toMatch(/^[\w-]{43}$/);
  expect(fresh).not.toBe(old);
  expect(hookUrls.match(fresh)).toEqual({ id, name: 'Acme', isReplaced: false });
  expect(hookUrls.match(old)).toEqual({ id, name: 'Acme', isReplaced: true });
  expect(hookUrls.list()).toMatchObject([{ id, secret: fresh, previousUntil: clock.now() + rotationGrace }]);
});

test('A replaced secret matches until its time is over, without a restart', async () => {
  const { clock, hookUrls, old, rotate } = setUp();
  const fresh = rotate();
  await clock.advance(rotationGrace - 1);
  expect(hookUrls.match(old)).not.toBeNull();
  await clock.advance(1);
  expect(hookUrls.match(old)).toBeNull();
  expect(hookUrls.match(fresh)).not.toBeNull();
  expect(hookUrls.list()).toMatchObject([{ previousUntil: null, isPreviousUsed: false }]);
});

test('A replaced secret goes on over a restart, and is out of the file once its time is over', async () => {
  const { clock, database, run, old, rotate } = setUp();
  rotate();
  expect(run().match(old)).toMatchObject({ isReplaced: true });
  await clock.advance(rotationGrace);
  expect(run().match(old)).toBeNull();
  expect(database.prepare('SELECT count(*) AS n FROM replaced_secret').get()).toEqual({ n: 0 });
});

test('Every secret replaced within the time goes on', () => {
  const { hookUrls, old, rotate } = setUp();
  const second = rotate();
  rotate();
  for (const secret of [old, second]) expect(hookUrls.match(secret)).toMatchObject({ isReplaced: true });
});

test('A revoked hook URL matches by none of its secrets', () => {
  const { hookUrls, id, old, rotate } = setUp();
  const fresh = rotate();
  hookUrls.revoke(id);
  for (const secret of [old, fresh]) expect(hookUrls.match(secret)).toBeNull();
});

test('That hooks still come by the replaced secret is known, until one comes by the new one', () => {
  const { old, rotate, arrive, isPreviousUsed } = setUp();
  const fresh = rotate();
  expect(isPreviousUsed()).toBe(false);
  arrive(old);
  expect(isPreviousUsed()).toBe(true);
  arrive(fresh);
  expect(isPreviousUsed()).toBe(false);
  arrive(old);
  expect(isPreviousUsed()).toBe(false);
});

test('Arrivals are told only when they teach something', () => {
  const { old, rotate, arrive, onChanged } = setUp();
  onChanged.mockClear();
  arrive(old);
  expect(onChanged).not.toHaveBeenCalled();
  const fresh = rotate();
  onChanged.mockClear();
  arrive(old);
  arrive(old);
  expect(onChanged).toHaveBeenCalledTimes(1);
  arrive(fresh);
  arrive(fresh);
  arrive(old);
  expect(onChanged).toHaveBeenCalledTimes(2);
});

test('An arrival that cannot be noted breaks nothing', () => {
  const { database, hookUrls, old, rotate, arrive } = setUp();
  rotate();
  database.exec('PRAGMA query_only = ON');
  arrive(old);
  expect(hookUrls.match(old)).not.toBeNull();
});
