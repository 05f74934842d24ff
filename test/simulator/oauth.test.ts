import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../electron/simulator/simulator.ts';
import { type Started, startSimulator } from './start.ts';

const redirectUri = 'http://localhost:8767/signed-in';

type TokenReply = { access_token: string; refresh_token: string; error?: string };
const isTokenReply = (value: unknown): value is TokenReply => typeof value === 'object' && value !== null;

const post = async (
  { origin, simulator }: { origin: string; simulator: Simulator },
  fields: Record<string, string>,
  type: 'form' | 'json' = 'form',
): Promise<{ status: number; body: TokenReply }> => {
  const all = { client_id: simulator.client.clientId, client_secret: simulator.client.clientSecret, ...fields };
  const reply = await fetch(`${origin}/oauth2/token`, {
    method: 'POST',
    ...(type === 'form'
      ? { body: new URLSearchParams(all) }
      : { body: JSON.stringify(all), headers: { 'content-type': 'application/json' } }),
  });
  const body: unknown = await reply.json();
  if (!isTokenReply(body)) throw new Error('not a token reply');
  return { status: reply.status, body };
};
const authorize = async (
  { origin, simulator }: Started,
  fields: Record<string, string> = {},
): Promise<{ status: number; location: URL | null }> => {
  const query = new URLSearchParams({
    client_id: simulator.client.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    state: 'some-state',
    ...fields,
  });
  const reply = await fetch(`${origin}/oauth2/authorize?${query.toString()}`, { redirect: 'manual' });
  const location = reply.headers.get('location');
  return { status: reply.status, location: location === null ? null : new URL(location) };
};
const statusWith = async (started: Started, token: string): Promise<number> =>
  (await started.call('/me', { token })).status;

describe('GET /oauth2/authorize', () => {
  it('sends the browser back with a code and the state', async () => {
    const started = await startSimulator({ redirectUris: [redirectUri] });
    const { status, location } = await authorize(started);
    expect(status).toBe(302);
    expect(location?.origin).toBe('http://localhost:8767');
    expect(location?.searchParams.get('state')).toBe('some-state');
    expect(location?.searchParams.get('code')).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    { name: 'another redirect', fields: { redirect_uri: 'http://localhost:8767/elsewhere' } },
    { name: 'another port', fields: { redirect_uri: 'http://localhost:9000/signed-in' } },
    { name: 'an unknown client', fields: { client_id: 'x' } },
  ])('never redirects for $name', async ({ fields }) => {
    const started = await startSimulator({ redirectUris: [redirectUri] });
    expect(await authorize(started, fields)).toEqual({ status: 401, location: null });
  });

  it('may allow any port', async () => {
    const started = await startSimulator({ redirectUris: [redirectUri], quirks: { redirectUri: 'any-port' } });
    const { location } = await authorize(started, { redirect_uri: 'http://localhost:9000/signed-in' });
    expect(location?.port).toBe('9000');
  });

  it('may keep the state to itself', async () => {
    const started = await startSimulator({ redirectUris: [redirectUri], quirks: { stateEcho: false } });
    expect((await authorize(started)).location?.searchParams.has('state')).toBe(false);
  });

  it('may bring back another state than it was given', async () => {
    const started = await startSimulator({ redirectUris: [redirectUri], quirks: { stateEcho: 'wrong' } });
    const state = (await authorize(started)).location?.searchParams.get('state');
    expect(state).not.toBe('some-state');
    expect(state).toBeTruthy();
  });

  it('tells when the user says no', async () => {
    const started = await startSimulator({ redirectUris: [redirectUri], quirks: { authorization: 'denied' } });
    const { location } = await authorize(started);
    expect([location?.searchParams.get('error'), location?.searchParams.get('code')]).toEqual(['access_denied', null]);
  });
});

describe('POST /oauth2/token', () => {
  it.each(['form', 'json'] as const)('trades a code once, for whoever sits at the browser (%s)', async (type) => {
    const started = await startSimulator({ redirectUris: [redirectUri], signedInUser: 'bo' });
    const code = (await authorize(started)).location?.searchParams.get('code') ?? '';
    const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    const { status, body } = await post(started, fields, type);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{64}$/),
      token_type: 'bearer',
      expires_in: 7200,
      refresh_token: expect.stringMatching(/^[0-9a-f]{64}$/),
      scope: 'all',
      created_at: started.clock.now() / 1000,
    });
    expect((await started.call('/me', { token: body.access_token })).body).toMatchObject({ username: 'bo' });
    expect(await post(started, fields)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('refuses a code for another redirect, and one that is too old', async () => {
    const started = await startSimulator({ redirectUris: [redirectUri] });
    const codeOf = async (): Promise<string> => (await authorize(started)).location?.searchParams.get('code') ?? '';
    const grant = { grant_type: 'authorization_code', redirect_uri: redirectUri };
    const elsewhere = { ...grant, code: await codeOf(), redirect_uri: 'http://localhost:1/' };
    expect((await post(started, elsewhere)).body.error).toBe('invalid_grant');
    const code = await codeOf();
    await started.clock.advance(600_000);
    expect((await post(started, { ...grant, code })).body.error).toBe('invalid_grant');
  });

  it.each([
    { name: 'a wrong secret', fields: { client_secret: 'x' }, status: 401, error: 'invalid_client' },
    { name: 'an unknown grant type', fields: { grant_type: 'password' }, status: 400, error: 'invalid_request' },
    { name: 'an unknown refresh token', fields: {}, status: 400, error: 'invalid_grant' },
  ])('refuses $name', async ({ fields, status, error }) => {
    const started = await startSimulator();
    const request = { grant_type: 'refresh_token', refresh_token: 'unknown', ...fields };
    expect(await post(started, request)).toMatchObject({ status, body: { error } });
  });

  it.each([
    ['ignored', 'S256', 'wrong', 200],
    ['checked', 'S256', 'wrong', 400],
    ['checked', 'S256', 'right', 200],
    ['checked', 'plain', 'right', 200],
    ['checked', 'plain', 'wrong', 400],
  ] as const)('holds the code challenge %s (%s, %s verifier)', async (pkce, method, verifier, status) => {
    const started = await startSimulator({ redirectUris: [redirectUri], quirks: { pkce } });
    const challenge = method === 'plain' ? 'right' : createHash('sha256').update('right').digest('base64url');
    const asked = { code_challenge: challenge, code_challenge_method: method };
    const code = (await authorize(started, asked)).location?.searchParams.get('code') ?? '';
    const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
    expect((await post(started, fields)).status).toBe(status);
  });

  it.each([
    ['invalid_client', 401],
    ['invalid_grant', 400],
  ])('says %s by script', async (oauth, status) => {
    const started = await startSimulator();
    const { refreshToken } = started.simulator.signIn('ada');
    started.simulator.failNext(1, { oauth }, '/oauth2/token');
    const fields = { grant_type: 'refresh_token', refresh_token: refreshToken };
    expect(await post(started, fields)).toMatchObject({ status, body: { error: oauth } });
    expect((await post(started, fields)).status).toBe(200);
  });

  it('can be slow, and can lose the new pair on its way', async () => {
    const started = await startSimulator();
    const { refreshToken } = started.simulator.signIn('ada');
    const fields = { grant_type: 'refresh_token', refresh_token: refreshToken };
    started.simulator.failNext(1, { delay: 9000 }, '/oauth2/token');
    const asked = post(started, fields);
    while (started.clock.waiting() === 0) await new Promise((resolve) => setImmediate(resolve));
    await started.clock.advance(9000);
    const next = { ...fields, refresh_token: (await asked).body.refresh_token };
    started.simulator.failNext(1, { lost: true }, '/oauth2/token');
    await expect(post(started, next)).rejects.toThrow();
    expect((await post(started, next)).body.error).toBe('invalid_grant');
  });

  it('can leave created_at out', async () => {
    const started = await startSimulator({ quirks: { tokenCreatedAt: false, expiresIn: 60 } });
    const { refreshToken } = started.simulator.signIn('ada');
    const { body } = await post(started, { grant_type: 'refresh_token', refresh_token: refreshToken });
    expect(body).toMatchObject({ expires_in: 60 });
    expect(Object.hasOwn(body, 'created_at')).toBe(false);
  });
});

describe('refresh tokens', () => {
  const cases = [
    { refreshRotation: 'at-once', beforeUse: 400, afterUse: 400 },
    { refreshRotation: 'on-use', beforeUse: 200, afterUse: 400 },
    { refreshRotation: 'never', beforeUse: 200, afterUse: 200 },
  ] as const;
  it.each(cases)('die $refreshRotation', async ({ refreshRotation, beforeUse, afterUse }) => {
    const started = await startSimulator({ quirks: { refreshRotation } });
    const old = started.simulator.signIn('ada').refreshToken;
    const again = { grant_type: 'refresh_token', refresh_token: old };
    const { body } = await post(started, again);
    expect(body.refresh_token).not.toBe(old);
    expect((await post(started, again)).status).toBe(beforeUse);
    expect(await statusWith(started, body.access_token)).toBe(200);
    expect((await post(started, again)).status).toBe(afterUse);
  });
});

describe('the lifetime of refresh tokens', () => {
  it.each([
    [null, 200],
    [3600, 400],
  ])('is %s s', async (refreshExpiresIn, status) => {
    const started = await startSimulator({ quirks: { refreshExpiresIn } });
    const { refreshToken } = started.simulator.signIn('ada');
    await started.clock.advance(3_600_000);
    expect((await post(started, { grant_type: 'refresh_token', refresh_token: refreshToken })).status).toBe(status);
  });
});

describe('POST /oauth2/revoke', () => {
  const revoke = ({ origin, simulator }: Started, token: string, secret = simulator.client.clientSecret) =>
    fetch(`${origin}/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: simulator.client.clientId, client_secret: secret, token }),
    });

  it.each(['accessToken', 'refreshToken'] as const)('ends the pair by its %s', async (which) => {
    const started = await startSimulator();
    const pair = started.simulator.signIn('ada');
    expect((await revoke(started, pair[which])).status).toBe(200);
    const reply = await started.call('/me', { token: pair.accessToken });
    expect(reply.headers.get('www-authenticate')).toContain('The access token was revoked');
    const again = { grant_type: 'refresh_token', refresh_token: pair.refreshToken };
    expect((await post(started, again)).body.error).toBe('invalid_grant');
  });

  it('is for the client only, and never tells what it knows', async () => {
    const started = await startSimulator();
    const { accessToken } = started.simulator.signIn('ada');
    expect((await revoke(started, accessToken, 'wrong')).status).toBe(401);
    expect(await statusWith(started, accessToken)).toBe(200);
    expect((await revoke(started, 'unknown')).status).toBe(200);
  });

  it('may not be there', async () => {
    const started = await startSimulator({ quirks: { revokeEndpoint: false } });
    expect((await revoke(started, 'any')).status).toBe(404);
  });
});

describe('access tokens', () => {
  const challenge = async (started: Started, token: string): Promise<string | null> =>
    (await started.call('/me', { token })).headers.get('www-authenticate');

  it('work until their time is over, and say so then', async () => {
    const started = await startSimulator();
    const { accessToken } = started.simulator.signIn('ada', { expiresIn: 60 });
    await started.clock.advance(59_999);
    expect(await statusWith(started, accessToken)).toBe(200);
    await started.clock.advance(1);
    expect(await statusWith(started, accessToken)).toBe(401);
    expect(await challenge(started, accessToken)).toBe(
      'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token was expired"',
    );
  });

  it('can be expired by hand, and refreshed then', async () => {
    const started = await startSimulator();
    const { accessToken, refreshToken } = started.simulator.signIn('ada');
    started.simulator.expireToken(accessToken);
    expect(await challenge(started, accessToken)).toContain('was expired');
    const { body } = await post(started, { grant_type: 'refresh_token', refresh_token: refreshToken });
    expect(await statusWith(started, body.access_token)).toBe(200);
  });

  it('can be revoked, which ends the refresh token too', async () => {
    const started = await startSimulator();
    const { accessToken, refreshToken } = started.simulator.signIn('ada');
    started.simulator.revokeToken(accessToken);
    expect(await challenge(started, accessToken)).toContain('was revoked');
    expect((await post(started, { grant_type: 'refresh_token', refresh_token: refreshToken })).status).toBe(400);
  });

  it('are needed', async () => {
    const started = await startSimulator();
    expect(await started.call('/me', { token: 'unknown' })).toMatchObject({
      status: 401,
      body: { error: { message: 'Unauthorized' } },
    });
  });

  it('work in the query as well', async () => {
    const { origin, ada } = await startSimulator();
    expect((await fetch(`${origin}/api/3/me?access_token=${ada}`)).status).toBe(200);
  });
});
