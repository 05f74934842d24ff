import type { Account, HookUrl, Overview } from '../../contract/index.ts';
import type { AccessView } from '../account/account-access.ts';
import type { Outage } from '../changes/outage.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Clock } from '../clock.ts';
import type { HookUrlChange } from '../hooks/hook-url-change.ts';
import type { HookUrlRecord, HookUrls } from '../hooks/hook-urls.ts';
import type { AccountWatch } from '../redbooth/account.ts';
import type { Directory } from '../redbooth/directory-port.ts';
import { hooksPageUrl } from '../redbooth/links.ts';
import type { Organizations } from '../redbooth/organizations.ts';
import type { PauseSwitch } from '../settings/pause.ts';
import { describeReachability } from '../tunnel/reachability-words.ts';
import type { TunnelSupervisor } from '../tunnel/tunnel-state.ts';
import { version } from '../version.ts';
import { accountView } from './account-view.ts';
import { type NoticeBoard, createNoticeBoard } from './notice-board.ts';

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
  readonly account: Pick<AccountWatch, 'current'>;
  readonly access: { view(): AccessView };
  readonly organizations: Pick<Organizations, 'known'>;
  readonly directory: Pick<Directory, 'anyOrganizationId'>;
  readonly hookUrls: Pick<HookUrls, 'list'>;
  readonly hookUrlChange: Pick<HookUrlChange, 'current' | 'dismiss'>;
  readonly outage: Pick<Outage, 'current'>;
  readonly store: Pick<ChangeStore, 'unreadCount'>;
  readonly pause: Pick<PauseSwitch, 'current'>;
  readonly tunnel: Pick<TunnelSupervisor, 'current'>;
  /** How many notifications the last run may not have shown. */
  readonly interrupted: () => number;
  readonly onChanged: () => void;
};

/** Gathers what the page shows around the list. */
export const createOverview = (
  ports: OverviewPorts,
): { readonly overview: () => Overview; readonly notices: NoticeBoard } => {
  const { host, isDemo, origin, account, hookUrls, hookUrlChange, tunnel } = ports;
  const accountNow = (): Account => accountView(account.current(), ports.access.view());
  const notices = createNoticeBoard({
    situation: () => ({
      account: accountNow(),
      reachability: describeReachability(tunnel.current()),
      hookUrls: hookUrls.list(),
      pendingChange: hookUrlChange.current(),
      isApiFailing: ports.outage.current()?.kind === 'unavailable',
      interrupted: ports.interrupted(),
      now: ports.clock.now(),
    }),
    hookUrlChange,
    onChanged: ports.onChanged,
  });
  const overview = (): Overview => {
    const state = tunnel.current();
    const organizationId = ports.organizations.known()[0]?.id ?? ports.directory.anyOrganizationId();
    return {
      version,
      host,
      demo: isDemo,
      reachability: describeReachability(state),
      account: accountNow(),
      hookUrls: hookUrls.list().map((record) => hookUrlView(state.url, record)),
      hooksPage: hooksPageUrl(origin, organizationId),
      unread: ports.store.unreadCount(),
      pause: ports.pause.current(),
      notices: [...notices.notices()],
    };
  };
  return { overview, notices };
};
