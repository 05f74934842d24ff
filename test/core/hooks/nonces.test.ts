import { expect, test } from 'vitest';
import { createNonces } from '../../../electron/core/hooks/nonces.ts';
import { createFakeClock } from '../../fakes/clock.ts';

test('Only the path that was issued is answered, with something that is not in it', () => {
  const nonces = createNonces({ clock: createFakeClock() });
  const { path, nonce } = nonces.issue();
  expect(path).toMatch(/^\/nonce\/[\w-]{22}$/);
  expect(nonce).toMatch(/^[\w-]{22}$/);
  expect(path).not.toContain(nonce);
  expect(nonces.answer(path)).toBe(nonce);
  expect(nonces.answer(`${path}x`)).toBeNull();
  expect(nonces.answer('/nonce/')).toBeNull();
});

test('Every issue has its own path and nonce', () => {
  const nonces = createNonces({ clock: createFakeClock() });
  const issued = Array.from({ length: 20 }, () => nonces.issue());
  expect(new Set(issued.map(({ path }) => path)).size).toBe(20);
  expect(new Set(issued.map(({ nonce }) => nonce)).size).toBe(20);
});

test('A forgotten nonce is answered no more', () => {
  const nonces = createNonces({ clock: createFakeClock() });
  const { path, forget } = nonces.issue();
  forget();
  expect(nonces.answer(path)).toBeNull();
});

test('A nonce lives for 60 s', async () => {
  const clock = createFakeClock();
  const nonces = createNonces({ clock });
  const { path, nonce } = nonces.issue();
  await clock.advance(59_999);
  expect(nonces.answer(path)).toBe(nonce);
  await clock.advance(1);
  expect(nonces.answer(path)).toBeNull();
});

test('No more than the 64 newest are held', () => {
  const nonces = createNonces({ clock: createFakeClock() });
  const issued = Array.from({ length: 70 }, () => nonces.issue());
  expect(issued.filter(({ path }) => nonces.answer(path) !== null)).toEqual(issued.slice(-64));
});
