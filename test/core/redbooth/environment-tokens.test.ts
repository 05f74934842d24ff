import { describe, expect, it, onTestFinished } from 'vitest';
import type { AccessTokens } from '../../../electron/core/redbooth/client-port.ts';
import {
  type TokenEnvironment,
  createEnvironmentTokens,
  readTokenEnvironment,
} from '../../../electron/core/redbooth/environment-tokens.ts';
import type { Log } from '../../../electron/core/log.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { type ScriptedReply, createScriptedApi } from './scripted-api.ts';
import { createNotedLog, until } from './talk.ts';

const pasted: TokenEnvironment = { REDBOOTH_ACCESS_TOKEN: 'pasted' };
const renewable: TokenEnvironment = {
  REDBOOTH_CLIENT_ID: 'client',
  REDBOOTH_CLIENT_SECRET: 'client-secret',
  REDBOOTH_REFRESH_TOKEN: 'refresh-1',
};

const grant = (number: number, more: Record<string, unknown> = {}): ScriptedReply => ({
  body: {
    access_token: `access-${number}`,
    token_type: 'bearer',
    expires_in: 7200,
    refresh_token: `refresh-${number + 1}`,
    scope: 'all',
    ...more,
  },
});

/** The token in force, or why there is none. */
const inForce = async (tokens: AccessTokens): Promise<string> => {
  const answer = await tokens.current();
  return answer.kind === 'token' ? answer.token : answer.kind;
};

const signInOf = (environment: TokenEnvironment, log: Log) => {
  const signIn = readTokenEnvironment(environment, log);
  if (signIn === null) throw new Error('the environment signs nobody in');
  return signIn;
};

const setUp = async (environment: TokenEnvironment) => {
  const api = await createScriptedApi();
  const clock = createFakeClock();
  const log = createNotedLog();
  const states: string[] = [];
  const tokens = createEnvironmentTokens({
    signIn: signInOf(environment, log),
    origin: api.origin,
    fetch: (url, init) => fetch(url, init),
    clock,
    log,
    onState: (state) => states.push(state),
  });
  onTestFinished(() => tokens.dispose());
  const refreshTokens = (): (string | null)[] =>
    api.requests.map(({ body }) => new URLSearchParams(body).get('refresh_token'));
  return { api, clock, log, states, tokens, refreshTokens };
};

describe('a pasted access token', () => {
  it('is in force until it is refused, and then has expired', async () => {
    const { tokens, states, api } = await setUp(pasted);
    expect(await inForce(tokens)).toBe('pasted');
    await tokens.refused('another');
    expect(await inForce(tokens)).toBe('pasted');
    await tokens.refused('pasted');
    expect(await inForce(tokens)).toBe('signed-out');
    expect(states).toEqual(['signed-in', 'expired']);
    expect(api.requests).toHaveLength(0);
  });

  it('is taken without the white space around it', async () => {
    const { tokens } = await setUp({ REDBOOTH_ACCESS_TOKEN: ' pasted\n' });
    expect(await inForce(tokens)).toBe('pasted');
  });

  it('gives way to the refresh token when it is refused', async () => {
    const { tokens, states, api } = await setUp({ ...pasted, ...renewable });
    api.script(grant(1));
    expect(await inForce(tokens)).toBe('pasted');
    await tokens.refused('pasted');
    expect(await inForce(tokens)).toBe('access-1');
    expect(states).toEqual(['signed-in']);
  });
});

describe('an environment that signs nobody in', () => {
  it.each<[string, TokenEnvironment, RegExp | null]>([
    ['is empty', {}, null],
    ['has empty values', { REDBOOTH_ACCESS_TOKEN: '', REDBOOTH_CLIENT_ID: ' ' }, null],
    ['has no secret', { ...renewable, REDBOOTH_CLIENT_SECRET: undefined }, /set all three/],
    ['has only a refresh token', { REDBOOTH_REFRESH_TOKEN: 'refresh-1' }, /set all three/],
    ['has a token that is none', { REDBOOTH_ACCESS_TOKEN: 'two words' }, /REDBOOTH_ACCESS_TOKEN/],
    ['has a token with a line break', { REDBOOTH_ACCESS_TOKEN: 'a\r\nX-Evil: 1' }, /REDBOOTH_ACCESS_TOKEN/],
  ])('%s', (_name, environment, warning) => {
    const log = createNotedLog();
    expect(readTokenEnvironment(environment, log)).toBeNull();
    if (warning) expect(log.lines.join()).toMatch(warning);
    else expect(log.lines).toEqual([]);
    for (const value of Object.values(environment).filter((each) => each?.trim()))
      expect(log.lines.join()).not.toContain(value);
  });
});

describe('a refresh token', () => {
  it('is exchanged by a form at /oauth2/token', async () => {
    const { tokens, states, api } = await setUp(renewable);
    api.script(grant(1));
    expect(await inForce(tokens)).toBe('access-1');
    expect(states).toEqual(['signed-in']);
    const [request] = api.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/oauth2/token' });
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: 'client',
      client_secret: 'client-secret',
    });
  });

  it('is exchanged once for all who ask at the same time', async () => {
    const { tokens, api } = await setUp(renewable);
    api.script(grant(1));
    expect(await Promise.all([inForce(tokens), inForce(tokens), inForce(tokens)])).toEqual(
      Array.from({ length: 3 }, () => 'access-1'),
    );
    expect(api.requests).toHaveLength(1);
  });

  it('is replaced by the one that came with the token', async () => {
    const { tokens, api, clock, refreshTokens } = await setUp(renewable);
    api.script(grant(1), grant(2, { refresh_token: undefined }), grant(3));
    for (const token of ['access-1', 'access-2', 'access-3']) {
      expect(await inForce(tokens)).toBe(token);
      await clock.advance(7_200_000);
    }
    expect(refreshTokens()).toEqual(['refresh-1', 'refresh-2', 'refresh-2']);
  });

  it('is used 60 s before the access token ends', async () => {
    const { tokens, api, clock } = await setUp(renewable);
    api.script(grant(1), grant(2));
    await tokens.current();
    await clock.advance(7_139_999);
    expect(await inForce(tokens)).toBe('access-1');
    await clock.advance(1);
    expect(await inForce(tokens)).toBe('access-2');
  });

  it('is not used with every call when tokens live very shortly', async () => {
    const { tokens, api, clock } = await setUp(renewable);
    api.script(grant(1, { expires_in: 30 }), grant(2));
    await tokens.current();
    await clock.advance(14_999);
    expect(await inForce(tokens)).toBe('access-1');
    await clock.advance(1);
    expect(await inForce(tokens)).toBe('access-2');
  });

  it('is used when the access token is refused early, and not for one refused before', async () => {
    const { tokens, api, clock } = await setUp(renewable);
    api.script(grant(1), grant(2));
    await tokens.current();
    await clock.advance(3_600_000);
    await tokens.refused('access-1');
    expect(await inForce(tokens)).toBe('access-2');
    await tokens.refused('access-1');
    expect(await inForce(tokens)).toBe('access-2');
    expect(api.requests).toHaveLength(2);
  });

  it('that is refused has expired for good', async () => {
    const { tokens, states, api, clock } = await setUp(renewable);
    api.script({ status: 401, body: { error: 'invalid_grant', error_description: 'The grant is invalid' } });
    expect(await inForce(tokens)).toBe('signed-out');
    await clock.advance(86_400_000);
    expect(await inForce(tokens)).toBe('signed-out');
    expect(states).toEqual(['expired']);
    expect(api.requests).toHaveLength(1);
  });

  it.each<[string, ScriptedReply]>([
    ['500', { status: 500, body: '<h1>Oops</h1>' }],
    ['429', { status: 429, body: 'Retry later' }],
    ['invalid_client', { status: 401, body: { error: 'invalid_client' } }],
    ['no token', { body: { token_type: 'bearer' } }],
    ['a token that can’t go into a header', { body: { access_token: 'a\r\nb' } }],
    ['HTML', { body: '<h1>Welcome</h1>' }],
    ['a redirect', { status: 302, headers: { Location: '/oauth2/other' } }],
    ['a broken connection', 'break-off'],
  ])('is tried again after a growing pause when it meets %s', async (_name, trouble) => {
    const { tokens, states, api, clock, refreshTokens } = await setUp(renewable);
    api.script(trouble, trouble);
    expect(await inForce(tokens)).toBe('unavailable');
    await clock.advance(4_999);
    expect(await inForce(tokens)).toBe('unavailable');
    expect(api.requests).toHaveLength(1);
    await clock.advance(1);
    expect(await inForce(tokens)).toBe('unavailable');
    expect(api.requests).toHaveLength(2);
    await clock.advance(9_999);
    expect(await inForce(tokens)).toBe('unavailable');
    expect(api.requests).toHaveLength(2);
    expect(states).toEqual([]);
    await clock.advance(1);
    api.script(grant(1));
    expect(await inForce(tokens)).toBe('access-1');
    expect(refreshTokens()).toEqual(['refresh-1', 'refresh-1', 'refresh-1']);
    expect(states).toEqual(['signed-in']);
  });

  it('in trouble leaves the old access token in force while it lasts', async () => {
    const { tokens, states, api, clock } = await setUp(renewable);
    api.script(grant(1), { status: 500 }, { status: 500 });
    await tokens.current();
    await clock.advance(7_150_000);
    expect(await inForce(tokens)).toBe('access-1');
    await clock.advance(50_000);
    expect(await inForce(tokens)).toBe('unavailable');
    expect(states).toEqual(['signed-in']);
  });

  it('is not used again and again when the API refuses each new token at once', async () => {
    const { tokens, api, clock } = await setUp(renewable);
    api.script(grant(1), grant(2));
    await tokens.current();
    await tokens.refused('access-1');
    expect(await inForce(tokens)).toBe('unavailable');
    await clock.advance(5_000);
    expect(await inForce(tokens)).toBe('access-2');
    await tokens.refused('access-2');
    await clock.advance(5_000);
    expect(await inForce(tokens)).toBe('unavailable');
    expect(api.requests).toHaveLength(2);
  });

  it('is used once, and after 5 s, for tokens that work before they are refused early', async () => {
    const { tokens, api, clock } = await setUp(renewable);
    api.script(...Array.from({ length: 6 }, (_, index) => grant(index + 1)));
    for (let number = 1; number <= 5; number += 1) {
      expect(await inForce(tokens)).toBe(`access-${number}`);
      tokens.worked(`access-${number}`);
      await clock.advance(4_999);
      await tokens.refused(`access-${number}`);
      expect(await inForce(tokens)).toBe('unavailable');
      await clock.advance(1);
    }
    expect(await inForce(tokens)).toBe('access-6');
    expect(api.requests).toHaveLength(6);
  });

  it('is used less and less often for tokens that never work, counted from when each was got', async () => {
    const { tokens, api, clock } = await setUp(renewable);
    const numbers = [1, 2, 3, 4, 5, 6, 7];
    api.script(...numbers.map((number) => grant(number)));
    const pauses: number[] = [];
    for (const number of numbers) {
      await tokens.current();
      await clock.advance(1_000);
      await tokens.refused(`access-${number}`);
      const answer = await tokens.current();
      pauses.push(answer.kind === 'unavailable' ? answer.retryAfter : 0);
      await clock.advance(pauses.at(-1) ?? 0);
    }
    expect(pauses).toEqual([4_000, 9_000, 19_000, 39_000, 79_000, 119_000, 119_000]);
  });

  it('is used at once again after a token that worked, whatever went wrong before', async () => {
    const { tokens, api, clock } = await setUp(renewable);
    api.script(grant(1), grant(2), grant(3));
    await tokens.current();
    await tokens.refused('access-1');
    await clock.advance(5_000);
    expect(await inForce(tokens)).toBe('access-2');
    tokens.worked('access-2');
    await clock.advance(5_000);
    await tokens.refused('access-2');
    expect(await inForce(tokens)).toBe('access-3');
  });

  it('is tried again at once when the clock was set back', async () => {
    const { api, clock, log } = await setUp(renewable);
    let setBack = 0;
    const tokens = createEnvironmentTokens({
      signIn: signInOf(renewable, log),
      origin: api.origin,
      fetch: (url, init) => fetch(url, init),
      clock: { ...clock, now: () => clock.now() - setBack },
      log,
      onState: () => undefined,
    });
    onTestFinished(() => tokens.dispose());
    api.script({ status: 500 }, grant(1));
    expect(await inForce(tokens)).toBe('unavailable');
    setBack = 3_600_000;
    expect(await inForce(tokens)).toBe('access-1');
  });

  it('waits no longer than 20 s for its answer', async () => {
    const { tokens, api, clock } = await setUp(renewable);
    api.script('hang');
    const current = inForce(tokens);
    await until(() => api.requests.length === 1);
    await clock.advance(20_000);
    expect(await current).toBe('unavailable');
  });

  it.each([301, 302, 307, 308])('never follows a redirect (%d)', async (status) => {
    const other = await createScriptedApi();
    const { tokens, api } = await setUp(renewable);
    api.script({ status, headers: { Location: `${other.origin}/oauth2/token` } });
    expect(await inForce(tokens)).toBe('unavailable');
    expect(other.requests).toHaveLength(0);
    expect(api.requests).toHaveLength(1);
  });

  it('stays out of the log, and so does every other secret', async () => {
    const { tokens, api, clock, log } = await setUp(renewable);
    api.script({ status: 500, body: 'client-secret refresh-1' }, { status: 400, body: { error: 'refresh-1' } });
    await tokens.current();
    await clock.advance(5_000);
    await tokens.current();
    expect(log.lines).toHaveLength(2);
    expect(log.lines.join()).not.toMatch(/client-secret|refresh-1/);
  });
});

describe('tokens that are disposed', () => {
  it('end a renewal under way and give none any more', async () => {
    const { tokens, api, clock, states } = await setUp(renewable);
    api.script('hang');
    const current = inForce(tokens);
    await until(() => api.requests.length === 1);
    tokens.dispose();
    expect(await current).toBe('unavailable');
    expect(await inForce(tokens)).toBe('unavailable');
    expect(clock.waiting()).toBe(0);
    expect(states).toEqual([]);
  });
});
