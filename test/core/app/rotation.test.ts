import { expect, test } from 'vitest';
import type { Clock } from '../../../electron/core/clock.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryHistory } from '../../fakes/history.ts';
import { hookBody, visit } from '../tunnel/visitor.ts';
import { type WholeApp, startApp } from './whole-app.ts';

const day = 86_400_000;
const post = async (url: string): Promise<number> => (await visit(url, hookBody(7))).status;
const firstOf = (running: WholeApp) => {
  const [first] = running.app.overview().hookUrls;
  if (first === undefined) throw new Error('no hook URL');
  return first;
};
const notices = (running: WholeApp) => running.app.overview().notices.filter(({ id }) => id.startsWith('old-hook-url'));

/** Signed out, so that nothing but time itself waits on the clock. */
const setUp = async () => {
  const still = createFakeClock();
  let passed = 0;
  // Days pass as in sleep: nothing is run for each second of them.
  const clock: Clock = { ...still, now: () => still.now() + passed };
  const sleep = (milliseconds: number): void => {
    passed += milliseconds;
  };
  const history = temporaryHistory();
  const flags = { tunnel: 'url', publicUrl: 'http://127.0.0.1:9' } as const;
  const running = await startApp({ clock, history, flags });
  const { origin } = new URL(running.localUrl);
  const addressOf = (publicUrl: string | null): string => `${origin}/${publicUrl?.split('/').at(-1) ?? ''}`;
  await still.advance(0);
  const rotate = async (): Promise<string> => {
    await running.ask('rotate-hook-url', { id: firstOf(running).id });
    return addressOf(firstOf(running).url);
  };
  return { clock, sleep, history, flags, running, rotate, old: running.localUrl };
};

test('a rotated hook URL has a new address; the old one works for 7 days, and then no more', async () => {
  const { clock, sleep, running, rotate, old } = await setUp();
  expect(firstOf(running).previousUntil).toBeNull();
  const fresh = await rotate();
  expect(fresh).not.toBe(old);
  expect(firstOf(running).previousUntil).toBe(clock.now() + 7 * day);
  expect([await post(old), await post(fresh)]).toEqual([200, 200]);
  sleep(7 * day - 1);
  expect(await post(old)).toBe(200);
  sleep(1);
  expect([await post(old), await post(fresh)]).toEqual([404, 200]);
  expect(firstOf(running).previousUntil).toBeNull();
});

test('that Redbooth still uses the old address is said, until a hook comes by the new one', async () => {
  const { running, rotate, old } = await setUp();
  const fresh = await rotate();
  expect(notices(running)).toEqual([]);
  await post(old);
  expect(notices(running)).toMatchObject([
    {
      tone: 'warn',
      title: 'Redbooth still uses the old hook URL',
      actions: ['copy-hook-url', 'open-hooks-page', 'dismiss'],
    },
  ]);
  await post(fresh);
  expect(notices(running)).toEqual([]);
  await post(old);
  expect(notices(running)).toEqual([]);
});

test('that Redbooth still uses the old address is said until its time is over, also after a restart', async () => {
  const { clock, sleep, history, flags, running, rotate, old } = await setUp();
  await rotate();
  await post(old);
  await running.app.dispose();
  const again = await startApp({ clock, history, flags });
  expect(notices(again)).toHaveLength(1);
  sleep(7 * day);
  expect(notices(again)).toEqual([]);
});

test('every address replaced within 7 days goes on working', async () => {
  const { clock, sleep, running, rotate, old } = await setUp();
  const second = await rotate();
  sleep(day);
  const third = await rotate();
  expect(await Promise.all([old, second, third].map(post))).toEqual([200, 200, 200]);
  expect(firstOf(running).previousUntil).toBe(clock.now() + 7 * day);
});

test('a revoked hook URL is gone with all its addresses', async () => {
  const { running, rotate, old } = await setUp();
  const fresh = await rotate();
  await running.ask('revoke-hook-url', { id: firstOf(running).id });
  expect([await post(old), await post(fresh)]).toEqual([404, 404]);
});

test('a dismissed notice stays away; one that nobody may dismiss, or that is not there, is refused', async () => {
  const { running, rotate, old } = await setUp();
  await rotate();
  await post(old);
  const [notice] = notices(running);
  await running.ask('dismiss-notice', { id: notice?.id ?? '' });
  expect(notices(running)).toEqual([]);
  expect(await running.refusal('dismiss-notice', { id: notice?.id ?? '' })).toMatchObject({ code: 'not-found' });
  expect(await running.refusal('dismiss-notice', { id: 'signed-out' })).toMatchObject({ code: 'not-found' });
});

test('an unknown hook URL cannot be rotated', async () => {
  const { running } = await setUp();
  expect(await running.refusal('rotate-hook-url', { id: 'none' })).toMatchObject({ code: 'not-found' });
});
