import { describe, expect, it } from 'vitest';
import { rotationGrace } from '../../../electron/core/hooks/hook-urls.ts';
import { online, origin, startPage, value } from './whole-page.ts';

const hooksPage = `${origin}/app/organization/4/web_hooks`;
const unavailable = { kind: 'unavailable', message: 'HTTP 503', retryAfter: 0 } as const;

/** A page with one hook URL. */
const startWithOne = async (...options: Parameters<typeof startPage>) => {
  const started = startPage(...options);
  expect(value(await started.dispatch('add-hook-url', { name: '  Acme ' }))).toBeNull();
  const [added] = started.hookUrls.list();
  if (added === undefined) throw new Error('not added');
  return { ...started, added };
};

describe('hook URLs', () => {
  it('are added, renamed, copied and revoked', async () => {
    const { dispatch, hookUrls, added } = await startWithOne();
    expect(added.name).toBe('Acme');
    await dispatch('rename-hook-url', { id: added.id, name: 'Acme Ltd' });
    expect(hookUrls.list()[0]?.name).toBe('Acme Ltd');
    expect(value(await dispatch('copy-hook-url', { id: added.id }))).toEqual({
      kind: 'text',
      text: `https://name.example/${added.secret}`,
    });
    await dispatch('revoke-hook-url', { id: added.id });
    expect(hookUrls.list()).toEqual([]);
  });

  it('are copied with the new secret once they are rotated', async () => {
    const { dispatch, overview, added, clock } = await startWithOne();
    expect(value(await dispatch('rotate-hook-url', { id: added.id }))).toBeNull();
    const [shown] = overview().hookUrls;
    expect(shown?.url).not.toBe(`https://name.example/${added.secret}`);
    expect(shown?.previousUntil).toBe(clock.now() + rotationGrace);
    expect(value(await dispatch('copy-hook-url', { id: added.id }))).toEqual({ kind: 'text', text: shown?.url });
  });

  it('are nothing to copy before there is an address', async () => {
    const { dispatch, added } = await startWithOne({ tunnelState: { ...online, state: 'connecting', url: null } });
    expect(value(await dispatch('copy-hook-url', { id: added.id }))).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['copy-hook-url', { id: 'none' }],
    ['rename-hook-url', { id: 'none', name: 'x' }],
    ['revoke-hook-url', { id: 'none' }],
    ['rotate-hook-url', { id: 'none' }],
  ])('that are not there fail: %s', async (name, payload) => {
    const { dispatch } = startPage();
    expect(value(await dispatch(name, payload))).toEqual({
      code: 'not-found',
      message: 'There is no such hook URL any more.',
    });
  });
});

describe('the web hooks page', () => {
  it('leads to Redbooth, to an organisation of which a task is known', async () => {
    const { dispatch, opened } = startPage();
    await dispatch('open-hooks-page', null);
    expect(opened).toEqual([hooksPage]);
  });

  it('is there for each organisation once these were read, and for no other', async () => {
    const { dispatch, opened } = startPage();
    expect(value(await dispatch('open-organization-hooks-page', { id: '4' }))).toMatchObject({ code: 'not-found' });
    await dispatch('organizations', null);
    expect(value(await dispatch('open-organization-hooks-page', { id: '4' }))).toEqual({
      kind: 'link',
      url: hooksPage,
    });
    expect(value(await dispatch('open-organization-hooks-page', { id: '5' }))).toMatchObject({ code: 'not-found' });
    expect(opened).toEqual([hooksPage]);
  });
});

describe('organisations', () => {
  it('come with a message to an administrator that holds the first hook URL', async () => {
    const { dispatch, overview } = await startWithOne();
    await dispatch('add-hook-url', { name: 'Other' });
    const [first, second] = overview().hookUrls;
    const text: unknown = expect.stringContaining(first?.url ?? 'none');
    expect(value(await dispatch('organizations', null))).toEqual([
      { id: '4', name: 'Northlight Studio', hooksPage, message: text },
    ]);
    const copied = value(await dispatch('copy-organization-message', { id: '4' }));
    expect(copied).toEqual({ kind: 'text', text });
    expect(JSON.stringify(copied)).not.toContain(second?.url);
  });

  it('have no message while there is no hook URL to hold', async () => {
    const { dispatch } = startPage();
    expect(value(await dispatch('organizations', null))).toMatchObject([{ message: null }]);
    expect(value(await dispatch('copy-organization-message', { id: '4' }))).toEqual({ kind: 'nothing' });
  });

  it('of a user who may not list them are none', async () => {
    const { dispatch, redbooth } = startPage();
    redbooth.failWith({ kind: 'forbidden' });
    expect(value(await dispatch('organizations', null))).toEqual([]);
  });

  it.each([
    [{ kind: 'signed-out', message: 'no token' } as const, 'api-unauthorized', 'not signed in'],
    [unavailable, 'api-unreachable', 'Try again in a moment'],
  ])('that cannot be read fail and say what to do: %o', async (failure, code, words) => {
    const { dispatch, redbooth } = startPage();
    redbooth.failWith(failure);
    expect(value(await dispatch('organizations', null))).toEqual({ code, message: expect.stringContaining(words) });
  });
});
