import { describe, expect, it } from 'vitest';
import { refusal, row, start } from './started-store.ts';
describe('opening a change', () => {
  it('marks it read and leaves the page to the app where that opens it', async () => {
    const { store, shown, links } = await start();
    await store.openChange('2');
    expect(shown()).toBe('2 1*');
    expect(links).toEqual([]);
  });

  it('opens the link itself where the app hands it one', async () => {
    const { bridge, store, links } = await start();
    const url = 'https://redbooth.com/a/#!/projects/1/tasks/2';
    bridge.answer('open-change', { ok: true, value: { kind: 'link', url } });
    await store.openChange('2');
    expect(links).toEqual([url]);
  });

  it('only marks read what has no page any more', async () => {
    const { bridge, store, shown } = await start([row(2, { kind: 'gone', canOpen: false })]);
    await store.openChange('2');
    expect(bridge.asked.at(-1)).toEqual({ name: 'read-changes', payload: { which: 'some', ids: ['2'] } });
    expect(shown()).toBe('2');
  });

  it('keeps it unread and says why when the app could not open it', async () => {
    const { bridge, store, shown } = await start();
    bridge.answer('open-change', refusal);
    await store.openChange('2');
    expect(shown()).toBe('2* 1*');
    expect(store.trouble.value?.message).toBe('It did not work.');
    store.dismissTrouble();
    expect(store.trouble.value).toBeNull();
  });
});

describe('commands', () => {
  it('say whether they were done', async () => {
    const { bridge, store } = await start();
    expect(await store.run('pause', { minutes: 30 })).toBe(true);
    expect(bridge.asked.at(-1)).toEqual({ name: 'pause', payload: { minutes: 30 } });
    bridge.answer('resume', refusal);
    expect(await store.run('resume', null)).toBe(false);
  });

  it('show what a test of reachability found at once', async () => {
    const { bridge, store } = await start();
    const found = { state: 'offline', sentence: 'Not reachable', detail: null, cause: 'timeout', provenAt: null };
    bridge.answer('test-reachability', { ok: true, value: found });
    await store.testReachability();
    expect(store.overview.value?.reachability).toEqual(found);
  });

  it('leave the failure of a question to the view that asked it', async () => {
    const { bridge, store } = await start();
    bridge.answer('choose-tunnel', refusal);
    const choice = { tunnel: 'url', tunnelHost: 'https://localtunnel.me', publicUrl: 'nowhere' } as const;
    expect(await store.ask('choose-tunnel', choice)).toEqual(refusal);
    expect(bridge.asked.at(-1)).toEqual({ name: 'choose-tunnel', payload: choice });
    expect(store.trouble.value).toBeNull();
  });

  it('open the web hooks page of an organisation, by a link where the app hands one', async () => {
    const { bridge, store, links } = await start();
    const url = 'https://redbooth.com/app/organization/77/web_hooks';
    bridge.answer('open-organization-hooks-page', { ok: true, value: { kind: 'link', url } });
    await store.open('open-organization-hooks-page', { id: '77' });
    expect(bridge.asked.at(-1)?.payload).toEqual({ id: '77' });
    expect(links).toEqual([url]);
  });

  it('open Redbooth’s page to sign in, by a link where the app hands one, and give it for a second try', async () => {
    const { bridge, store, links } = await start();
    const link = { kind: 'link', url: 'https://redbooth.com/oauth2/authorize?state=s' } as const;
    bridge.answer('sign-in', { ok: true, value: link });
    expect(await store.signIn()).toEqual({ ok: true, value: link });
    expect(links).toEqual([link.url]);
  });

  it('leave it to the view when signing in cannot begin', async () => {
    const { bridge, store, links } = await start();
    bridge.answer('sign-in', refusal);
    expect(await store.signIn()).toEqual(refusal);
    expect(links).toEqual([]);
    expect(store.trouble.value).toBeNull();
  });

  it.each(['copy-hook-url', 'copy-organization-message', 'copy-request-as-curl'] as const)(
    '%s: gives the text, or says why there is none',
    async (name) => {
      const { bridge, store } = await start();
      bridge.answer(name, { ok: true, value: { kind: 'text', text: 'some text' } });
      expect(await store.copy(name, { id: 'a1' })).toEqual({ kind: 'text', text: 'some text' });
      expect(bridge.asked.at(-1)).toEqual({ name, payload: { id: 'a1' } });
      bridge.answer(name, refusal);
      expect(await store.copy(name, { id: 'a1' })).toEqual({ kind: 'nothing' });
      expect(store.trouble.value?.message).toBe('It did not work.');
    },
  );

  it('copy-local-address: gives the text, or says why there is none', async () => {
    const { bridge, store } = await start();
    bridge.answer('copy-local-address', { ok: true, value: { kind: 'text', text: 'http://127.0.0.1:8765' } });
    expect(await store.copy('copy-local-address', null)).toEqual({ kind: 'text', text: 'http://127.0.0.1:8765' });
    bridge.answer('copy-local-address', refusal);
    expect(await store.copy('copy-local-address', null)).toEqual({ kind: 'nothing' });
    expect(store.trouble.value?.message).toBe('It did not work.');
  });
});
