import type { Opened, PageEvent, Reply } from '../../../electron/contract/index.ts';
import { createHookFates } from '../../../electron/core/changes/hook-fates.ts';
import { createChangeStore } from '../../../electron/core/changes/store.ts';
import { createHookUrlChange } from '../../../electron/core/hooks/hook-url-change.ts';
import { createHookUrls } from '../../../electron/core/hooks/hook-urls.ts';
import { createInspector } from '../../../electron/core/hooks/inspector.ts';
import { createJournal } from '../../../electron/core/hooks/journal.ts';
import { createLedger } from '../../../electron/core/notify/ledger.ts';
import { createOverview } from '../../../electron/core/page/overview.ts';
import { createPage } from '../../../electron/core/page/page.ts';
import { createOrganizations } from '../../../electron/core/redbooth/organizations.ts';
import { createPauseSwitch } from '../../../electron/core/settings/pause.ts';
import { createSettings } from '../../../electron/core/settings/settings.ts';
import type { TunnelState } from '../../../electron/core/tunnel/tunnel-state.ts';
import { refuseSignIn } from '../../../electron/core/account/sign-in-handlers.ts';
import type { Identity } from '../../../electron/core/redbooth/account.ts';
import { aNewChange } from '../../fakes/change.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { temporaryDatabase } from '../../fakes/history.ts';
import { createFakeLog } from '../../fakes/log.ts';
import { createFakeRedbooth } from '../../fakes/redbooth.ts';
import { aHook } from '../../fakes/task.ts';

export const origin = 'https://redbooth.com';
export const online: TunnelState = { state: 'online', url: 'https://name.example', cause: null, provenAt: 1 };

type Options = {
  readonly tunnelState?: TunnelState;
  readonly account?: Identity;
  readonly isApiFailing?: boolean;
  readonly interrupted?: number;
};

/** The page's side of the app, with all its real parts but Redbooth and the tunnel. */
export const startPage = ({ tunnelState = online, account, isApiFailing = false, interrupted = 0 }: Options = {}) => {
  const database = temporaryDatabase();
  const clock = createFakeClock();
  const log = createFakeLog();
  const redbooth = createFakeRedbooth();
  const store = createChangeStore(database, clock);
  const ledger = createLedger(database, clock);
  const stored = { tunnel: 'url', publicUrl: 'https://name.example' };
  const settings = createSettings({ read: () => stored, write: () => undefined }, {}, {}, () => undefined);
  if (!settings.ok) throw new Error(settings.failure);
  const opened: string[] = [];
  const replaced: string[] = [];
  const onChanged = (): void => page.publishOverview();
  const hookUrls = createHookUrls({ database, clock, onChanged });
  const hookUrlChange = createHookUrlChange({ database, log, announce: (_, record) => record(), onChanged });
  const organizations = createOrganizations({ database, client: redbooth.client, onChanged });
  const pause = createPauseSwitch({ settings: settings.value, clock, onChanged });
  const tunnel = {
    current: () => tunnelState,
    test: async () => tunnelState,
    replace: async () => void replaced.push(settings.value.current().tunnel),
  };
  const shown = { clock, origin, organizations, hookUrls, store, ledger, pause, tunnel };
  const { overview, notices } = createOverview({
    ...shown,
    host: 'headless',
    isDemo: false,
    account: { current: () => account ?? { state: 'signed-in', user: 'Ana Abel', sentence: 'Signed in as Ana Abel' } },
    access: { view: () => ({ canSignOut: true, isFromEnvironment: false, signIn: { state: 'idle' } }) },
    directory: redbooth.directory,
    hookUrlChange,
    outage: { current: () => (isApiFailing ? { kind: 'unavailable', since: 0, told: true } : null) },
    interrupted: () => interrupted,
    onChanged,
  });
  const journal = createJournal({ database, clock, onCommitted: () => undefined });
  const page = createPage({
    ...shown,
    log,
    overview,
    notices,
    settings: settings.value,
    inspector: createInspector({ database, appendMany: journal.appendMany, clock }),
    hookFates: createHookFates(database, store),
    publicUrl: () => tunnelState.url,
    hooksPage: () => overview().hooksPage,
    port: () => 8_765,
    signIn: refuseSignIn('environment'),
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
    return changes.map(({ id }) => id);
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
    clock,
    store,
    hookUrls,
    hookUrlChange,
    pause,
    redbooth,
    settings: settings.value,
    tell,
  };
};

/** What a reply brings: the value, or the failure. */
export const value = (reply: Reply): unknown => (reply.ok ? reply.value : reply.failure);
