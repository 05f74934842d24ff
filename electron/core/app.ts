import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type Failure, type Opened, type Overview, type Result, fail, succeed } from '../contract/index.ts';
import { createAccountAccess } from './account/account-access.ts';
import type { App, AppPorts } from './app-port.ts';
import { createHookFates } from './changes/hook-fates.ts';
import { createChangeStore } from './changes/store.ts';
import { createTeller } from './changes/tell.ts';
import { createWork } from './changes/work.ts';
import { deleteHistory } from './database/delete-history.ts';
import { createKept } from './database/kept.ts';
import { createHookUrlChange } from './hooks/hook-url-change.ts';
import { createHookUrls } from './hooks/hook-urls.ts';
import { createInspector } from './hooks/inspector.ts';
import { createJournal } from './hooks/journal.ts';
import { createListener } from './hooks/listener.ts';
import { createNonces } from './hooks/nonces.ts';
import { createLedger } from './notify/ledger.ts';
import { createTelling } from './notify/telling.ts';
import { createTunnelLine } from './operator/tunnel-line.ts';
import { createOverview, publicAddress } from './page/overview.ts';
import { createPage } from './page/page.ts';
import { createAccountWatch } from './redbooth/account.ts';
import { createCatchUpRounds } from './redbooth/catch-up-rounds.ts';
import { createRedboothClient } from './redbooth/client.ts';
import { createDirectory } from './redbooth/directory.ts';
import { createLimiter } from './redbooth/limiter.ts';
import { isOpenable } from './redbooth/links.ts';
import { createOrganizations } from './redbooth/organizations.ts';
import { createPauseSwitch } from './settings/pause.ts';
import type { SettingsStore } from './settings/settings.ts';
import { createListenerCheck } from './tunnel/listener-check.ts';
import { createReachability } from './tunnel/reachability.ts';
import { createSelfTest } from './tunnel/self-test.ts';

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

/**
 * Composes the core: listener -> journal -> worker -> client -> difference -> store -> rules -> notifier and page. Starts
 * nothing before `start`.
 */
export const createApp = (options: AppOptions, ports: AppPorts): App => {
  const { host, isDemo, database, settings, apiRate } = options;
  const { clock, random, log, fetch, notifier, report } = ports;
  const common = { database, clock, random, log, fetch, report };
  const { redbooth: origin, catchUpSeconds } = settings.current();
  let isDisposed = false;
  let interrupted = 0;
  let port: number | null = null;
  const publishOverview = (): void => {
    if (!isDisposed) page.publishOverview();
  };

  // Redbooth
  const open = async (url: string): Promise<Opened> => {
    if (isOpenable(url, origin)) return ports.openPage(url);
    log.warn('A link that leads elsewhere than to Redbooth was not opened.');
    return { kind: 'nothing' };
  };
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
  const organizations = createOrganizations({ database, client, onChanged: publishOverview });
  const account = createAccountWatch(directory, ({ state, user }) => {
    report({ event: 'account', state, user }, clock.now());
    if (state === 'signed-in' && !isDisposed) void organizations.read();
    publishOverview();
  });

  // Changes, and telling them
  const store = createChangeStore(database, clock);
  const ledger = createLedger(database, clock);
  const pause = createPauseSwitch({ settings, clock, onChanged: publishOverview });
  const telling = createTelling({
    ...common,
    ledger,
    notifier,
    store,
    isPaused: () => pause.current().state === 'paused',
    onDecided: (changeIds) => page.publishChanges(changeIds),
  });
  const { worker, outage } = createWork({
    ...common,
    client,
    store,
    telling,
    teller: createTeller(directory, origin),
    onRecovered: () => void account.identify(),
    onChanged: publishOverview,
  });

  // Hooks
  const hookUrls = createHookUrls({ database, clock, onChanged: publishOverview });
  const hookUrlChange = createHookUrlChange({ database, log, announce: telling.tell, onChanged: publishOverview });
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
  const inspector = createInspector({ database, appendMany: journal.appendMany, clock });
  const listener = createListener({
    ...common,
    hookUrls,
    append: journal.append,
    appendMany: journal.appendMany,
    nonces,
    onRequest: (request) => {
      inspector.note(request);
      const { outcome, hookUrl, isFromRelay } = request;
      if (outcome !== 'accepted' || hookUrl === null) return;
      hookUrls.arrived(hookUrl);
      const { url } = tunnel.current();
      // What comes to the port itself may have come from anywhere on this machine, but for a reverse proxy of the user's.
      if (url !== null && (isFromRelay || settings.current().tunnel === 'url')) hookUrlChange.arrived(url);
    },
  });
  const { catchUp, rounds } = createCatchUpRounds({
    ...common,
    client,
    store,
    append: journal.appendMany,
    interval: catchUpSeconds * 1_000,
    onMany: telling.holdBacklog,
    onCaughtUp: () => {
      if (account.current().state !== 'signed-in') void account.identify();
    },
  });

  // The tunnel
  const tunnelLine = createTunnelLine(report, clock);
  const firstHookUrl = (base: string | null): string | null => {
    const [first] = hookUrls.list();
    return first === undefined ? null : publicAddress(base, first);
  };
  const tunnel = createReachability({
    ...common,
    settings: settings.current,
    accept: listener.accept,
    selfTest: createListenerCheck({
      selfTest: createSelfTest({ issueNonce: () => nonces.issue(), clock }),
      listener,
      port: () => port,
      log,
    }),
    onRenamed: () => hookUrlChange.lost(tunnel.current().url),
    onState: (state) => {
      tunnelLine(state, firstHookUrl(state.url));
      if (state.url !== null) hookUrlChange.opened(state.url);
      if (state.state === 'online') rounds.connected();
      else rounds.disconnected();
      publishOverview();
    },
  });

  // The page
  const shown = {
    clock,
    log,
    origin,
    account,
    access,
    organizations,
    hookUrls,
    store,
    ledger,
    pause,
    settings,
    tunnel,
  };
  const { overview, notices } = createOverview({
    ...shown,
    host,
    isDemo,
    directory,
    hookUrlChange,
    outage,
    interrupted: () => interrupted,
    onChanged: publishOverview,
  });
  const page = createPage({
    ...shown,
    inspector,
    notices,
    overview,
    publicUrl: () => tunnel.current().url,
    hooksPage: () => overview().hooksPage,
    hookFates: createHookFates(database, store),
    port: () => port ?? 0,
    copyText: ports.copyText,
    open,
    signIn: access.handlers,
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
    page.publish({ event: 'history-deleted' });
    publishOverview();
    return succeed(null);
  };

  return {
    overview,
    dispatch: page.dispatch,
    subscribe: page.subscribe,
    clickNotification: page.clickNotification,
    wake: () => {
      tunnel.wake();
      outage.retry();
      rounds.now();
    },
    start: async () => {
      const keptPort = createKept(database, 'hook-port', v.pipe(v.number(), v.integer()));
      const listening = await listener.listen(options.hookPort ?? keptPort.read() ?? 0);
      if (!listening.ok) return listening;
      port = listening.value;
      if (options.hookPort === null) keptPort.write(listening.value);
      if (hookUrls.list().length === 0) {
        const added = hookUrls.add(firstHookUrlName);
        if (!added.ok) return fail({ code: 'journal-unwritable', message: added.failure.message });
      }
      interrupted = telling.reportInterrupted();
      worker.add(journal.unsettled());
      telling.announce();
      pause.start();
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
      telling.dispose();
      pause.dispose();
      rounds.dispose();
      outage.dispose();
      client.dispose();
      await Promise.all([tunnel.dispose(), listener.dispose()]);
      await worker.dispose();
      await journal.dispose();
      limiter.dispose();
      await access.dispose();
      notifier.dispose();
      await telling.idle();
      page.dispose();
    },
  };
};
