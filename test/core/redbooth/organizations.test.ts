import { expect, test, vi } from 'vitest';
import { createOrganizations } from '../../../electron/core/redbooth/organizations.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { createFakeRedbooth } from '../../fakes/redbooth.ts';

const studio = { id: '4', name: 'Northlight Studio' };

const setUp = () => {
  const redbooth = createFakeRedbooth();
  const database = temporaryHistory().open();
  const onChanged = vi.fn<() => void>();
  return {
    start: () => createOrganizations({ database, client: redbooth.client, onChanged }),
    redbooth,
    onChanged,
    database,
  };
};

test('organisations are known once they were read, also after a restart without an answer', async () => {
  const { start, redbooth } = setUp();
  const first = start();
  expect(first.known()).toEqual([]);
  expect(await first.read()).toEqual({ ok: true, value: [studio] });
  expect(first.known()).toEqual([studio]);
  redbooth.failWith({ kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 });
  expect(start().known()).toEqual([studio]);
});

test('a difference is told, and the same once more is not', async () => {
  const { start, onChanged } = setUp();
  const organizations = start();
  await organizations.read();
  await organizations.read();
  expect(onChanged).toHaveBeenCalledOnce();
});

test.for(['missing', 'forbidden'] as const)('a user for whom they are %s has none any more', async (kind) => {
  const { start, redbooth, onChanged } = setUp();
  const organizations = start();
  await organizations.read();
  redbooth.failWith({ kind });
  expect(await organizations.read()).toEqual({ ok: true, value: [] });
  expect(organizations.known()).toEqual([]);
  expect(onChanged).toHaveBeenCalledTimes(2);
});

test('no answer leaves what is known', async () => {
  const { start, redbooth, onChanged } = setUp();
  const organizations = start();
  await organizations.read();
  redbooth.failWith({ kind: 'signed-out', message: 'no token' });
  expect(await organizations.read()).toMatchObject({ ok: false, failure: { kind: 'signed-out' } });
  expect(organizations.known()).toEqual([studio]);
  expect(onChanged).toHaveBeenCalledOnce();
});

test('what cannot be written is known for this run', async () => {
  const { start, database } = setUp();
  const organizations = start();
  database.exec('PRAGMA query_only = ON');
  expect(await organizations.read()).toMatchObject({ ok: true });
  expect(organizations.known()).toEqual([studio]);
});
