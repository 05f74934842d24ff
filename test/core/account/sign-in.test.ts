import { createServer } from 'node:http';
import { request } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Failure, type Opened, type SignInProgress, fail, succeed } from '../../../electron/contract/index.ts';
import { challengeOf } from '../../../electron/core/account/proof-key.ts';
import { createSignIn } from '../../../electron/core/account/sign-in.ts';
import type { Granted } from '../../../electron/core/account/tokens.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { findFreePort } from '../../fakes/free-port.ts';
import { type ScriptedReply, createScriptedApi } from '../redbooth/scripted-api.ts';
import { until } from '../redbooth/talk.ts';
import { readingAt } from '../../fakes/reading.ts';

const application = { id: 'client-id', secret: 'client-secret' };
const granted: ScriptedReply = {
  body: { access_token: 'access-token', expires_in: 7200, refresh_token: 'refresh-token' },
};

const setUp = async (options: { opened?: Opened; taken?: Failure } = {}) => {
  const api = await createScriptedApi();
  const clock = createFakeClock();
  const port = await findFreePort();
  const opened: URL[] = [];
  const progress: SignInProgress[] = [];
  const taken: Granted[] = [];
  const signIn = createSignIn({
    origin: api.origin,
    port: () => port,
    fetch: (url, init) => fetch(url, init),
    clock,
    reading: () => readingAt(clock.now()),
    open: async (url) => {
      opened.push(new URL(url));
      return options.opened ?? { kind: 'opened' };
    },
    take: async (_, tokens) => {
      taken.push(tokens);
      return options.taken ? fail(options.taken) : succeed(null);
    },
    onProgress: (next) => progress.push(next),
  });
  onTestFinished(() => signIn.dispose());
  /** Comes back as the browser does; parameters replace or, when null, remove what Redbooth would send. */
  const comeBack = async (
    parameters: Readonly<Record<string, string | null>> = {},
    how: { readonly path?: string; readonly method?: string; readonly host?: string; readonly address?: string } = {},
  ) => {
    const query = new URLSearchParams({ code: 'the-code', state: opened.at(-1)?.searchParams.get('state') ?? '' });
    for (const [name, value] of Object.entries(parameters)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    return ask(port, { path: `${how.path ?? '/oauth/callback'}?${query.toString()}`, ...how });
  };
  return { api, clock, port, opened, progress, taken, signIn, comeBack };
};

const ask = async (
  port: number,
  { path, method = 'GET', host = `localhost:${port}`, address = '127.0.0.1' }: Record<string, string | undefined>,
) => {
  const sent = request({ host: address, port, path, method, headers: { Host: host }, agent: false });
  sent.end();
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += String(chunk);
  return { status: Number(response.statusCode), headers: new Map(Object.entries(response.headers)), body };
};

const isListening = async (port: number, address = '127.0.0.1'): Promise<boolean> => {
  try {
    await ask(port, { path: '/', address });
    return true;
  } catch {
    return false;
  }
};

describe('signing in', () => {
  it('opens Redbooth’s page with a fresh state and a proof key', async () => {
    const { signIn, opened, api, port, progress } = await setUp();
    expect(await signIn.start(application)).toEqual(succeed({ kind: 'opened' }));
    const [page] = opened;
    expect(`${page?.origin}${page?.pathname}`).toBe(`${api.origin}/oauth2/authorize`);
    expect(Object.fromEntries(page?.searchParams ?? [])).toEqual({
      client_id: 'client-id',
      redirect_uri: `http://localhost:${port}/oauth/callback`,
      response_type: 'code',
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(progress).toEqual([expect.objectContaining({ state: 'waiting' })]);
    await signIn.start(application);
    expect(opened[1]?.searchParams.get('state')).not.toBe(page?.searchParams.get('state'));
  });

  it('trades the code by a form, takes the tokens, and closes', async () => {
    const { signIn, opened, api, port, progress, taken, comeBack, clock } = await setUp();
    api.script(granted);
    await signIn.start(application);
    const page = await comeBack();
    expect(page.body).toContain('You’re signed in');
    expect(api.requests[0]).toMatchObject({ method: 'POST', url: '/oauth2/token' });
    expect(api.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    const { code_verifier: verifier = '', ...form } = Object.fromEntries(new URLSearchParams(api.requests[0]?.body));
    expect(form).toEqual({
      grant_type: 'authorization_code',
      client_id: 'client-id',
      client_secret: 'client-secret',
      code: 'the-code',
      redirect_uri: `http://localhost:${port}/oauth/callback`,
    });
    expect(challengeOf(verifier)).toBe(opened[0]?.searchParams.get('code_challenge'));
    expect(taken).toEqual([
      { kind: 'granted', accessToken: 'access-token', refreshToken: 'refresh-token', lifetime: 7_200_000 },
    ]);
    expect(progress.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'idle']);
    expect(await isListening(port)).toBe(false);
    expect(clock.waiting()).toBe(0);
  });

  it.each(['127.0.0.1', '::1'])('is listened for on %s, before it and after it not', async (address) => {
    const { signIn, port } = await setUp();
    expect(await isListening(port, address)).toBe(false);
    await signIn.start(application);
    expect(await isListening(port, address)).toBe(true);
    await signIn.cancel();
    expect(await isListening(port, address)).toBe(false);
  });

  it('ends on a page that holds nothing of the address, loads nothing, and is not kept', async () => {
    const { signIn, api, comeBack, opened } = await setUp();
    api.script(granted);
    await signIn.start(application);
    const { body, headers } = await comeBack();
    expect(body).not.toContain('the-code');
    expect(body).not.toContain(opened[0]?.searchParams.get('state'));
    expect(body).not.toMatch(/<script|src=|href=/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
  });

  it.each<
    [string, Record<string, string | null>, Parameters<Awaited<ReturnType<typeof setUp>>['comeBack']>[1], number]
  >([
    ['another state', { state: 'A'.repeat(43) }, {}, 400],
    ['no state', { state: null }, {}, 400],
    ['another state and a refusal', { state: 'x', error: 'access_denied', code: null }, {}, 400],
    ['another path', {}, { path: '/oauth/callback/' }, 404],
    ['POST', {}, { method: 'POST' }, 405],
    ['HEAD', {}, { method: 'HEAD' }, 405],
    ['a name that was made to point here', {}, { host: 'evil.example' }, 403],
    ['another port', {}, { host: 'localhost:1' }, 403],
    ['an address', {}, { host: '127.0.0.1' }, 403],
  ])('is not decided by %s: the right answer may still come', async (_, parameters, how, status) => {
    const { signIn, api, comeBack, progress } = await setUp();
    await signIn.start(application);
    expect((await comeBack(parameters, how)).status).toBe(status);
    expect(api.requests).toHaveLength(0);
    expect(progress).toHaveLength(1);
    api.script(granted);
    await comeBack();
    expect(progress.at(-1)).toEqual({ state: 'idle' });
  });

  it('takes an answer once: a replay while the code is traded gets nothing', async () => {
    const { signIn, api, comeBack, taken } = await setUp();
    api.script('hang');
    await signIn.start(application);
    const first = comeBack();
    await until(() => api.requests.length === 1);
    expect((await comeBack()).status).toBe(410);
    expect(api.requests).toHaveLength(1);
    await signIn.cancel();
    expect((await first).body).toContain('cancelled');
    expect(taken).toEqual([]);
  });

  it('can be begun anew: the first one ends, and its answer counts no more', async () => {
    const { signIn, api, opened, comeBack, progress, taken } = await setUp();
    api.script(granted);
    const [first, second] = await Promise.all([signIn.start(application), signIn.start(application)]);
    expect([first, second]).toEqual([succeed({ kind: 'nothing' }), succeed({ kind: 'opened' })]);
    await signIn.start(application);
    const old = opened[0]?.searchParams.get('state') ?? '';
    expect((await comeBack({ state: old })).status).toBe(400);
    await comeBack();
    expect(taken).toHaveLength(1);
    expect(progress.filter(({ state }) => state === 'failed')).toEqual([]);
  });

  it('can be cancelled while the code is traded: then no token is taken', async () => {
    const { signIn, api, comeBack, progress, taken, clock } = await setUp();
    api.script('hang');
    await signIn.start(application);
    const page = comeBack();
    await until(() => api.requests.length === 1);
    await signIn.cancel();
    await page;
    expect(taken).toEqual([]);
    expect(progress.at(-1)).toEqual({ state: 'idle' });
    expect(clock.waiting()).toBe(0);
  });

  it('gives up after 5 minutes', async () => {
    const { signIn, clock, progress, port } = await setUp();
    await signIn.start(application);
    await clock.advance(5 * 60_000 - 1);
    expect(progress.at(-1)?.state).toBe('waiting');
    await clock.advance(1);
    expect(progress.at(-1)).toMatchObject({ state: 'failed', code: 'sign-in-timed-out' });
    expect(await isListening(port)).toBe(false);
  });

  it.each<[string, Record<string, string | null>, ScriptedReply | null, string]>([
    ['the user says no', { error: 'access_denied', code: null }, null, 'sign-in-denied'],
    ['Redbooth has trouble', { error: 'server_error', code: null }, null, 'sign-in-failed'],
    ['there is no code', { code: null }, null, 'sign-in-failed'],
    ['the code is refused', {}, { status: 400, body: { error: 'invalid_grant' } }, 'sign-in-refused'],
    [
      'the application is not known',
      {},
      { status: 401, body: { error: 'invalid_client' } },
      'sign-in-application-refused',
    ],
    ['the token endpoint fails', {}, { status: 503, body: 'no' }, 'sign-in-failed'],
    [
      'the token endpoint leads elsewhere',
      {},
      { status: 307, headers: { Location: 'https://evil.example/' } },
      'sign-in-failed',
    ],
    ['the token endpoint breaks off', {}, 'break-off', 'sign-in-failed'],
    ['the reply has no token', {}, { body: {} }, 'sign-in-failed'],
  ])('fails, and says why, when %s', async (_, parameters, reply, code) => {
    const { signIn, api, comeBack, progress, taken, port } = await setUp();
    if (reply !== null) api.script(reply);
    await signIn.start(application);
    const page = await comeBack(parameters);
    const last = progress.at(-1);
    expect(last).toMatchObject({ state: 'failed', code });
    expect(page.body).toContain('You’re not signed in');
    expect(JSON.stringify(last) + page.body).not.toMatch(/the-code|client-secret/);
    expect(taken).toEqual([]);
    expect(await isListening(port)).toBe(false);
    await signIn.cancel();
    expect(signIn.progress()).toEqual({ state: 'idle' });
  });

  it('waits 20 s for the tokens, and not for ever', async () => {
    const { signIn, api, comeBack, progress, clock } = await setUp();
    api.script('hang');
    await signIn.start(application);
    const page = comeBack();
    await until(() => api.requests.length === 1);
    await clock.advance(20_000);
    await page;
    expect(progress.at(-1)).toMatchObject({ state: 'failed', code: 'sign-in-failed' });
  });

  it('never shows a word of Redbooth’s as markup', async () => {
    const { signIn, comeBack } = await setUp();
    await signIn.start(application);
    expect((await comeBack({ error: '<b>x</b>', code: null })).body).not.toContain('<b>');
  });

  it('fails when the tokens cannot be kept', async () => {
    const { signIn, api, comeBack, progress } = await setUp({
      taken: { code: 'secrets-unwritable', message: 'Full.' },
    });
    api.script(granted);
    await signIn.start(application);
    await comeBack();
    expect(progress.at(-1)).toEqual({ state: 'failed', code: 'secrets-unwritable', sentence: 'Full.' });
  });

  it.each(['127.0.0.1', '::1'])('fails with the way out when the port is taken on %s', async (address) => {
    const { signIn, port, opened, progress } = await setUp();
    const other = createServer().listen(port, address);
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const started = await signIn.start(application);
    expect(started).toMatchObject({ ok: false, failure: { code: 'sign-in-port-taken' } });
    expect(JSON.stringify(started)).toContain('signInPort');
    expect(opened).toEqual([]);
    expect(progress.at(-1)).toMatchObject({ state: 'failed', code: 'sign-in-port-taken' });
    await new Promise((resolve) => other.close(resolve));
    expect(await signIn.start(application)).toMatchObject({ ok: true });
  });

  it('fails when no browser opens', async () => {
    const { signIn, progress, port } = await setUp({ opened: { kind: 'nothing' } });
    expect(await signIn.start(application)).toMatchObject({ failure: { code: 'sign-in-not-opened' } });
    expect(progress.at(-1)).toMatchObject({ state: 'failed' });
    expect(await isListening(port)).toBe(false);
  });

  it('gives the page a link where the app opens none', async () => {
    const { signIn } = await setUp({ opened: { kind: 'link', url: 'https://redbooth.com/' } });
    expect(await signIn.start(application)).toEqual(succeed({ kind: 'link', url: 'https://redbooth.com/' }));
  });

  it('leaves nothing behind when the app closes', async () => {
    const { signIn, port, clock } = await setUp();
    await signIn.start(application);
    await signIn.dispose();
    expect(await isListening(port)).toBe(false);
    expect(clock.waiting()).toBe(0);
  });
});
