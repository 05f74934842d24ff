import { describe, expect, it, onTestFinished } from 'vitest';
import type { Failure } from '../../../electron/contract/index.ts';
import { createKeptSecrets } from '../../../electron/core/account/kept-secrets.ts';
import { type Grant, type Secrets, noSecrets } from '../../../electron/core/account/secrets.ts';
import { createTokenKeeper } from '../../../electron/core/account/tokens.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { type FakeSecretStore, createFakeSecretStore } from '../../fakes/secret-store.ts';
import { type ScriptedReply, createScriptedApi } from '../redbooth/scripted-api.ts';
import { createNotedLog, until } from '../redbooth/talk.ts';

const application = { id: 'client', secret: 'client-secret' };
const hours = 3_600_000;
const start = createFakeClock().now();

/** The pair of that number, got for the refresh token of the same number, two hours ahead. */
const aGrant = (number: number, part: Partial<Grant> = {}): Grant => ({
  accessToken: `access-${number}`,
  refreshToken: `refresh-${number + 1}`,
  refreshAt: start + 2 * hours - 60_000,
  expiresAt: start + 2 * hours,
  previousRefreshToken: null,
  ...part,
});

const reply = (number: number, more: Record<string, unknown> = {}): ScriptedReply => ({
  body: { access_token: `access-${number}`, expires_in: 7200, refresh_token: `refresh-${number + 1}`, ...more },
});
const invalidGrant: ScriptedReply = { status: 400, body: { error: 'invalid_grant' } };

const setUp = async (
  kept: (origin: string) => Partial<Secrets> = () => ({ application, grant: aGrant(1) }),
  prepare: (store: FakeSecretStore) => void = () => undefined,
) => {
  const api = await createScriptedApi();
  const clock = createFakeClock();
  const log = createNotedLog();
  const states: string[] = [];
  const failures: Failure[] = [];
  const store = createFakeSecretStore({ ...noSecrets(api.origin), ...kept(api.origin) });
  prepare(store);
  const secrets = createKeptSecrets({ store, origin: api.origin, onUnreadable: (failure) => failures.push(failure) });
  const tokens = createTokenKeeper({
    secrets,
    origin: api.origin,
    fetch: (url, init) => fetch(url, init),
    clock,
    log,
    onState: (state) => states.push(state),
    onUnwritable: (failure) => failures.push(failure),
  });
  onTestFinished(() => tokens.dispose());
  await tokens.load();
  /** The token in force, or why there is none. */
  const inForce = async (): Promise<string> => {
    const answer = await tokens.current();
    return answer.kind === 'token' ? answer.token : answer.kind;
  };
  const refreshTokens = (): (string | null)[] =>
    api.requests.map(({ body }) => new URLSearchParams(body).get('refresh_token'));
  return { api, clock, log, states, failures, store, secrets, tokens, inForce, refreshTokens };
};

describe('what is kept', () => {
  it('is in force at once, without asking Redbooth', async () => {
    const { inForce, states, api } = await setUp();
    expect(await inForce()).toBe('access-1');
    expect(states).toEqual(['signed-in']);
    expect(api.requests).toHaveLength(0);
  });

  it.each<[string, Partial<Secrets>, string]>([
    ['nothing', {}, 'signed-out'],
    ['only an application', { application }, 'signed-out'],
    ['that Redbooth ended the sign-in', { application, hasExpired: true }, 'expired'],
  ])('%s signs nobody in', async (_, kept, state) => {
    const { inForce, states } = await setUp(() => kept);
    expect(await inForce()).toBe('signed-out');
    expect(states).toEqual([state]);
  });

  it('for another Redbooth is not used, and not lost before there is something else to keep', async () => {
    const { inForce, store, tokens } = await setUp(() => ({
      application,
      grant: aGrant(1),
      origin: 'https://elsewhere.example',
    }));
    expect(await inForce()).toBe('signed-out');
    expect(store.kept?.grant?.accessToken).toBe('access-1');
    await tokens.setApplication(application);
    expect(store.kept?.grant).toBeNull();
  });

  it('and cannot be read asks for a new sign-in, and says why', async () => {
    const failure: Failure = { code: 'secrets-unreadable', message: 'It was kept aside.' };
    const { inForce, states, failures } = await setUp(undefined, (store) => {
      store.readFailure = failure;
    });
    expect(await inForce()).toBe('signed-out');
    expect(states).toEqual(['expired']);
    expect(failures).toEqual([failure]);
  });
});

describe('renewing', () => {
  it('happens 60 s before the token ends, by a form, once for all who ask', async () => {
    const { api, clock, inForce } = await setUp();
    api.script(reply(2));
    await clock.advance(2 * hours - 60_001);
    expect(await inForce()).toBe('access-1');
    await clock.advance(1);
    expect(await Promise.all([inForce(), inForce(), inForce()])).toEqual(['access-2', 'access-2', 'access-2']);
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]).toMatchObject({ method: 'POST', url: '/oauth2/token' });
    expect(Object.fromEntries(new URLSearchParams(api.requests[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-2',
      client_id: 'client',
      client_secret: 'client-secret',
    });
  });

  it('happens when the API refuses the token', async () => {
    const { api, tokens, inForce } = await setUp();
    api.script(reply(2));
    await tokens.refused('access-1');
    expect(await inForce()).toBe('access-2');
    await tokens.refused('access-1');
    expect(await inForce()).toBe('access-2');
    expect(api.requests).toHaveLength(1);
  });

  it('gives the new pair out only once it is on disk', async () => {
    const { api, tokens, inForce, store } = await setUp();
    const release = store.hold();
    api.script(reply(2));
    await tokens.refused('access-1');
    let given: string | null = null;
    const asked = inForce().then((token) => (given = token));
    await until(() => api.requests.length === 1);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(given).toBeNull();
    release();
    await asked;
    expect(given).toBe('access-2');
    expect(store.kept?.grant).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-3' });
  });

  it('that the disk does not take is said once, uses the old token while it lasts, and is written later', async () => {
    const { api, clock, inForce, store, failures, refreshTokens } = await setUp();
    store.isFull = true;
    api.script(reply(2));
    await clock.advance(2 * hours - 60_000);
    expect(await inForce()).toBe('access-1');
    await clock.advance(60_000);
    expect(await inForce()).toBe('unavailable');
    await clock.advance(60_000);
    expect(await inForce()).toBe('unavailable');
    expect(failures.map(({ code }) => code)).toEqual(['secrets-unwritable']);
    store.isFull = false;
    await clock.advance(120_000);
    expect(await inForce()).toBe('access-2');
    expect(refreshTokens()).toEqual(['refresh-2']);
  });

  it('keeps the old refresh token until the new pair has worked once', async () => {
    const { api, tokens, inForce, store, secrets } = await setUp();
    api.script(reply(2));
    await tokens.refused('access-1');
    await inForce();
    expect(store.kept?.grant?.previousRefreshToken).toBe('refresh-2');
    tokens.worked('access-1');
    await secrets.idle();
    expect(store.kept?.grant?.previousRefreshToken).toBe('refresh-2');
    tokens.worked('access-2');
    tokens.worked('access-2');
    await secrets.idle();
    expect(store.kept?.grant?.previousRefreshToken).toBeNull();
    expect(store.written).toHaveLength(2);
  });

  it('keeps the refresh token when the reply brings no new one', async () => {
    const { api, tokens, inForce, store } = await setUp();
    api.script(reply(2, { refresh_token: undefined }));
    await tokens.refused('access-1');
    expect(await inForce()).toBe('access-2');
    expect(store.kept?.grant).toMatchObject({ refreshToken: 'refresh-2', previousRefreshToken: null });
  });

  it('falls back on the old refresh token when a new one that never worked is refused', async () => {
    const { api, tokens, inForce, refreshTokens, states } = await setUp(() => ({
      application,
      grant: aGrant(2, { previousRefreshToken: 'refresh-2' }),
    }));
    api.script(invalidGrant, reply(7));
    await tokens.refused('access-2');
    expect(await inForce()).toBe('access-7');
    expect(refreshTokens()).toEqual(['refresh-3', 'refresh-2']);
    expect(states).toEqual(['signed-in']);
  });

  it('that is refused ends the sign-in for good, keeps the application, and is remembered', async () => {
    const { api, clock, tokens, inForce, states, store } = await setUp();
    api.script(invalidGrant);
    await tokens.refused('access-1');
    expect(await inForce()).toBe('signed-out');
    await clock.advance(24 * hours);
    expect(await inForce()).toBe('signed-out');
    expect(api.requests).toHaveLength(1);
    expect(states).toEqual(['signed-in', 'expired']);
    expect(store.kept).toMatchObject({ application, grant: null, hasExpired: true });
  });

  it('that is refused is not repeated though the disk does not take that', async () => {
    const { api, clock, tokens, inForce, store } = await setUp();
    store.isFull = true;
    api.script(invalidGrant);
    await tokens.refused('access-1');
    expect(await inForce()).toBe('signed-out');
    await clock.advance(24 * hours);
    expect(await inForce()).toBe('signed-out');
    expect(api.requests).toHaveLength(1);
  });

  it.each<[string, ScriptedReply]>([
    ['500', { status: 500, body: '<h1>Oops</h1>' }],
    ['429', { status: 429, body: 'Retry later' }],
    ['no token', { body: {} }],
    ['a redirect', { status: 302, headers: { Location: '/oauth2/other' } }],
    ['a broken connection', 'break-off'],
  ])('that meets %s leaves the app signed in, and is tried again after a growing pause', async (_, trouble) => {
    const { api, clock, tokens, inForce, states } = await setUp();
    api.script(trouble, trouble);
    await tokens.refused('access-1');
    expect(await tokens.current()).toEqual({ kind: 'unavailable', retryAfter: 5_000 });
    await clock.advance(4_999);
    expect(await tokens.current()).toEqual({ kind: 'unavailable', retryAfter: 1 });
    expect(api.requests).toHaveLength(1);
    await clock.advance(1);
    expect(await tokens.current()).toEqual({ kind: 'unavailable', retryAfter: 10_000 });
    api.script(reply(2));
    await clock.advance(10_000);
    expect(await inForce()).toBe('access-2');
    expect(states).toEqual(['signed-in']);
  });

  it('with an application that is refused waits for the right secret, and asks no more until then', async () => {
    const { api, clock, tokens, inForce, states, store } = await setUp();
    api.script({ status: 401, body: { error: 'invalid_client' } });
    await tokens.refused('access-1');
    expect(await inForce()).toBe('signed-out');
    await clock.advance(24 * hours);
    expect(await inForce()).toBe('signed-out');
    expect(api.requests).toHaveLength(1);
    expect(states).toEqual(['signed-in', 'expired']);
    expect(store.kept?.grant?.accessToken).toBe('access-1');
    api.script(reply(2));
    await tokens.setApplication({ id: 'client', secret: 'new-secret' });
    expect(await inForce()).toBe('access-2');
    expect(new URLSearchParams(api.requests[1]?.body).get('client_secret')).toBe('new-secret');
    expect(states).toEqual(['signed-in', 'expired', 'signed-in']);
  });

  it('is not repeated with every call when the API refuses each new token at once', async () => {
    const { api, clock, tokens, inForce } = await setUp();
    api.script(reply(2), reply(3));
    await tokens.refused('access-1');
    expect(await inForce()).toBe('access-2');
    await tokens.refused('access-2');
    expect(await inForce()).toBe('unavailable');
    await clock.advance(5_000);
    expect(await inForce()).toBe('access-3');
    expect(api.requests).toHaveLength(2);
  });

  it('goes on every 5 s for tokens that work before they are refused early', async () => {
    const { api, clock, tokens, inForce } = await setUp();
    api.script(...[2, 3, 4, 5, 6].map((number) => reply(number)));
    await tokens.refused('access-1');
    for (const number of [2, 3, 4, 5]) {
      expect(await inForce()).toBe(`access-${number}`);
      tokens.worked(`access-${number}`);
      await clock.advance(4_999);
      await tokens.refused(`access-${number}`);
      expect(await inForce()).toBe('unavailable');
      await clock.advance(1);
    }
    expect(await inForce()).toBe('access-6');
    expect(api.requests).toHaveLength(5);
  });

  it('goes on less and less often for tokens that never work, counted from when each was got', async () => {
    const { api, clock, tokens, inForce } = await setUp();
    api.script(reply(2), reply(3));
    await tokens.refused('access-1');
    expect(await inForce()).toBe('access-2');
    await clock.advance(1_000);
    await tokens.refused('access-2');
    expect(await tokens.current()).toEqual({ kind: 'unavailable', retryAfter: 4_000 });
    await clock.advance(4_000);
    expect(await inForce()).toBe('access-3');
    await tokens.refused('access-3');
    expect(await tokens.current()).toEqual({ kind: 'unavailable', retryAfter: 10_000 });
  });

  it('is not possible without a refresh token, so the sign-in ends with the access token', async () => {
    const { clock, inForce, states, api } = await setUp(() => ({
      application,
      grant: aGrant(1, { refreshToken: null }),
    }));
    await clock.advance(2 * hours - 1);
    expect(await inForce()).toBe('access-1');
    await clock.advance(1);
    expect(await inForce()).toBe('signed-out');
    expect(states).toEqual(['signed-in', 'expired']);
    expect(api.requests).toHaveLength(0);
  });

  it.each([301, 302, 307, 308])('never follows a redirect (%d)', async (status) => {
    const other = await createScriptedApi();
    const { api, tokens, inForce } = await setUp();
    api.script({ status, headers: { Location: `${other.origin}/oauth2/token` } });
    await tokens.refused('access-1');
    expect(await inForce()).toBe('unavailable');
    expect(other.requests).toHaveLength(0);
  });

  it('says nothing secret in the log, whatever Redbooth says', async () => {
    const { api, clock, tokens, inForce, log } = await setUp();
    api.script({ status: 500, body: 'client-secret refresh-2' }, { status: 400, body: { error: 'refresh-2' } });
    await tokens.refused('access-1');
    await inForce();
    await clock.advance(5_000);
    await inForce();
    expect(log.lines).toHaveLength(2);
    expect(log.lines.join()).not.toMatch(/client-secret|refresh-2|access-1/);
  });
});

describe('signing in', () => {
  const granted = {
    kind: 'granted',
    accessToken: 'fresh',
    refreshToken: 'fresh-refresh',
    lifetime: 2 * hours,
  } as const;

  it('puts the new tokens in force once they are on disk', async () => {
    const { tokens, inForce, states, store } = await setUp(() => ({ application, hasExpired: true }));
    expect(await tokens.take(application, granted)).toMatchObject({ ok: true });
    expect(await inForce()).toBe('fresh');
    expect(states).toEqual(['expired', 'signed-in']);
    expect(store.kept).toMatchObject({
      hasExpired: false,
      grant: { accessToken: 'fresh', refreshToken: 'fresh-refresh' },
    });
  });

  it('changes nothing when the disk does not take the new tokens', async () => {
    const { tokens, inForce, store } = await setUp();
    store.isFull = true;
    expect(await tokens.take(application, granted)).toMatchObject({ failure: { code: 'secrets-unwritable' } });
    expect(await inForce()).toBe('access-1');
  });
});

describe('signing out', () => {
  it.each([
    [false, { application, grant: null }],
    [true, null],
  ])('forgets the tokens, and the application if asked (%s)', async (forgetApplication, kept) => {
    const { tokens, inForce, states, store, api } = await setUp();
    expect(await tokens.forget({ forgetApplication })).toMatchObject({ ok: true });
    expect(await inForce()).toBe('signed-out');
    expect(states).toEqual(['signed-in', 'signed-out']);
    if (kept) expect(store.kept).toMatchObject(kept);
    else expect(store.kept).toBeNull();
    expect(api.requests).toHaveLength(0);
  });

  it('works at once even when the disk does not let go, and says so', async () => {
    const { tokens, inForce, store } = await setUp();
    store.isFull = true;
    expect(await tokens.forget({ forgetApplication: false })).toMatchObject({
      failure: { code: 'secrets-unwritable' },
    });
    expect(await inForce()).toBe('signed-out');
  });

  it('while a renewal is under way is not undone by it', async () => {
    const { tokens, inForce, store, states, api } = await setUp();
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const release = store.hold();
    api.script(reply(2));
    await tokens.refused('access-1');
    const asked = inForce().then((token) => {
      answer();
      return token;
    });
    await until(() => api.requests.length === 1);
    const forgotten = tokens.forget({ forgetApplication: false });
    release();
    await Promise.all([answered, forgotten]);
    await asked;
    expect(await inForce()).toBe('signed-out');
    expect(store.kept?.grant).toBeNull();
    expect(states.at(-1)).toBe('signed-out');
  });

  it('happens when another application takes the place of the one the tokens are for', async () => {
    const { tokens, inForce, states, store } = await setUp();
    await tokens.setApplication({ id: 'another', secret: 'another-secret' });
    expect(await inForce()).toBe('signed-out');
    expect(states).toEqual(['signed-in', 'signed-out']);
    expect(store.kept).toMatchObject({ application: { id: 'another' }, grant: null });
  });
});

describe('closing the app', () => {
  it('lets a renewal under way end, as its answer may hold the only tokens that work', async () => {
    const { tokens, inForce, store, api } = await setUp();
    const release = store.hold();
    api.script(reply(2));
    await tokens.refused('access-1');
    const asked = inForce();
    await until(() => api.requests.length === 1);
    const disposed = tokens.dispose();
    release();
    await disposed;
    expect(store.kept?.grant?.accessToken).toBe('access-2');
    expect(await asked).toBe('unavailable');
  });

  it('waits no longer than 3 s for it', async () => {
    const { tokens, inForce, clock, api } = await setUp();
    api.script('hang');
    await tokens.refused('access-1');
    const asked = inForce();
    await until(() => api.requests.length === 1);
    const disposed = tokens.dispose();
    await clock.advance(3_000);
    await disposed;
    expect(await asked).toBe('unavailable');
    expect(clock.waiting()).toBe(0);
  });
});
