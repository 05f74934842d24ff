import type { Account, HookSource, HookUrl, Overview } from '../../contract/index.ts';
import type { AccessView } from '../account/account-access.ts';
import type { Outage } from '../changes/outage.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { ArrivalWatch } from '../hooks/arrival-watch.ts';
import type { HookUrlChange } from '../hooks/hook-url-change.ts';
import type { HookUrlRecord, HookUrls } from '../hooks/hook-urls.ts';
import type { Kept } from '../database/kept.ts';
import type { NewHistory } from '../database/open-history.ts';
import type { WriteHealth } from '../database/write-health.ts';
import type { NotificationHealth } from '../notify/notification-health.ts';
import type { QuietWatch } from '../notify/quiet-watch.ts';
import type { AccountWatch } from '../redbooth/account.ts';
import type { Directory } from '../redbooth/directory-port.ts';
import { hooksPageUrl } from '../redbooth/links.ts';
import type { Organizations } from '../redbooth/organizations.ts';
import type { Reading } from '../reading.ts';
import type { PauseSwitch } from '../settings/pause.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { describeReachability } from '../tunnel/reachability-words.ts';
import type { SystemPort } from '../system-port.ts';
import type { TunnelSupervisor } from '../tunnel/tunnel-state.ts';
import { version } from '../version.ts';
import { accountView } from './account-view.ts';
import { type NoticeBoard, type NoticeBoardPorts, createNoticeBoard } from './notice-board.ts';

/** The public address of a hook URL under a tunnel's base address. */
export const publicAddress = (base: string | null, record: Pick<HookUrlRecord, 'secret'>): string | null =>
  base === null ? null : `${base}/${record.secret}`;

/** A hook URL as the page shows it. */
export const hookUrlView = (base: string | null, record: HookUrlRecord): HookUrl => ({
  id: record.id,
  name: record.name,
  url: publicAddress(base, record),
  createdAt: record.createdAt,
  lastArrivalAt: record.lastArrivalAt,
  previousUntil: record.previousUntil,
});

export type OverviewPorts = {
  readonly host: Overview['host'];
  readonly isDemo: boolean;
  /** The configured Redbooth. */
  readonly origin: string;
  readonly clock: Clock;
  readonly reading: () => Reading;
  readonly account: Pick<AccountWatch, 'current'>;
  readonly access: { view(): AccessView };
  readonly organizations: Pick<Organizations, 'known'>;
  readonly directory: Pick<Directory, 'anyOrganizationId'>;
  readonly hookUrls: Pick<HookUrls, 'list'>;
  readonly hookUrlChange: Pick<HookUrlChange, 'current' | 'dismiss'>;
  readonly outage: Pick<Outage, 'current'>;
  readonly store: Pick<ChangeStore, 'unreadCount'>;
  readonly pause: Pick<PauseSwitch, 'current'>;
  readonly quiet: Pick<QuietWatch, 'current'>;
  readonly tunnel: Pick<TunnelSupervisor, 'current'>;
  readonly system: Pick<SystemPort, 'hasTray' | 'canOpenNotificationSettings'>;
  readonly health: Pick<NotificationHealth, 'blocked'>;
  readonly writes: Pick<WriteHealth, 'trouble'>;
  /** That the history was begun anew, until the user has dismissed it. */
  readonly newHistory: Kept<NewHistory>;
  /** How many notifications the last run may not have shown. */
  readonly interrupted: () => number;
  readonly settings: Pick<SettingsStore, 'current'>;
  readonly arrivals: Pick<ArrivalWatch, 'missing'>;
  readonly lastingDismissals: NoticeBoardPorts['lastingDismissals'];
  readonly onChanged: () => void;
};

/** Gathers what the page shows around the list. */
export const createOverview = (
  ports: OverviewPorts,
): { readonly overview: () => Overview; readonly notices: NoticeBoard } => {
  const { host, isDemo, origin, account, hookUrls, hookUrlChange, tunnel } = ports;
  const accountNow = (): Account => accountView(account.current(), ports.access.view());
  const hookSource = (): HookSource => ports.settings.current().hookSource;
  const notices = createNoticeBoard({
    situation: () => ({
      account: accountNow(),
      reachability: describeReachability(tunnel.current(), hookSource()),
      hookUrls: hookUrls.list(),
      pendingChange: hookUrlChange.current(),
      isApiFailing: ports.outage.current()?.kind === 'unavailable',
      missingHooks: ports.arrivals.missing(account.current().id),
      interrupted: ports.interrupted(),
      isTrayMissing: ports.system.hasTray() === false,
      blockedNotifications: ports.health.blocked(),
      canOpenNotificationSettings: ports.system.canOpenNotificationSettings,
      storageTrouble: ports.writes.trouble(),
      newHistory: ports.newHistory.read(),
      now: ports.clock.now(),
    }),
    hookUrlChange,
    newHistory: ports.newHistory,
    lastingDismissals: ports.lastingDismissals,
    onChanged: ports.onChanged,
  });
  const overview = (): Overview => {
    const state = tunnel.current();
    const organizationId = ports.organizations.known()[0]?.id ?? ports.directory.anyOrganizationId();
    return {
      version,
      host,
      demo: isDemo,
      language: ports.reading().language,
      hookSource: hookSource(),
      reachability: describeReachability(state, hookSource()),
      account: accountNow(),
      hookUrls: hookUrls.list().map((record) => hookUrlView(state.url, record)),
      hooksPage: hooksPageUrl(origin, organizationId),
      unread: ports.store.unreadCount(),
      pause: ports.pause.current(),
      quiet: ports.quiet.current(),
      notices: [...notices.notices()],
      // Whoever signs the app in from outside has set it up already.
      welcomed: isDemo || ports.access.view().isFromEnvironment || ports.settings.current().welcomed,
    };
  };
  return { overview, notices };
};
