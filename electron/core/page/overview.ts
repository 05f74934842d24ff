import type { Account, HookSource, HookUrl, Overview, UpdatesOverview } from '../../contract/index.ts';
import type { AccessView } from '../account/account-access.ts';
import type { Outage } from '../changes/outage.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { ArrivalWatch } from '../hooks/arrival-watch.ts';
import type { HookUrlChange } from '../hooks/hook-url-change.ts';
import type { HookUrlRecord, HookUrls } from '../hooks/hook-urls.ts';
import type { Kept } from '../database/kept.ts';
import type { NewHistory } from '../database/open-history.ts';
import { storageTrouble } from '../database/storage-trouble.ts';
import type { WriteHealth } from '../database/write-health.ts';
import type { NotificationHealth } from '../notify/notification-health.ts';
import type { LastNotificationMute } from '../notify/notification-mute.ts';
import type { QuietWatch } from '../notify/quiet-watch.ts';
import type { AccountWatch } from '../redbooth/account.ts';
import type { Directory } from '../redbooth/directory-port.ts';
import { hooksPageUrl } from '../redbooth/links.ts';
import type { Organizations } from '../redbooth/organizations.ts';
import type { Reading } from '../reading.ts';
import type { PauseSwitch } from '../settings/pause.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { TeamPart } from '../app/team-part.ts';
import { describeReachability, describeTeam } from '../tunnel/reachability-words.ts';
import type { SystemPort } from '../system-port.ts';
import type { TunnelSupervisor } from '../tunnel/tunnel-state.ts';
import type { Updates } from '../updates/updates.ts';
import { version } from '../version.ts';
import { accountView } from './account-view.ts';
import { updatesView } from './update-view.ts';
import { type NoticeBoard, type NoticeBoardPorts, createNoticeBoard } from './notice-board.ts';
import { storageNotice, storageNoticeId } from './storage-notices.ts';

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
  readonly lastNotificationMute: Pick<LastNotificationMute, 'current'>;
  readonly tunnel: Pick<TunnelSupervisor, 'current'>;
  readonly team: Pick<TeamPart, 'current' | 'missed'>;
  readonly system: Pick<SystemPort, 'hasTray' | 'canOpenNotificationSettings'>;
  readonly health: Pick<NotificationHealth, 'blocked'>;
  readonly writes: Pick<WriteHealth, 'trouble' | 'failed'>;
  /** That the history was begun anew, until the user has dismissed it. */
  readonly newHistory: Kept<NewHistory>;
  /** How many notifications the last run may not have shown. */
  readonly interrupted: () => number;
  readonly settings: Pick<SettingsStore, 'current'>;
  readonly arrivals: Pick<ArrivalWatch, 'missing'>;
  readonly updates: Pick<Updates, 'state' | 'checkedAt'>;
  readonly lastingDismissals: NoticeBoardPorts['lastingDismissals'];
  readonly onChanged: () => void;
};

/** Gathers what the page shows around the list. While the history cannot be read it is as it was last, with a notice that says so. */
export const createOverview = (
  ports: OverviewPorts,
): { readonly overview: () => Overview; readonly notices: NoticeBoard } => {
  const { host, isDemo, origin, account, hookUrls, hookUrlChange, tunnel, team } = ports;
  const accountNow = (): Account => accountView(account.current(), ports.access.view(), ports.reading().messages);
  const hookSource = (): HookSource => ports.settings.current().hookSource;
  const reachability = (): Overview['reachability'] =>
    hookSource() === 'team'
      ? describeTeam(team.current(), ports.reading().messages)
      : describeReachability(tunnel.current(), hookSource(), ports.reading().messages);
  const updatesNow = (): UpdatesOverview =>
    updatesView(ports.updates, ports.settings.current().checksForUpdates, ports.reading().messages.updates);
  const notices = createNoticeBoard({
    situation: () => ({
      account: accountNow(),
      reachability: reachability(),
      team: hookSource() === 'team' ? { ...team.current(), hasMissed: team.missed.read() !== null } : null,
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
      updateStatus: updatesNow().status,
      reading: ports.reading(),
    }),
    hookUrlChange,
    newHistory: ports.newHistory,
    teamMissed: team.missed,
    lastingDismissals: ports.lastingDismissals,
    onChanged: ports.onChanged,
  });
  const read = (): Overview => {
    const state = tunnel.current();
    const organizationId = ports.organizations.known()[0]?.id ?? ports.directory.anyOrganizationId();
    return {
      version,
      host,
      demo: isDemo,
      language: ports.reading().language,
      timeZone: ports.reading().zone,
      hookSource: hookSource(),
      reachability: reachability(),
      account: accountNow(),
      hookUrls: hookUrls.list().map((record) => hookUrlView(state.url, record)),
      hooksPage: hooksPageUrl(origin, organizationId),
      unread: ports.store.unreadCount(),
      pause: ports.pause.current(),
      quiet: ports.quiet.current(),
      notificationMute: ports.lastNotificationMute.current(),
      notices: [...notices.notices()],
      // Whoever signs the app in from outside has set it up already.
      welcomed: isDemo || ports.access.view().isFromEnvironment || ports.settings.current().welcomed,
      updates: updatesNow(),
    };
  };
  let lastRead: Overview | null = null;
  const overview = (): Overview => {
    try {
      lastRead = read();
      return lastRead;
    } catch (error) {
      if (lastRead === null || storageTrouble(error) === null) throw error;
      ports.writes.failed(error);
      const others = lastRead.notices.filter(({ id }) => id !== storageNoticeId);
      return {
        ...lastRead,
        notices: [...storageNotice(ports.writes.trouble(), ports.reading().messages.storageNotices), ...others],
      };
    }
  };
  return { overview, notices };
};
