import * as v from 'valibot';
import { type Opened, type PageEvent, type Reply, succeed } from '../../../electron/contract/index.ts';
import { createActing } from '../../../electron/core/acting/acting.ts';
import { createOwnWrites } from '../../../electron/core/acting/own-writes.ts';
import { createTaskState } from '../../../electron/core/acting/task-state.ts';
import type { ChangeAccount } from '../../../electron/core/changes/change.ts';
import { createHookFates } from '../../../electron/core/changes/hook-fates.ts';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import { createKept } from '../../../electron/core/database/kept.ts';
import { keptNewHistory } from '../../../electron/core/database/open-history.ts';
import { createHookUrlChange } from '../../../electron/core/hooks/hook-url-change.ts';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { createInspector } from '../../../electron/core/hooks/inspector.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { createTaskJournal } from '../../../electron/core/hooks/task-journal.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { createQuietWatch } from '../../../electron/core/notify/quiet-watch.ts';
import { createReadNotifications } from '../../../electron/core/notify/read-notifications.ts';
import { createMutes } from '../../../electron/core/notify/mutes.ts';
import { createLastNotificationMute } from '../../../electron/core/notify/notification-mute.ts';
import { createSnoozes } from '../../../electron/core/notify/snooze.ts';
import { createOverview } from '../../../electron/core/page/overview.ts';
import { createPage } from '../../../electron/core/page/page.ts';
import { createRows } from '../../../electron/core/page/rows.ts';
import { createStorageFailure } from '../../../electron/core/page/storage-failure.ts';
import { createTaskDetail } from '../../../electron/core/page/task-detail.ts';
import { createOrganizations } from '../../../electron/core/redbooth/organizations.ts';
import { createPauseSwitch } from '../../../electron/core/settings/pause.ts';
import { type Settings, createSettings } from '../../../electron/core/settings/settings.ts';
import type { TunnelState } from '../../../electron/core/tunnel/tunnel-state.ts';
import { refuseSignIn } from '../../../electron/core/account/sign-in-handlers.ts';
import type { Identity } from '../../../electron/core/redbooth/account.ts';
import { aNewChange } from '../../fakes/change.ts';
import { createUpdates } from '../../../electron/core/updates/updates.ts';
import { createReader } from '../../../electron/core/reading.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { createFakeRedbooth } from '../../fakes/redbooth.ts';
import { createFakeSystem } from '../../fakes/system.ts';
import { aHook } from '../../fakes/task.ts';

export const origin = 'https://redbooth.com';
export const online: TunnelState = { state: 'online', url: 'https://name.example', cause: null, provenAt: 1 };

type Options = {
  readonly tunnelState?: TunnelState;
  readonly account?: Identity;
  readonly isApiFailing?: boolean;
  readonly interrupted?: number;
  readonly isDemo?: boolean;
  readonly isFromEnvironment?: boolean;
  /** A settings file, laid over what is stored. */
  readonly overlay?: unknown;
};

/** The page's side of the app, with all its real parts but Redbooth and the tunnel. */
export const startPage = (options: Options = {}) => {
  const { tunnelState = online, account, isApiFailing = false, interrupted = 0, overlay = {} } = options;
  const { isDemo = false, isFromEnvironment = false } = options;
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const redbooth = createFakeRedbooth();
  const store = createChangeStore(database, clock);
  const ledger = createLedger(database, clock);
  const stored = { tunnel: 'url', publicUrl: 'https://name.example' };
  let settingsRefusal: string | null = null;
  const write = (): void => {
    if (settingsRefusal !== null) throw Object.assign(new Error('refused'), { code: settingsRefusal });
  };
  const settings = createSettings({ read: () => stored, write }, overlay, {}, () => undefined);
  if (!settings.ok) throw new Error(settings.failure);
  const system = createFakeSystem();
  const reading = createReader({ settings: settings.value.current, clock, locale: system.locale });
  const opened: string[] = [];
  const replaced: string[] = [];
  const onChanged = (): void => page.publishOverview();
  const hookUrls = createHookUrls({ database, clock, onChanged });
  const hookUrlChange = createHookUrlChange({ database, log, reading, onNews: () => undefined, onChanged });
  const organizations = createOrganizations({ database, client: redbooth.client, onChanged });
  const pause = createPauseSwitch({ settings: settings.value, clock, onChanged });
  const told: string[] = [];
  const failures: unknown[] = [];
  const closed: string[] = [];
  const looksAnew: Settings[] = [];
  const mutes = createMutes(database, clock, () => []);
  const snoozes = createSnoozes({ database, clock, onDue: () => undefined });
  const quiet = createQuietWatch({ settings: settings.value.current, clock, onChanged });
  const tunnel = {
    current: () => tunnelState,
    test: async () => tunnelState,
    replace: async () => void replaced.push(settings.value.current().tunnel),
  };
  const team = {
    current: () => ({ state: 'connecting', trouble: null }) as const,
    missed: createKept(database, 'team-missed', v.number()),
    settings: async () => ({ servers: '', hasCredentials: false, isFixed: false }),
    choose: async () => ({ ok: true, value: null }) as const,
  };
  const updates = createUpdates({
    database,
    clock,
    random: () => 0,
    log,
    port: system.updater,
    checksDaily: () => settings.value.current().checksForUpdates,
    onFailed: () => undefined,
    onChanged,
  });
  const shown = {
    clock,
    reading,
    origin,
    organizations,
    hookUrls,
    store,
    ledger,
    pause,
    quiet,
    lastNotificationMute: createLastNotificationMute(mutes),
    tunnel,
    team,
    system,
    updates,
  };
  const writes = { trouble: () => null, failed: (error: unknown) => void failures.push(error) };
  const { overview, notices } = createOverview({
    ...shown,
    settings: settings.value,
    arrivals: { missing: () => null },
    host: 'headless',
    isDemo,
    account: {
      current: () => account ?? { id: '1', state: 'signed-in', user: 'Ana Abel' },
    },
    access: { view: () => ({ canSignOut: true, isFromEnvironment, signIn: { state: 'idle' } }) },
    directory: redbooth.directory,
    hookUrlChange,
    outage: { current: () => (isApiFailing ? { kind: 'unavailable', since: 0, told: true } : null) },
    interrupted: () => interrupted,
    health: { blocked: () => null },
    writes,
    newHistory: keptNewHistory(database),
    lastingDismissals: createKept(database, 'dismissed-notices', v.array(v.string())),
    onChanged,
  });
  const journal = createJournal({ database, clock, onCommitted: () => undefined });
  const ownWrites = createOwnWrites(database, clock, log);
  const accountId = (): string => '1';
  const { isResolved } = createTaskState({ store, ownWrites, accountId });
  const acting = createActing({
    clock,
    reading,
    client: redbooth.client,
    store,
    directory: redbooth.directory,
    ownWrites,
    accountId,
    append: journal.appendMany,
    onDone: (change) => page.publishChanges([change.id]),
  });
  const rowOf = createRows({ reading, organizations, isResolved, snoozedUntil: snoozes.until });
  const historySettings: Settings[] = [];
  const page = createPage({
    ...shown,
    log,
    storageFailure: createStorageFailure({ writes, reading }),
    overview,
    notices,
    settings: settings.value,
    onUpdateSettings: onChanged,
    inspector: createInspector({ database, appendMany: journal.appendMany, clock }),
    hookFates: createHookFates(database, store),
    publicUrl: () => tunnelState.url,
    hooksPage: () => overview().hooksPage,
    port: () => 8_765,
    onHookSource: async () => undefined,
    onTeamChosen: async () => undefined,
    signIn: refuseSignIn('environment', reading),
    telling: { tell: ({ title }) => void told.push(title) },
    acting,
    rowOf,
    taskDetail: createTaskDetail({
      clock,
      reading,
      store,
      journal: createTaskJournal(database),
      client: redbooth.client,
      directory: redbooth.directory,
      accountId,
      rowOf,
    }),
    diagnostics: () => 'Diagnostics',
    createChecks: () => {
      throw new Error('nothing is checked here');
    },
    deleteHistoryNow: async () => succeed(null),
    onHistorySettings: () => void historySettings.push(settings.value.current()),
    mutes,
    snoozes,
    accountId,
    closeNotifications: (ids) => void closed.push(...ids),
    readNotifications: createReadNotifications(database),
    onPreferences: () => void looksAnew.push(settings.value.current()),
    open: async (url): Promise<Opened> => {
      opened.push(url);
      return { kind: 'link', url };
    },
    copyText: async (text) => ({ kind: 'text', text }),
  });
  const events: PageEvent[] = [];
  const unsubscribe = page.subscribe((event) => void events.push(event));
  /** Records changes with these titles, all told in one notification; gives their ids. */
  const tell = (...titles: readonly string[]): readonly string[] => {
    const changes = store.settle({
      accountId: '1',
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
      { replaces: null, title: 'Title', body: 'Body', url: changes.at(-1)?.account.url ?? null, actions: [] },
    );
    return changes.map(({ id }) => id);
  };
  /** Records a change of which nothing is decided yet; gives its id. */
  const record = (account: Partial<ChangeAccount>): string => {
    const [change] = store.settle({
      accountId: '1',
      taskId: '7',
      hooks: [aHook()],
      result: 'changed',
      changes: [aNewChange(account)],
      snapshot: { kind: 'keep' },
    });
    return change?.id ?? '';
  };
  return {
    page,
    dispatch: page.dispatch,
    overview,
    notices,
    events,
    unsubscribe,
    opened,
    replaced,
    system,
    told,
    failures,
    database,
    closed,
    snoozes,
    looksAnew,
    historySettings,
    clock,
    store,
    hookUrls,
    hookUrlChange,
    pause,
    redbooth,
    settings: settings.value,
    /** From now on the settings’ file is not written, for this reason of the system’s. */
    refuseSettings: (code: string) => {
      settingsRefusal = code;
    },
    record,
    tell,
  };
};

/** What a reply brings: the value, or the failure. */
export const value = (reply: Reply): unknown => (reply.ok ? reply.value : reply.failure);
