import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import {
  type Failure,
  type Overview,
  type PageEvent,
  type Pause,
  type Result,
  createDispatch,
  fail,
  succeed,
} from '../contract/index.ts';
import { createAccountAccess } from './account/account-access.ts';
import type { App, AppPorts } from './app-port.ts';
import { createOutage, outageSchema } from './changes/outage.ts';
import { createPipeline } from './changes/pipeline.ts';
import { createChangeStore } from './changes/store.ts';
import { createTeller } from './changes/tell.ts';
import { createWorker } from './changes/worker.ts';
import { deleteHistory } from './database/delete-history.ts';
import { createKept } from './database/kept.ts';
import type { OperatorLine } from './operator/line.ts';
import { createHookUrls } from './hooks/hook-urls.ts';
import { createJournal } from './hooks/journal.ts';
import { createListener } from './hooks/listener.ts';
import { createNonces } from './hooks/nonces.ts';
import { backlogSchema, createAnnouncer } from './notify/announcer.ts';
import { createLedger } from './notify/ledger.ts';
import { createHandlers, openNotification } from './page/handlers.ts';
import { accountView, hookUrlView, overviewOf, pauseAt, publicAddress } from './page/overview.ts';
import { rowOf } from './page/rows.ts';
import { createAccountWatch } from './redbooth/account.ts';
import { caughtUpSchema, createCatchUp } from './redbooth/catch-up.ts';
import { createRedboothClient } from './redbooth/client.ts';
import { createDirectory } from './redbooth/directory.ts';
import { createLimiter } from './redbooth/limiter.ts';
import { hooksPageUrl, isOpenable } from './redbooth/links.ts';
import type { SettingsStore } from './settings/settings.ts';
import { createRounds } from './rounds.ts';
import { createTunnelProvider } from './tunnel/choose-provider.ts';
import { describeReachability } from './tunnel/reachability-words.ts';
import { createSelfTest } from './tunnel/self-test.ts';
import { createTunnelSupervisor } from './tunnel/supervisor.ts';
import { version } from './version.ts';

export type AppOptions = {
  readonly host: Overview['host'];
  readonly isDemo: boolean;
  readonly database: DatabaseSync;
  readonly settings: SettingsStore;
  /** Null: the port kept from the first start. */
  readonly hookPort: number | null;
  /** API requests a second, sustained. */
  readonly apiRate: number;
};

const burst = 10;
const firstHookUrlName = 'My organisation';
/** From this many tasks on, what a catch-up finds is told in one summary. */
const summaryFrom = 4;
const announceAgainAfter = 5_000;

/**
 * Composes the core: listener -> journal -> worker -> client -> difference -> store -> rules -> notifier and page. Starts
 * nothing before `start`.
 */
export const createApp = (options: AppOptions, ports: AppPorts): App => {
  const { host, isDemo, database, settings, apiRate } = options;
  const { clock, random, log, fetch, notifier, report } = ports;
  const { redbooth: origin, catchUpSeconds } = settings.current();
  const pages = new Set<(event: PageEvent) => void>();
  let isDisposed = false;
  let interrupted = 0;
  let lastTunnelLine = '';

  const publish = (event: PageEvent): void => {
    for (const page of pages) page(event);
  };
  const publishOverview = (): void => {
    if (!isDisposed && pages.size > 0) publish({ event: 'overview', overview: overview() });
  };

  // Redbooth
  const access = createAccountAccess({
    credentials: ports.credentials,
    origin,
    signInPort: () => settings.current().signInPort,
    fetch,
    clock,
    log,
    open: (url) => open(url),
    copyText: ports.copyText,
    onState: (state) => {
      account.tokensAre(state);
      // Told at once, as nothing else may happen for hours that would show it.
      if (state === 'expired') outage.failed({ kind: 'signed-out', message: 'The sign-in has ended.' });
    },
    onChanged: publishOverview,
    onSignedIn: () => {
      directory.forgetMe();
      // Whoever it was: whose the new tokens are is known once Redbooth says so.
      if (account.current().state === 'signed-in') account.tokensAre('signed-out');
      void identify();
    },
    onSignedOut: async (forget) => {
      directory.forgetMe();
      if (forget.deleteHistory) {
        const deleted = await eraseHistory();
        if (!deleted.ok) return deleted;
      }
      outage.signedOut();
      return succeed(null);
    },
    onTrouble: (failure) => report({ event: 'error', ...failure }, clock.now()),
  });
  const { tokens } = access;
  const limiter = createLimiter({ clock, rate: apiRate, burst: Math.max(burst, Math.ceil(apiRate)) });
  const client = createRedboothClient({ origin, fetch, tokens, clock, random, limiter, log });
  const directory = createDirectory({ database, client, clock });
  const account = createAccountWatch(directory, ({ state, user }) => {
    report({ event: 'account', state, user }, clock.now());
    publishOverview();
  });

  // Hooks and the tunnel
  const hookUrls = createHookUrls({ database, clock, onChanged: publishOverview });
  const nonces = createNonces({ clock });
  const journal = createJournal({
    database,
    clock,
    onCommitted: (hooks) => {
      for (const { id, taskId, action, source } of hooks) {
        if (source !== 'catch-up') report({ event: 'hook', id, taskId, action }, clock.now());
      }
      worker.add(hooks);
      publishOverview();
    },
  });
  const listener = createListener({ hookUrls, append: journal.append, appendMany: journal.appendMany, nonces, log, clock });
  const tunnel = createTunnelSupervisor({
    provider: createTunnelProvider({ settings: settings.current(), database, fetch, accept: listener.accept, clock, random }),
    selfTest: createSelfTest({ issueNonce: nonces.issue, clock }),
    clock,
    random,
    log,
    onState: ({ state, url, cause }) => {
      const line: OperatorLine = { event: 'tunnel', state, url, hookUrl: firstHookUrl(url), cause };
      // A proof that only repeats the last one is no news to an operator.
      if (JSON.stringify(line) !== lastTunnelLine) report(line, clock.now());
      lastTunnelLine = JSON.stringify(line);
      if (state === 'online') rounds.reconnected();
      else rounds.disconnected();
      publishOverview();
    },
  });

  // Changes
  const store = createChangeStore(database, clock);
  const outage = createOutage({
    clock,
    random,
    kept: createKept(database, 'outage', outageSchema),
    probe: () => worker.probe(),
    onEnd: (wasTold) => {
      if (wasTold) holdBacklog();
      void account.identify();
      worker.resume();
      publishOverview();
    },
    onTell: (kind) => {
      announcer.announceOutage(kind, worker.waiting() > 0);
      publishOverview();
    },
  });
  const worker = createWorker({
    clock,
    work: createPipeline({
      clock,
      client,
      store,
      teller: createTeller(directory, origin),
      outage,
      report,
      log,
      onSettled: () => announce(),
    }),
  });

  // Telling
  const ledger = createLedger(database, clock);
  const backlog = createKept(database, 'backlog', backlogSchema);
  const lastUnsettled = database.prepare('SELECT max(id) AS id FROM hook WHERE settled_at IS NULL');
  const firstUnsettled = database.prepare('SELECT min(id) AS id FROM hook WHERE settled_at IS NULL');
  const holdBacklog = (): void => {
    const id = lastUnsettled.get()?.['id'];
    if (id !== null && id !== undefined) backlog.write({ throughHookId: String(id) });
  };
  const announcer = createAnnouncer({
    clock,
    log,
    ledger,
    notifier,
    backlog,
    undecided: store.undecided,
    waitsThrough: (hookId) => Number(firstUnsettled.get()?.['id'] ?? Number.POSITIVE_INFINITY) <= Number(hookId),
    isPaused: () => currentPause().state === 'paused',
    report,
    onDecided: (changeIds) => {
      for (const id of changeIds) {
        const change = store.change(id);
        if (change !== null) publish({ event: 'change', row: rowOf(change, clock.now()) });
      }
      publishOverview();
    },
  });
  const announce = (): void => {
    if (isDisposed) return;
    try {
      announcer.announce();
    } catch (error) {
      // The changes stay undecided on disk; the next announcement takes them up.
      log.error(`Changes could not be announced: ${String(error)}`);
      clock.schedule(announceAgainAfter, announce);
    }
  };

  const catchUp = createCatchUp({
    client,
    caughtUp: createKept(database, 'caught-up', caughtUpSchema),
    snapshot: store.snapshot,
    adopt: store.adopt,
    append: journal.appendMany,
  });
  /** Finds out who is signed in; whoever is new wants to know at once what happened. */
  const identify = async (): Promise<void> => {
    await account.identify();
    if (isDisposed || account.current().state !== 'signed-in') return;
    outage.answered();
    rounds.now();
  };
  const eraseHistory = async (): Promise<Result<null, Failure>> => {
    // What is being read was asked for with tokens of before, and must not be written afterwards.
    await catchUp.run();
    try {
      await worker.forget(() => deleteHistory(database));
    } catch (error) {
      log.error(`The history could not be deleted: ${String(error)}`);
      const message = 'You are signed out, but the history could not be deleted. Check the free space, and try again.';
      return fail({ code: 'journal-unwritable', message });
    }
    interrupted = 0;
    publish({ event: 'history-deleted' });
    publishOverview();
    return succeed(null);
  };
  const rounds = createRounds({
    clock,
    interval: catchUpSeconds * 1_000,
    run: async () => {
      const found = await catchUp.run();
      if (!found.ok) return;
      if (found.value.length >= summaryFrom) holdBacklog();
      if (account.current().state !== 'signed-in') void account.identify();
    },
  });

  const currentPause = (): Pause => pauseAt(settings.current().pause, clock.now());
  let cancelResume = (): void => undefined;
  const watchPause = (): void => {
    cancelResume();
    const pause = currentPause();
    if (pause.state === 'paused' && pause.until !== null) {
      cancelResume = clock.schedule(Math.min(pause.until - clock.now(), 2 ** 31 - 1), watchPause);
    }
    publishOverview();
  };

  const markRead = (ids: readonly string[] | null): void => {
    if (store.markRead(ids) === 0) return;
    publish({ event: 'changes-read', which: ids === null ? 'all' : [...ids] });
    publishOverview();
  };
  const open = async (url: string) => {
    if (isOpenable(url, origin)) return ports.openPage(url);
    log.warn('A link that leads elsewhere than to Redbooth was not opened.');
    return { kind: 'nothing' } as const;
  };

  function firstHookUrl(base: string | null): string | null {
    const [first] = hookUrls.list();
    return first === undefined ? null : publicAddress(base, first);
  }
  function overview(): Overview {
    const state = tunnel.current();
    return overviewOf({
      version,
      host,
      demo: isDemo,
      reachability: describeReachability(state),
      account: accountView(account.current(), access.view()),
      hookUrls: hookUrls.list().map((record) => hookUrlView(state.url, record)),
      hooksPage: hooksPageUrl(origin, directory.anyOrganizationId()),
      unread: store.unreadCount(),
      pause: currentPause(),
      isApiFailing: outage.current()?.kind === 'unavailable',
      interrupted,
    });
  }

  return {
    overview,
    dispatch: createDispatch(
      createHandlers({
        clock,
        store,
        ledger,
        hookUrls,
        tunnel,
        overview,
        markRead,
        open,
        copyText: ports.copyText,
        signIn: access.handlers,
        pause: (pause) => {
          settings.change({ pause });
          watchPause();
        },
      }),
      (error) => log.error(`A request of the page failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    ),
    subscribe: (page) => {
      pages.add(page);
      return () => void pages.delete(page);
    },
    clickNotification: async (id) => (await openNotification({ ledger, markRead, open }, id)) ?? { kind: 'nothing' },
    wake: () => {
      tunnel.wake();
      outage.retry();
      rounds.now();
    },
    start: async () => {
      const keptPort = createKept(database, 'hook-port', v.pipe(v.number(), v.integer()));
      const listening = await listener.listen(options.hookPort ?? keptPort.read() ?? 0);
      if (!listening.ok) return listening;
      if (options.hookPort === null) keptPort.write(listening.value);
      if (hookUrls.list().length === 0) {
        const added = hookUrls.add(firstHookUrlName);
        if (!added.ok) return fail({ code: 'journal-unwritable', message: added.failure.message });
      }
      interrupted = ledger.interruptClaims();
      if (interrupted > 0) {
        const message = `${interrupted} ${interrupted === 1 ? 'notification' : 'notifications'} may not have been shown when the app was stopped; the changes are unread in the list.`;
        report({ event: 'error', code: 'notifications-interrupted', message }, clock.now());
      }
      worker.add(journal.unsettled());
      announce();
      watchPause();
      tunnel.start();
      void access.load();
      void account.identify();
      rounds.start();
      const [first] = hookUrls.list();
      return succeed({
        localUrl: `http://127.0.0.1:${listening.value}/${first?.secret ?? ''}`,
        hookUrl: firstHookUrl(tunnel.current().url),
      });
    },
    dispose: async () => {
      if (isDisposed) return;
      isDisposed = true;
      cancelResume();
      rounds.dispose();
      outage.dispose();
      client.dispose();
      await Promise.all([tunnel.dispose(), listener.dispose()]);
      await worker.dispose();
      await journal.dispose();
      limiter.dispose();
      await access.dispose();
      notifier.dispose();
      await announcer.idle();
      pages.clear();
    },
  };
};
