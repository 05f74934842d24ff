import { describe, expect, it } from 'vitest';
import { type Opened, type Pause, type Reply, createDispatch } from '../../../electron/contract/index.ts';
import { refuseSignIn } from '../../../electron/core/account/sign-in-handlers.ts';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { createHandlers } from '../../../electron/core/page/handlers.ts';
import { hookUrlView, overviewOf } from '../../../electron/core/page/overview.ts';
import { describeReachability } from '../../../electron/core/tunnel/reachability-words.ts';
import type { TunnelState } from '../../../electron/core/tunnel/tunnel-state.ts';
import { aNewChange } from '../../fakes/change.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { aHook } from '../../fakes/task.ts';

const online: TunnelState = { state: 'online', url: 'https://name.example', cause: null, provenAt: 1 };

const startPage = (tunnelState: TunnelState = online) => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const store = createChangeStore(database, clock);
  const ledger = createLedger(database, clock);
  const hookUrls = createHookUrls({ database, clock, onChanged: () => undefined });
  const opened: string[] = [];
  const pauses: Pause[] = [];
  const open = async (url: string): Promise<Opened> => {
    opened.push(url);
    return { kind: 'link', url };
  };
  const handlers = createHandlers({
    clock,
    store,
    ledger,
    hookUrls,
    tunnel: { current: () => tunnelState, test: async () => tunnelState },
    overview: () =>
      overviewOf({
        version: '1.0.0',
        host: 'headless',
        demo: false,
        reachability: describeReachability(tunnelState),
        account: {
          state: 'signed-out',
          user: null,
          sentence: 'Not signed in',
          canSignOut: false,
          isFromEnvironment: false,
          signIn: { state: 'idle' },
        },
        hookUrls: hookUrls.list().map((each) => hookUrlView(tunnelState.url, each)),
        hooksPage: 'https://redbooth.com/app/organization/4/web_hooks',
        unread: store.unreadCount(),
        pause: { state: 'running' },
        isApiFailing: false,
        interrupted: 0,
      }),
    markRead: (ids) => void store.markRead(ids),
    pause: (pause) => pauses.push(pause),
    open,
    copyText: async (text) => ({ kind: 'text', text }),
    signIn: refuseSignIn('environment'),
  });
  const dispatch = createDispatch(handlers, (error) => {
    throw error;
  });
  /** Records changes with these titles, all told in one notification. */
  const tell = (...titles: readonly string[]): void => {
    const changes = store.settle({
      taskId: '7',
      hooks: [aHook()],
      result: 'changed',
      changes: titles.map((title) =>
        aNewChange({ title, url: title === 'Gone' ? null : `https://redbooth.com/a/#!/${title}` }),
      ),
      snapshot: { kind: 'keep' },
    });
    ledger.claim(
      changes.map((change) => ({ change, decision: { kind: 'notified', reason: 'watched-by-you' } as const })),
      { replaces: null, title: 'Title', body: 'Body', url: changes.at(-1)?.account.url ?? null },
    );
  };
  return { clock, store, hookUrls, opened, pauses, dispatch, tell };
};

const value = (reply: Reply): unknown => (reply.ok ? reply.value : reply.failure);

describe('the list of changes', () => {
  it('comes page by page until there is no next one', async () => {
    const { dispatch, tell } = startPage();
    tell('One', 'Two', 'Three');
    const first = await dispatch('changes', { before: null, limit: 2, show: 'all' });
    expect(value(first)).toMatchObject({ rows: [{ id: '3' }, { id: '2' }], next: '2' });
    const second = await dispatch('changes', { before: '2', limit: 2, show: 'all' });
    expect(value(second)).toMatchObject({ rows: [{ id: '1' }], next: null });
  });

  it('has no next page when it ends exactly', async () => {
    const { dispatch, tell } = startPage();
    tell('One', 'Two');
    expect(value(await dispatch('changes', { before: null, limit: 2, show: 'all' }))).toMatchObject({ next: null });
  });

  it('can be of the unread ones, which get fewer as they are read', async () => {
    const { dispatch, tell } = startPage();
    tell('One', 'Two', 'Three');
    expect(value(await dispatch('read-changes', { which: 'some', ids: ['2'] }))).toEqual({ unread: 2 });
    const unread = await dispatch('changes', { before: null, limit: 10, show: 'unread' });
    expect(value(unread)).toMatchObject({ rows: [{ id: '3' }, { id: '1' }] });
    expect(value(await dispatch('read-changes', { which: 'all' }))).toEqual({ unread: 0 });
  });
});

describe('opening', () => {
  it('a change opens its task and marks it read', async () => {
    const { dispatch, tell, opened, store } = startPage();
    tell('One');
    expect(value(await dispatch('open-change', { id: '1' }))).toEqual({
      kind: 'link',
      url: 'https://redbooth.com/a/#!/One',
    });
    expect(opened).toEqual(['https://redbooth.com/a/#!/One']);
    expect(store.unreadCount()).toBe(0);
  });

  it('the change of a task that is gone opens nothing, and marks it read', async () => {
    const { dispatch, tell, opened, store } = startPage();
    tell('Gone');
    expect(value(await dispatch('open-change', { id: '1' }))).toEqual({ kind: 'nothing' });
    expect(opened).toEqual([]);
    expect(store.unreadCount()).toBe(0);
  });

  it('a notification opens its page and marks all it told as read', async () => {
    const { dispatch, tell, opened, store } = startPage();
    tell('One', 'Two');
    await dispatch('open-notification', { id: '1' });
    expect(opened).toEqual(['https://redbooth.com/a/#!/Two']);
    expect(store.unreadCount()).toBe(0);
  });

  it.each([
    ['open-change', 'change'],
    ['open-notification', 'notification'],
  ])('what is not there fails: %s', async (name, what) => {
    const { dispatch } = startPage();
    expect(value(await dispatch(name, { id: '99' }))).toEqual({
      code: 'not-found',
      message: `There is no such ${what} any more.`,
    });
  });

  it('the hooks page leads to Redbooth', async () => {
    const { dispatch, opened } = startPage();
    await dispatch('open-hooks-page', null);
    expect(opened).toEqual(['https://redbooth.com/app/organization/4/web_hooks']);
  });
});

describe('hook URLs', () => {
  it('are added, renamed, copied and revoked', async () => {
    const { dispatch, hookUrls } = startPage();
    expect(value(await dispatch('add-hook-url', { name: '  Acme ' }))).toBeNull();
    const [added] = hookUrls.list();
    if (added === undefined) throw new Error('not added');
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

  it('are nothing to copy before there is an address', async () => {
    const { dispatch, hookUrls } = startPage({ ...online, state: 'connecting', url: null });
    await dispatch('add-hook-url', { name: 'Acme' });
    expect(value(await dispatch('copy-hook-url', { id: hookUrls.list()[0]?.id ?? '' }))).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['copy-hook-url', { id: 'none' }],
    ['rename-hook-url', { id: 'none', name: 'x' }],
    ['revoke-hook-url', { id: 'none' }],
  ])('that are not there fail: %s', async (name, payload) => {
    const { dispatch } = startPage();
    expect(value(await dispatch(name, payload))).toMatchObject({ code: 'not-found' });
  });
});

describe('the rest of the page', () => {
  it('gets the overview', async () => {
    const { dispatch, tell } = startPage();
    tell('One');
    expect(value(await dispatch('overview', null))).toMatchObject({ unread: 1, reachability: { state: 'online' } });
  });

  it('has reachability tested', async () => {
    const { dispatch } = startPage();
    expect(value(await dispatch('test-reachability', null))).toMatchObject({ state: 'online', sentence: 'Reachable' });
  });

  it('pauses for some minutes, until resumed, and resumes', async () => {
    const { dispatch, pauses, clock } = startPage();
    await dispatch('pause', { minutes: 30 });
    await dispatch('pause', { minutes: null });
    await dispatch('resume', null);
    expect(pauses).toEqual([
      { state: 'paused', until: clock.now() + 30 * 60_000 },
      { state: 'paused', until: null },
      { state: 'running' },
    ]);
  });
});
