import { describe, expect, it } from 'vitest';
import { createSessionCookie, createSessions } from '../../electron/web/sessions.ts';
import { createFakeClock } from '../fakes/clock.ts';

const day = 24 * 60 * 60_000;

describe('sessions', () => {
  it('finds a session by its secret, and never names it by that', () => {
    const sessions = createSessions({ clock: createFakeClock() });
    const secret = sessions.open();
    expect(sessions.find(secret)).not.toBeNull();
    expect(sessions.find(secret)).not.toBe(secret);
  });

  it.each([null, '', 'x', 'A'.repeat(43)])('finds none by %j', (secret) => {
    const sessions = createSessions({ clock: createFakeClock() });
    sessions.open();
    expect(sessions.find(secret)).toBeNull();
  });

  it.each([
    [30 * day - 1, true],
    [30 * day, false],
  ])('after %d ms, a session is open: %s', async (age, isOpen) => {
    const clock = createFakeClock();
    const sessions = createSessions({ clock });
    const secret = sessions.open();
    await clock.advance(age);
    expect(sessions.find(secret) !== null).toBe(isOpen);
  });

  it('ends the oldest of more than 20', () => {
    const sessions = createSessions({ clock: createFakeClock() });
    const secrets = Array.from({ length: 21 }, () => sessions.open());
    expect(secrets.map((secret) => sessions.find(secret) !== null)).toEqual([false, ...Array(20).fill(true)]);
  });
});

describe('the session cookie', () => {
  const cookie = createSessionCookie(8766);

  it('is out of reach of scripts and of other sites', () => {
    expect(cookie.set('secret')).toBe(
      'redbooth-notifier-8766=secret; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict',
    );
  });

  it.each([
    ['redbooth-notifier-8766=secret', 'secret'],
    ['other=1; redbooth-notifier-8766=secret; more=2', 'secret'],
    ['redbooth-notifier-8767=foreign; redbooth-notifier-8766=secret', 'secret'],
    ['redbooth-notifier-8767=foreign', null],
    ['x-redbooth-notifier-8766=foreign', null],
    ['', null],
    [undefined, null],
  ])('of %j reads %j', (header, secret) => {
    expect(cookie.read(header)).toBe(secret);
  });
});
