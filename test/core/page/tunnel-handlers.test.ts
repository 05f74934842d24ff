import { expect, test } from 'vitest';
import { online, startPage, value } from './whole-page.ts';

const chosen = { tunnel: 'url', tunnelHost: 'https://localtunnel.me', publicUrl: 'https://name.example' };

test('the choice in force comes with the address to point a reverse proxy at', async () => {
  const { dispatch } = startPage();
  expect(value(await dispatch('tunnel-settings', null))).toEqual({
    choice: chosen,
    isFixed: false,
    localAddress: 'http://127.0.0.1:8765',
  });
  expect(value(await dispatch('copy-local-address', null))).toEqual({ kind: 'text', text: 'http://127.0.0.1:8765' });
});

test('another choice is stored before the tunnel is replaced; the same one leaves it alone', async () => {
  const { dispatch, replaced, settings } = startPage();
  expect(value(await dispatch('choose-tunnel', chosen))).toBeNull();
  expect(replaced).toEqual([]);
  expect(value(await dispatch('choose-tunnel', { ...chosen, tunnel: 'off' }))).toBeNull();
  expect(replaced).toEqual(['off']);
  expect(settings.current()).toMatchObject({ tunnel: 'off', publicUrl: 'https://name.example' });
});

test('a choice that cannot be used is refused, and nothing is replaced', async () => {
  const { dispatch, replaced, settings } = startPage();
  expect(value(await dispatch('choose-tunnel', { ...chosen, publicUrl: 'hooks' }))).toMatchObject({
    code: 'settings-invalid',
  });
  expect(replaced).toEqual([]);
  expect(settings.current()).toMatchObject(chosen);
});

test('a test of reachability says in words what came out', async () => {
  const { dispatch } = startPage({ tunnelState: { ...online, state: 'offline', cause: 'dns' } });
  expect(value(await dispatch('test-reachability', null))).toMatchObject({
    state: 'offline',
    sentence: 'Not reachable',
    cause: 'dns',
    detail: expect.stringContaining('cannot be found'),
  });
});

test('polling is stored before the tunnel is replaced; choosing it again changes nothing', async () => {
  const { dispatch, replaced, settings, overview } = startPage();
  expect(value(await dispatch('choose-hook-source', { source: 'tunnel' }))).toBeNull();
  expect(replaced).toEqual([]);
  for (let times = 0; times < 2; times += 1)
    expect(value(await dispatch('choose-hook-source', { source: 'polling' }))).toBeNull();
  expect(replaced).toEqual(['url']);
  expect(settings.current()).toMatchObject({ ...chosen, hookSource: 'polling' });
  expect(overview()).toMatchObject({ hookSource: 'polling', reachability: { state: 'polling' } });
  expect(value(await dispatch('test-reachability', null))).toMatchObject({ state: 'polling' });
});
