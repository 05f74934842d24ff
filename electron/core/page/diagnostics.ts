import { release } from 'node:os';
import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type Copied, type Overview, type RequestHandlers, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { NewHistory } from '../database/open-history.ts';
import type { StorageTrouble } from '../database/storage-trouble.ts';
import type { ListenerCounts } from '../hooks/listener.ts';
import type { ErrorCount } from '../operator/error-counts.ts';
import { type Settings, settingsSchema } from '../settings/settings.ts';
import { version } from '../version.ts';

export type DiagnosticsPorts = {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly overview: () => Overview;
  readonly settings: () => Settings;
  readonly requests: () => ListenerCounts;
  readonly errors: () => readonly ErrorCount[];
  /** How many tasks have hooks that are not settled. */
  readonly waiting: () => number;
  readonly isApiFailing: () => boolean;
  readonly areNotificationsBlocked: () => boolean;
  readonly storageTrouble: () => StorageTrouble | null;
  readonly newHistory: () => NewHistory | null;
};

type Value = string | number | boolean | null;

/** Settings whose values are words of ours or numbers; of every other, it is only told whether it was changed. */
const plainSettings = [
  'tunnel',
  'catchUpSeconds',
  'hookSource',
  'dueReminderHour',
  'historyDays',
  'historyChanges',
  'signInPort',
  'allowsWeakStorage',
  'notificationContent',
  'notificationSound',
  'theme',
  'language',
  'trayIcon',
  'checksForUpdates',
  'welcomed',
] as const satisfies readonly (keyof Settings)[];

const counted = {
  hooks: 'SELECT count(*) AS n FROM hook',
  'hooks not settled': 'SELECT count(*) AS n FROM hook WHERE settled_at IS NULL',
  changes: 'SELECT count(*) AS n FROM change',
  'changes not decided': 'SELECT count(*) AS n FROM change WHERE decision IS NULL',
  'tasks known': 'SELECT count(*) AS n FROM snapshot',
  'notifications shown': `SELECT count(*) AS n FROM notification WHERE state = 'shown'`,
  'notifications not shown': `SELECT count(*) AS n FROM notification WHERE state <> 'shown'`,
  mutes: 'SELECT count(*) AS n FROM mute',
  snoozed: 'SELECT count(*) AS n FROM snooze',
  accounts: 'SELECT count(*) AS n FROM account',
  'size in bytes': 'SELECT page_count * page_size AS n FROM pragma_page_count() CROSS JOIN pragma_page_size()',
} as const;

/**
 * A text for whoever helps: version, system, states, counts and error codes. It is made of these alone, never of log lines
 * or rows, so that no name, title, comment, address, token or secret can be in it.
 */
export const createDiagnostics = (ports: DiagnosticsPorts): (() => string) => {
  const { database, clock } = ports;
  const startedAt = clock.now();
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

  const count = (query: string): Value => {
    try {
      return Number(database.prepare(query).get()?.['n']);
    } catch {
      return 'cannot be read';
    }
  };
  const chosen = (settings: Settings): readonly string[] => {
    const isPlain = (key: string): boolean => plainSettings.some((each) => each === key);
    const defaults: Readonly<Record<string, unknown>> = v.parse(settingsSchema, {});
    return Object.entries(settings)
      .filter(([key, value]) => !isPlain(key) && JSON.stringify(value) !== JSON.stringify(defaults[key]))
      .map(([key]) => key);
  };

  const sections = (): readonly (readonly [string, Readonly<Record<string, Value>>])[] => {
    const overview = ports.overview();
    const settings = ports.settings();
    const { reachability, account, hookUrls, pause, quiet } = overview;
    const lastArrival = Math.max(0, ...hookUrls.map(({ lastArrivalAt }) => lastArrivalAt ?? 0));
    return [
      [
        'App',
        {
          version,
          host: overview.host,
          demo: overview.demo,
          system: `${process.platform} ${process.arch} ${release()}`,
          node: process.versions.node,
          electron: process.versions['electron'] ?? null,
          sqlite: process.versions['sqlite'] ?? null,
          'memory in MB': Math.round(process.memoryUsage.rss() / 1_048_576),
          now: iso(clock.now()),
          'running for s': Math.round((clock.now() - startedAt) / 1_000),
        },
      ],
      [
        'States',
        {
          'hook source': overview.hookSource,
          reachability: reachability.state,
          cause: reachability.cause,
          'last proof': iso(reachability.provenAt),
          account: account.state,
          'sign-in from environment': account.isFromEnvironment,
          'Redbooth answers': !ports.isApiFailing(),
          paused: pause.state === 'paused',
          'quiet hours': quiet !== null,
          'notifications blocked': ports.areNotificationsBlocked(),
          storage: ports.storageTrouble() ?? 'written',
          'history begun anew': ports.newHistory() !== null,
          notices: overview.notices.map(({ id }) => id.replace(/^old-hook-url-.*/, 'old-hook-url')).join(', ') || null,
        },
      ],
      [
        'History',
        {
          ...Object.fromEntries(Object.entries(counted).map(([name, query]) => [name, count(query)])),
          unread: overview.unread,
          'tasks waiting': ports.waiting(),
        },
      ],
      ['Hook URLs', { count: hookUrls.length, 'last hook': lastArrival === 0 ? null : iso(lastArrival) }],
      ['Requests since the start', ports.requests()],
      [
        'Errors since the start',
        Object.fromEntries(
          ports.errors().map(({ code, count: times, lastAt }) => [code, `${times}, last ${iso(lastAt) ?? ''}`]),
        ),
      ],
      [
        'Settings',
        {
          ...Object.fromEntries(plainSettings.map((key) => [key, settings[key]])),
          'others changed': chosen(settings).join(', ') || null,
        },
      ],
    ];
  };

  return () =>
    sections()
      .map(([title, values]) =>
        [title, ...Object.entries(values).map(([name, value]) => `  ${name}: ${value ?? 'none'}`)].join('\n'),
      )
      .join('\n\n')
      .concat('\n');
};

export type DiagnosticsHandlerPorts = {
  readonly diagnostics: () => string;
  readonly copyText: (text: string) => Promise<Copied>;
};

/** Answers the wish for a text that can be given to somebody who helps. */
export const createDiagnosticsHandlers = ({
  diagnostics,
  copyText,
}: DiagnosticsHandlerPorts): Pick<RequestHandlers, 'copy-diagnostics'> => ({
  'copy-diagnostics': async () => succeed(await copyText(diagnostics())),
});
