import { describe, expect, it, onTestFinished } from 'vitest';
import type { Failure, RequestName, RequestPayload } from '../../../electron/contract/index.ts';
import { type Credentials, createAccountAccess } from '../../../electron/core/account/account-access.ts';
import { redirectAddress } from '../../../electron/core/account/redirect-listener.ts';
import type { SignInHandlers } from '../../../electron/core/account/sign-in-handlers.ts';
import type { Quirks } from '../../../electron/simulator/quirks.ts';
import { findFreePort } from '../../fakes/free-port.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { type FakeSecretStore, createFakeSecretStore } from '../../fakes/secret-store.ts';
import { startSimulator } from '../../simulator/start.ts';
import { readingAt } from '../../fakes/reading.ts';

const setUp = async (quirks: Partial<Quirks> = {}) => {
  const port = await findFreePort();
  const started = await startSimulator({ quirks, redirectUris: [redirectAddress(port)], signedInUser: 'ada' });
  const { clock, simulator, origin } = started;
  const log = createFakeLog();
  const opened: string[] = [];

  /** The access of one run of the app; the store outlives it. */
  const start = (credentials: Credentials) => {
    const states: string[] = [];
    const troubles: Failure[] = [];
    const signIns: string[] = [];
    const access = createAccountAccess({
      credentials,
      origin,
      signInPort: () => port,
      fetch: (url, init) => fetch(url, init),
      clock,
      reading: () => readingAt(clock.now()),
      log,
      open: async (url) => {
        opened.push(url);
        return { kind: 'link', url };
      },
      copyText: async (text) => ({ kind: 'text', text }),
      onState: (state) => states.push(state),
      onChanged: () => undefined,
      onSignedIn: () => signIns.push('in'),
      onSignedOut: async ({ deleteHistory }) => {
        signIns.push(deleteHistory ? 'out, history deleted' : 'out');
        return { ok: true, value: null };
      },
      onTrouble: (failure) => troubles.push(failure),
    });
    onTestFinished(() => access.dispose());
    const ask = async <Name extends RequestName & keyof SignInHandlers>(name: Name, payload: RequestPayload<Name>) =>
      access.handlers[name](payload);
    /** Asks the API who is signed in; null without a token that works. */
    const whoAmI = async (): Promise<string | null> => {
      const current = await access.tokens.current();
      if (current.kind !== 'token') return null;
      const { status, body } = await started.call('/me', { token: current.token });
      if (status === 401) await access.tokens.refused(current.token);
      else access.tokens.worked(current.token);
      return status === 200 && typeof body === 'object' && body !== null && 'username' in body
        ? String(body.username)
        : null;
    };
    return { access, ask, whoAmI, states, troubles, signIns };
  };
  const startKept = (store: FakeSecretStore) => start({ kind: 'kept', store });
  const { clientId, clientSecret } = simulator.client;
  return { simulator, clock, log, origin, port, opened, start, startKept, clientId, clientSecret };
};

/** Follows the link as the browser of somebody who agrees does, and gives the last page. */
const agree = async (opened: readonly string[]): Promise<string> => (await fetch(opened.at(-1) ?? '')).text();

const signedIn = async (quirks: Partial<Quirks> = {}) => {
  const world = await setUp(quirks);
  const store = createFakeSecretStore();
  const app = world.startKept(store);
  await app.ask('save-application', { id: world.clientId, secret: world.clientSecret });
  await app.ask('sign-in', null);
  expect(await agree(world.opened)).toContain('You’re signed in');
  return { ...world, ...app, store };
};

describe('a person', () => {
  it('brings an application, signs in, and stays signed in over a restart', async () => {
    const { whoAmI, signIns, states, store, startKept, access } = await signedIn();
    expect(await whoAmI()).toBe('ada');
    expect(signIns).toEqual(['in']);
    expect(states).toEqual(['signed-out', 'signed-in']);
    expect(access.view()).toEqual({ canSignOut: true, isFromEnvironment: false, signIn: { state: 'idle' } });
    await access.dispose();
    const again = startKept(store);
    await again.access.load();
    expect(again.states).toEqual(['signed-in']);
    expect(await again.whoAmI()).toBe('ada');
  });

  it('is told what to set up, and never the secret', async () => {
    const world = await setUp();
    const { ask } = world.startKept(createFakeSecretStore());
    const before = await ask('sign-in-settings', null);
    expect(before).toMatchObject({
      ok: true,
      value: {
        redirectAddress: `http://localhost:${world.port}/oauth/callback`,
        applicationsPage: `${world.origin}/oauth2/applications/new`,
        applicationId: null,
        isSecretKept: false,
      },
    });
    await ask('save-application', { id: world.clientId, secret: world.clientSecret });
    const after = await ask('sign-in-settings', null);
    expect(after).toMatchObject({ ok: true, value: { applicationId: world.clientId, isSecretKept: true } });
    expect(JSON.stringify(after)).not.toContain(world.clientSecret);
    expect(await ask('copy-redirect-address', null)).toMatchObject({
      value: { kind: 'text', text: `http://localhost:${world.port}/oauth/callback` },
    });
  });

  it('cannot sign in without an application, nor keep one without its secret', async () => {
    const world = await setUp();
    const { ask } = world.startKept(createFakeSecretStore());
    expect(await ask('sign-in', null)).toMatchObject({ failure: { code: 'sign-in-no-application' } });
    expect(await ask('save-application', { id: 'a', secret: null })).toMatchObject({
      failure: { code: 'sign-in-no-application' },
    });
    expect(await ask('save-application', { id: 'a', secret: 'b' })).toMatchObject({ ok: true });
    expect(await ask('save-application', { id: 'a', secret: null })).toMatchObject({ ok: true });
    expect(await ask('save-application', { id: 'c', secret: null })).toMatchObject({ ok: false });
  });

  it('who says no is not signed in, and sees why', async () => {
    const world = await setUp({ authorization: 'denied' });
    const { ask, access, troubles } = world.startKept(createFakeSecretStore());
    await ask('save-application', { id: world.clientId, secret: world.clientSecret });
    await ask('sign-in', null);
    expect(await agree(world.opened)).toContain('You’re not signed in');
    expect(access.view().signIn).toMatchObject({ state: 'failed', code: 'sign-in-denied' });
    expect(troubles.map(({ code }) => code)).toEqual(['sign-in-denied']);
    await ask('cancel-sign-in', null);
    expect(access.view().signIn).toEqual({ state: 'idle' });
  });

  it('with a wrong secret is told to copy it again', async () => {
    const world = await setUp();
    const { ask, access } = world.startKept(createFakeSecretStore());
    await ask('save-application', { id: world.clientId, secret: 'wrong' });
    await ask('sign-in', null);
    await agree(world.opened);
    expect(access.view().signIn).toMatchObject({ code: 'sign-in-application-refused' });
  });

  it('is not signed in by a Redbooth that does not give the state back', async () => {
    const world = await setUp({ stateEcho: false });
    const { ask, whoAmI, access } = world.startKept(createFakeSecretStore());
    await ask('save-application', { id: world.clientId, secret: world.clientSecret });
    await ask('sign-in', null);
    expect(await agree(world.opened)).toContain('Not the sign-in that was begun');
    expect(access.view().signIn.state).toBe('waiting');
    expect(await whoAmI()).toBeNull();
  });

  it.each<Quirks['refreshRotation']>(['at-once', 'on-use', 'never'])(
    'stays signed in for days when used refresh tokens die %s, restarts and all',
    async (refreshRotation) => {
      const { clock, store, startKept, access } = await signedIn({ refreshRotation });
      await access.dispose();
      for (let day = 0; day < 3; day += 1) {
        const app = startKept(store);
        for (let look = 0; look < 3; look += 1) {
          await clock.advance(7_200_000);
          expect(await app.whoAmI()).toBe('ada');
        }
        await app.access.dispose();
      }
      expect(store.kept?.grant?.previousRefreshToken).toBeNull();
    },
  );

  it('who throws the app out at Redbooth is signed out, and can sign in again', async () => {
    const { simulator, clock, store, whoAmI, states, ask, opened, access } = await signedIn();
    await clock.advance(3_600_000);
    simulator.revokeToken(store.kept?.grant?.accessToken ?? '');
    expect(await whoAmI()).toBeNull();
    expect(await whoAmI()).toBeNull();
    expect(states).toEqual(['signed-out', 'signed-in', 'expired']);
    expect(access.view().canSignOut).toBe(true);
    await ask('sign-in', null);
    await agree(opened);
    expect(await whoAmI()).toBe('ada');
    expect(states).toEqual(['signed-out', 'signed-in', 'expired', 'signed-in']);
  });

  it('who signs out leaves no token, here or in use, and may keep the application', async () => {
    const { ask, whoAmI, store, signIns, states, access } = await signedIn();
    expect(await ask('sign-out', { deleteHistory: true, forgetApplication: false })).toMatchObject({ ok: true });
    expect(await whoAmI()).toBeNull();
    expect(store.kept).toMatchObject({ grant: null });
    expect(signIns).toEqual(['in', 'out, history deleted']);
    expect(states.at(-1)).toBe('signed-out');
    expect(access.view().canSignOut).toBe(false);
    await ask('sign-out', { deleteHistory: false, forgetApplication: true });
    expect(store.kept).toBeNull();
  });

  it('who agrees to weaker storage has what is known kept there at once', async () => {
    const { ask, store } = await signedIn();
    const before = store.written.length;
    store.kept = null;
    expect(await ask('allow-weak-storage', { allowed: true })).toMatchObject({ ok: true });
    expect(store.written).toHaveLength(before + 1);
    expect(store.kept).toMatchObject({ grant: { accessToken: expect.any(String) } });
  });

  it('never has a secret written to the log', async () => {
    const { log, store, clientSecret, simulator, clock, whoAmI } = await signedIn();
    simulator.failNext(2, { status: 500 }, '/oauth2/token');
    await clock.advance(7_200_000);
    await whoAmI();
    const { accessToken = '', refreshToken = '' } = store.kept?.grant ?? {};
    for (const secret of [clientSecret, accessToken, refreshToken ?? '']) {
      expect(secret).not.toBe('');
      expect(log.lines.join()).not.toContain(secret);
    }
  });
});

describe('access that is settled from outside', () => {
  it.each(['environment', 'demo'] as const)(
    'by the %s gives those tokens, and refuses to sign in or out',
    async (source) => {
      const world = await setUp();
      const { access, ask } = world.start({
        kind: 'fixed',
        source,
        tokens: () => ({
          current: async () => ({ kind: 'token', token: 'fixed' }),
          refused: async () => undefined,
          worked: () => undefined,
          dispose: () => undefined,
        }),
      });
      expect(await access.tokens.current()).toEqual({ kind: 'token', token: 'fixed' });
      expect(access.view()).toMatchObject({ canSignOut: false, isFromEnvironment: source === 'environment' });
      for (const answer of [
        await ask('sign-in', null),
        await ask('save-application', { id: 'a', secret: 'b' }),
        await ask('sign-out', { deleteHistory: true, forgetApplication: true }),
      ])
        expect(answer).toMatchObject({ ok: false, failure: { code: 'sign-in-fixed' } });
      expect(world.opened).toEqual([]);
    },
  );
});
