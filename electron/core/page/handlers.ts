import {
  type Failure,
  type Opened,
  type Overview,
  type Pause,
  type RequestAnswer,
  type RequestHandlers,
  fail,
  succeed,
} from '../../contract/index.ts';
import type { SignInHandlers } from '../account/sign-in-handlers.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { HookUrlFailure, HookUrls } from '../hooks/hook-urls.ts';
import type { Ledger } from '../notify/ledger.ts';
import { describeReachability } from '../tunnel/reachability-words.ts';
import type { TunnelSupervisor } from '../tunnel/tunnel-state.ts';
import { publicAddress } from './overview.ts';
import { rowOf } from './rows.ts';

export type HandlerPorts = {
  readonly clock: Clock;
  readonly store: Pick<ChangeStore, 'list' | 'change' | 'unreadCount'>;
  readonly ledger: Pick<Ledger, 'notification'>;
  readonly hookUrls: HookUrls;
  readonly tunnel: Pick<TunnelSupervisor, 'current' | 'test'>;
  readonly overview: () => Overview;
  /** Marks changes read (all when null) and tells the page. */
  readonly markRead: (ids: readonly string[] | null) => void;
  readonly pause: (pause: Pause) => void;
  /** Opens a page if it passes the gate. */
  readonly open: (url: string) => Promise<Opened>;
  readonly copyText: (text: string) => Promise<RequestAnswer<'copy-hook-url'>>;
  readonly signIn: SignInHandlers;
};

const missing = (what: string): { ok: false; failure: Failure } =>
  fail({ code: 'not-found', message: `There is no such ${what} any more.` });

const nothingOrFailure = (result: { ok: true } | { ok: false; failure: HookUrlFailure }) =>
  result.ok ? succeed(null) : result;

/** What clicking a notification does: opens its page and marks its changes read. */
export const openNotification = async (
  ports: Pick<HandlerPorts, 'ledger' | 'markRead' | 'open'>,
  id: string,
): Promise<Opened | null> => {
  const notification = ports.ledger.notification(id);
  if (notification === null) return null;
  ports.markRead(notification.changeIds);
  return notification.url === null ? { kind: 'nothing' } : ports.open(notification.url);
};

/** Answers every request of the contract. */
export const createHandlers = (ports: HandlerPorts): RequestHandlers => {
  const { clock, store, hookUrls, tunnel, overview, markRead, pause, open, copyText } = ports;
  return {
    ...ports.signIn,
    overview: () => succeed(overview()),
    changes: ({ before, limit, show }) => {
      const changes = store.list({ before, limit: limit + 1, unreadOnly: show === 'unread' });
      const rows = changes.slice(0, limit).map((change) => rowOf(change, clock.now()));
      return succeed({ rows, next: changes.length > limit ? (rows.at(-1)?.id ?? null) : null });
    },
    'read-changes': (payload) => {
      markRead(payload.which === 'all' ? null : payload.ids);
      return succeed({ unread: store.unreadCount() });
    },
    'open-change': async ({ id }) => {
      const change = store.change(id);
      if (change === null) return missing('change');
      markRead([id]);
      return succeed(change.account.url === null ? { kind: 'nothing' } : await open(change.account.url));
    },
    'open-notification': async ({ id }) => {
      const opened = await openNotification(ports, id);
      return opened === null ? missing('notification') : succeed(opened);
    },
    'copy-hook-url': async ({ id }) => {
      const record = hookUrls.list().find((each) => each.id === id);
      if (record === undefined) return missing('hook URL');
      const address = publicAddress(tunnel.current().url, record);
      return succeed(address === null ? { kind: 'nothing' } : await copyText(address));
    },
    'open-hooks-page': async () => succeed(await open(overview().hooksPage)),
    'add-hook-url': ({ name }) => nothingOrFailure(hookUrls.add(name)),
    'rename-hook-url': ({ id, name }) => nothingOrFailure(hookUrls.rename(id, name)),
    'revoke-hook-url': ({ id }) => nothingOrFailure(hookUrls.revoke(id)),
    'test-reachability': async () => succeed(describeReachability(await tunnel.test())),
    pause: ({ minutes }) => {
      pause({ state: 'paused', until: minutes === null ? null : clock.now() + minutes * 60_000 });
      return succeed(null);
    },
    resume: () => {
      pause({ state: 'running' });
      return succeed(null);
    },
  };
};
