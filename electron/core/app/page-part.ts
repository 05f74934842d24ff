import * as v from 'valibot';
import type { Overview } from '../../contract/index.ts';
import type { TaskState } from '../acting/task-state.ts';
import type { AppPorts } from '../app-port.ts';
import { createHookFates } from '../changes/hook-fates.ts';
import type { Outage } from '../changes/outage.ts';
import type { ChangeStore } from '../changes/store.ts';
import type { Worker } from '../changes/worker.ts';
import { createKept } from '../database/kept.ts';
import { keptNewHistory } from '../database/open-history.ts';
import type { WriteHealth } from '../database/write-health.ts';
import { createAppChecks } from '../doctor/app-checks.ts';
import { freeSpace } from '../doctor/check-disk.ts';
import type { ArrivalWatch } from '../hooks/arrival-watch.ts';
import { createTaskJournal } from '../hooks/task-journal.ts';
import { createReadNotifications } from '../notify/read-notifications.ts';
import type { ErrorCounts } from '../operator/error-counts.ts';
import { createDiagnostics } from '../page/diagnostics.ts';
import { createOverview } from '../page/overview.ts';
import { type Page, type PagePorts, createPage } from '../page/page.ts';
import { createRows } from '../page/rows.ts';
import { createStorageFailure } from '../page/storage-failure.ts';
import { createTaskDetail } from '../page/task-detail.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Common } from './common.ts';
import type { ReceivingPart } from './receiving-part.ts';
import type { RedboothPart } from './redbooth-part.ts';
import type { TeamPart } from './team-part.ts';
import type { TellingPart } from './telling-part.ts';
import type { Updates } from '../updates/updates.ts';

export type PagePartPorts = Common &
  Pick<AppPorts, 'system' | 'copyText' | 'credentials'> &
  Pick<
    PagePorts,
    'acting' | 'deleteHistoryNow' | 'onHistorySettings' | 'onHookSource' | 'onTeamChosen' | 'onPreferences'
  > & {
    readonly host: Overview['host'];
    readonly isDemo: boolean;
    readonly settings: SettingsStore;
    readonly store: ChangeStore;
    readonly taskState: TaskState;
    readonly outage: Outage;
    readonly worker: Worker;
    readonly arrivals: ArrivalWatch;
    readonly writes: WriteHealth;
    readonly errors: ErrorCounts;
    readonly redbooth: RedboothPart;
    readonly tellingPart: TellingPart;
    readonly receiving: ReceivingPart;
    readonly team: TeamPart;
    readonly updates: Updates;
    /** How many notifications the last run may not have shown. */
    readonly interrupted: () => number;
    readonly onChanged: () => void;
  };

/** Composes the part of the app that its pages and the tray talk to. */
export const createPagePart = (ports: PagePartPorts): { readonly page: Page; readonly overview: () => Overview } => {
  const { database, clock, settings, store, taskState, outage, writes, redbooth, tellingPart, receiving } = ports;
  const { redbooth: origin } = settings.current();
  const { tunnel } = receiving;
  const shown = { ...ports, ...redbooth, ...tellingPart, ...receiving, origin };
  const newHistory = keptNewHistory(database);
  const { overview, notices } = createOverview({
    ...shown,
    newHistory,
    lastingDismissals: createKept(database, 'dismissed-notices', v.array(v.string())),
  });
  const rowOf = createRows({
    reading: ports.reading,
    organizations: redbooth.organizations,
    isResolved: taskState.isResolved,
    snoozedUntil: tellingPart.snoozes.until,
  });
  const page = createPage({
    ...shown,
    onUpdateSettings: ports.onChanged,
    storageFailure: createStorageFailure(ports),
    rowOf,
    overview,
    notices,
    taskDetail: createTaskDetail({
      ...shown,
      rowOf,
      journal: createTaskJournal(database),
      client: redbooth.client.forUser,
    }),
    diagnostics: createDiagnostics({
      database,
      clock,
      overview,
      settings: settings.current,
      requests: () => receiving.listener.counts(),
      errors: () => ports.errors.all(),
      waiting: () => ports.worker.waiting(),
      isApiFailing: () => outage.current()?.kind === 'unavailable',
      areNotificationsBlocked: () => tellingPart.health.blocked() !== null,
      storageTrouble: writes.trouble,
      newHistory: () => newHistory.read(),
    }),
    createChecks: (messages) =>
      createAppChecks({ ...shown, settings: settings.current, client: redbooth.client.forUser, freeSpace }, messages),
    publicUrl: () => tunnel.current().url,
    hooksPage: () => overview().hooksPage,
    hookFates: createHookFates(database, store),
    signIn: redbooth.access.handlers,
    closeNotifications: (ids) => tellingPart.notifier.close(ids),
    readNotifications: createReadNotifications(database),
  });
  return { page, overview };
};
