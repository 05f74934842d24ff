import type { DatabaseSync } from 'node:sqlite';
import { type Failure, type Overview, type Result, succeed } from '../contract/index.ts';
import { createActing } from './acting/acting.ts';
import { createOwnWrites } from './acting/own-writes.ts';
import { createRowsOfTask } from './acting/rows-of-task.ts';
import { createTaskState } from './acting/task-state.ts';
import type { App, AppPorts } from './app-port.ts';
import type { Common } from './app/common.ts';
import { createForgetHistory } from './app/forget-history.ts';
import { createPagePart } from './app/page-part.ts';
import { createReceivingPart } from './app/receiving-part.ts';
import { createRedboothPart } from './app/redbooth-part.ts';
import { createTeamPart } from './app/team-part.ts';
import { createTellingPart } from './app/telling-part.ts';
import { createChangeStore } from './changes/store.ts';
import { createTeller } from './changes/tell.ts';
import { createWork } from './changes/work.ts';
import { createGuardedClock } from './database/guarded-clock.ts';
import { createUpkeep } from './database/upkeep.ts';
import { createWriteHealth } from './database/write-health.ts';
import { createArrivalWatch } from './hooks/arrival-watch.ts';
import { createJournal } from './hooks/journal.ts';
import { createErrorCounts } from './operator/error-counts.ts';
import type { Report } from './operator/line.ts';
import { catchUpInterval, createCatchUpRounds } from './redbooth/catch-up-rounds.ts';
import { createReader } from './reading.ts';
import { createReminders } from './reminders/reminders.ts';
import type { SettingsStore } from './settings/settings.ts';
import { hostMessages } from '../messages/host-messages.ts';
import { createUpdates } from './updates/updates.ts';

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

/**
 * Composes the core: listener -> journal -> worker -> client -> difference -> store -> rules -> notifier and page. Starts
 * nothing before `start`. The parts are in app/; what ties them together is here.
 */
export const createApp = (options: AppOptions, ports: AppPorts): App => {
  const { database, settings } = options;
  const { log } = ports;
  const errors = createErrorCounts();
  const report: Report = (line, at) => {
    errors.note(line, at);
    ports.report(line, at);
  };
  let isDisposed = false;
  let interrupted = 0;
  const publishOverview = (): void => {
    if (!isDisposed) page.publishOverview();
  };
  const writes = createWriteHealth({
    ...ports,
    database,
    report,
    onChanged: publishOverview,
    onRecovered: () => void clock.schedule(0, lookAround),
  });
  const clock = createGuardedClock(ports.clock, writes);
  const reading = createReader({ settings: settings.current, clock, locale: ports.system.locale });
  const common: Common = { ...ports, clock, database, reading, report };

  const redbooth = createRedboothPart({
    ...ports,
    ...common,
    settings,
    apiRate: options.apiRate,
    onExpired: () => outage.failed({ kind: 'signed-out', message: 'The sign-in has ended.' }),
    onSignedIn: () => void identify(),
    onSignedOut: async (forget) => {
      if (forget.deleteHistory) {
        const deleted = await forgetHistory(common.reading().messages.answers.signedOutHistoryNotDeleted);
        if (!deleted.ok) return deleted;
      }
      outage.signedOut();
      telling.forgetOutage();
      return succeed(null);
    },
    onChanged: publishOverview,
    onFailed: writes.failed,
  });
  const { account, accountId, client, directory } = redbooth;

  // Changes, and telling them
  const store = createChangeStore(database, clock);
  const ownWrites = createOwnWrites(database, clock, log);
  const taskState = createTaskState({ store, ownWrites, accountId });
  const tellingPart = createTellingPart({
    ...ports,
    ...common,
    settings,
    store,
    organizations: () => redbooth.organizations.known(),
    isSweeping: () => catchingUp.isSweeping(),
    actionsOf: taskState.actions,
    note: () => receiving.hookUrlChange.note(),
    onDecided: (changeIds) => page.publishChanges(changeIds),
    onSilence: () => {
      publishOverview();
      reminders.check();
    },
    onChanged: publishOverview,
  });
  const { telling, quiet } = tellingPart;
  const { worker, outage } = createWork({
    ...common,
    client,
    store,
    telling,
    teller: createTeller(directory, settings.current().redbooth),
    identify: () => directory.me(),
    ownWrites,
    onRecorded: (changes) => {
      writes.written();
      arrivals.recorded(changes);
    },
    onFailed: writes.failed,
    onRecovered: () => void account.identify(),
    onChanged: publishOverview,
  });

  // Hooks, and what no hook told
  const arrivals = createArrivalWatch({
    ...common,
    onMissed: () => catchingUp.pace.hookMissed(),
    onChanged: publishOverview,
  });
  const journal = createJournal({
    database,
    clock,
    onFailed: writes.failed,
    onCommitted: (hooks) => {
      writes.written();
      for (const { id, taskId, action, source } of hooks) {
        if (source !== 'catch-up') report({ event: 'hook', id, taskId, action }, clock.now());
      }
      // Asked early: the answer is there by the time there is something to tell.
      ports.system.isDoNotDisturb();
      if (hooks.some(({ source }) => source === 'listener' || source === 'team')) {
        arrivals.arrived();
        catchingUp.pace.hookArrived();
      }
      worker.add(hooks);
      if (!isDisposed) page.publishOverviewSoon();
    },
  });
  const receiving = createReceivingPart({
    ...common,
    settings,
    journal,
    hookPort: options.hookPort,
    onHookUrlNews: telling.announce,
    onTunnel: ({ state, provenAt }) => {
      arrivals.reachable(state === 'online' ? provenAt : null);
      if (state === 'online') rounds.connected();
      else {
        rounds.disconnected();
        catchingUp.pace.doubt();
      }
      publishOverview();
    },
    onChanged: publishOverview,
  });
  const { tunnel } = receiving;
  const team = createTeamPart({
    ...common,
    settings,
    append: journal.appendMany,
    credentials: redbooth.access.teamCredentials,
    onState: ({ state }) => {
      if (state === 'online') rounds.connected();
      else {
        rounds.disconnected();
        catchingUp.pace.doubt();
      }
    },
    onGap: () => rounds.now(),
    onChanged: publishOverview,
  });
  const areHooksComing = (): boolean => {
    const { hookSource } = settings.current();
    if (hookSource === 'polling') return false;
    return (hookSource === 'team' ? team : tunnel).current().state === 'online';
  };
  const catchingUp = createCatchUpRounds({
    ...common,
    client: client.inBackground,
    identify: () => directory.me(),
    store,
    append: journal.appendMany,
    interval: () => catchUpInterval(settings.current()),
    relyOnHooks: areHooksComing,
    onFound: () => telling.holdBacklog('absence'),
    onLooked: telling.announce,
    onFailed: writes.failed,
    onCaughtUp: () => {
      if (account.current().state !== 'signed-in') void account.identify();
      reminders.caughtUp();
    },
  });
  const { rounds } = catchingUp;

  // What the user does, and is reminded of
  const rowsOfTask = createRowsOfTask(database);
  const acting = createActing({
    clock,
    reading,
    client,
    store,
    directory,
    ownWrites,
    accountId,
    append: journal.appendMany,
    onDone: (change) => page.publishChanges(rowsOfTask(change)),
  });
  const reminders = createReminders({
    ...common,
    client: client.inBackground,
    directory,
    store,
    append: journal.appendMany,
    settings: settings.current,
    origin: settings.current().redbooth,
    isPaused: tellingPart.isSilent,
    isDoNotDisturb: () => ports.system.isDoNotDisturb(),
    isSettled: () => worker.waiting() === 0,
    mutes: tellingPart.mutes,
    tell: telling.tell,
  });

  // The history, and the page
  const upkeep = createUpkeep({
    ...common,
    settings: () => ({ days: settings.current().historyDays, changes: settings.current().historyChanges }),
    onPruned: publishOverview,
  });
  const forgetHistory = createForgetHistory({
    ...common,
    catchingUp,
    worker,
    onForgotten: () => {
      interrupted = 0;
      page.publish({ event: 'history-deleted' });
      publishOverview();
    },
  });
  const updates = createUpdates({
    ...common,
    port: ports.system.updater,
    checksDaily: () => settings.current().checksForUpdates,
    onFailed: (code) => {
      // The lines of --json are English whatever the window speaks.
      report({ event: 'error', code, message: hostMessages('en').updates.failures[code] }, clock.now());
    },
    onChanged: publishOverview,
  });
  const { page, overview } = createPagePart({
    ...ports,
    ...common,
    ...options,
    store,
    taskState,
    outage,
    worker,
    arrivals,
    writes,
    errors,
    redbooth,
    tellingPart,
    receiving,
    team,
    updates,
    acting,
    interrupted: () => interrupted,
    deleteHistoryNow: () => deleteHistoryNow(),
    onHistorySettings: () => upkeep.now(),
    onHookSource: async () => {
      await team.replace();
      rounds.now();
      publishOverview();
    },
    onTeamChosen: async () => {
      await tunnel.replace();
      rounds.now();
      publishOverview();
    },
    onPreferences: () => {
      quiet.check();
      reminders.check();
      publishOverview();
    },
    onChanged: publishOverview,
  });

  /** Finds out who is signed in; whoever is new wants to know at once what happened. */
  const identify = async (): Promise<void> => {
    await account.identify();
    if (isDisposed || account.current().state !== 'signed-in') return;
    outage.answered();
    reminders.wake();
    rounds.now();
  };
  /** Whatever may have been missed: the machine slept, or the history could not be used. */
  const lookAround = (): void => {
    if (isDisposed) return;
    tellingPart.check();
    telling.announce();
    outage.retry();
    reminders.wake();
    rounds.now();
  };
  const lookAnew = async (): Promise<void> => {
    await account.identify();
    if (!isDisposed) rounds.now();
  };
  const deleteHistoryNow = async (): Promise<Result<null, Failure>> => {
    const deleted = await forgetHistory(common.reading().messages.answers.historyNotDeleted);
    if (!deleted.ok) return deleted;
    // Who is signed in was part of it, and so was what is known of tasks: both are read anew.
    directory.forgetMe();
    void lookAnew();
    return succeed(null);
  };

  return {
    overview,
    dispatch: page.dispatch,
    subscribe: page.subscribe,
    clickNotification: page.clickNotification,
    actOnNotification: page.actOnNotification,
    wake: () => {
      tunnel.wake();
      team.wake();
      lookAround();
    },
    start: async () => {
      const listening = await receiving.listen();
      if (!listening.ok) return listening;
      ports.system.isDoNotDisturb();
      interrupted = telling.reportInterrupted();
      telling.holdBacklog('absence');
      worker.add(journal.unsettled());
      telling.announce();
      tellingPart.check();
      tunnel.start();
      team.start();
      void redbooth.access.load();
      void account.identify();
      rounds.start();
      reminders.start();
      upkeep.start();
      updates.start();
      return succeed(receiving.addresses());
    },
    dispose: async () => {
      if (isDisposed) return;
      isDisposed = true;
      tellingPart.dispose();
      acting.dispose();
      upkeep.dispose();
      updates.dispose();
      writes.dispose();
      const caughtUp = catchingUp.dispose();
      outage.dispose();
      redbooth.dispose();
      await Promise.all([receiving.dispose(), team.dispose(), reminders.dispose(), caughtUp]);
      await worker.dispose();
      await journal.dispose();
      await redbooth.closeAccess();
      await tellingPart.close();
      page.dispose();
    },
  };
};
