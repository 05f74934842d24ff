import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Overview, Pause } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { Credentials } from '../account/account-access.ts';
import type { TeamPart } from '../app/team-part.ts';
import type { Clock } from '../clock.ts';
import { fileOf } from '../database/broken-history.ts';
import type { WriteHealth } from '../database/write-health.ts';
import type { NotificationHealth } from '../notify/notification-health.ts';
import type { QuietWatch } from '../notify/quiet-watch.ts';
import type { AccountWatch } from '../redbooth/account.ts';
import type { Fetch, RedboothClient } from '../redbooth/client-port.ts';
import type { Settings } from '../settings/settings.ts';
import type { SystemPort } from '../system-port.ts';
import { describeReachability, describeTeam } from '../tunnel/reachability-words.ts';
import type { Proof } from '../tunnel/self-test.ts';
import type { TunnelSupervisor } from '../tunnel/tunnel-state.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase } from './check-database.ts';
import { type DiskPorts, checkDisk } from './check-disk.ts';
import { type Silence, checkKeyring, checkNotifications, checkTray } from './check-host.ts';
import { checkInternet } from './check-internet.ts';
import { checkRate } from './check-rate.ts';
import { checkRelay } from './check-relay.ts';
import { type Finding, attention, broken, notApplicable, ok } from './finding.ts';
import { maskedHookUrl } from './masked-hook-url.ts';
import { createServerProbes } from './server-probes.ts';
import type { Checks } from './run-checks.ts';

export type AppCheckPorts = DiskPorts & {
  readonly host: Overview['host'];
  readonly origin: string;
  readonly database: DatabaseSync;
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly settings: () => Settings;
  readonly credentials: Credentials;
  /** What a person waits for comes first. */
  readonly client: Pick<RedboothClient, 'me'>;
  readonly account: Pick<AccountWatch, 'current'>;
  /** How long Redbooth is left alone, in ms. */
  readonly restLeft: () => number;
  readonly tunnel: Pick<TunnelSupervisor, 'test' | 'current'>;
  readonly team: Pick<TeamPart, 'current'>;
  /** The listener's port on this machine. */
  readonly port: () => number;
  /** Asks the listener on this machine for what only it knows. */
  readonly proveListener: (signal: AbortSignal) => Promise<Proof>;
  readonly health: Pick<NotificationHealth, 'blocked'>;
  readonly pause: { current(): Pause };
  readonly quiet: Pick<QuietWatch, 'current'>;
  readonly system: Pick<SystemPort, 'hasTray' | 'isDoNotDisturb'>;
  readonly writes: Pick<WriteHealth, 'trouble'>;
};

/** The twelve checks as the running app makes them of itself. */
export const createAppChecks = (ports: AppCheckPorts, messages: HostMessages): Checks => {
  const { host, origin } = ports;
  const words = messages.checks;
  const settings = ports.settings();
  const { redbooth, relay } = createServerProbes({ ...ports, settings });
  const file = fileOf(ports.database);
  const inMemory = (): Finding => notApplicable(words.database.none);
  const onDesktop = (check: () => Finding | Promise<Finding>) => () =>
    host === 'desktop' ? check() : notApplicable(words.notOnThisHost);
  return {
    internet: checkInternet(words.internet, origin, redbooth, relay),
    relay:
      settings.hookSource === 'team'
        ? () => teamServers(ports, messages)
        : checkRelay(words.relay, settings.tunnelHost, relay),
    listener: async (signal) => {
      const subject = `http://127.0.0.1:${ports.port()}`;
      const { outcome } = await ports.proveListener(signal);
      return outcome === 'proven' ? ok(words.listener.ok, subject) : broken(words.listener.silent, subject);
    },
    'public-nonce': () => publicNonce(ports, settings, messages),
    account: () => account(ports, words.account),
    rate: checkRate(words.rate, ports.restLeft, redbooth),
    keyring: onDesktop(async () => {
      const { credentials } = ports;
      return checkKeyring(words.keyring, credentials.kind === 'kept' ? await credentials.store.storage() : null);
    }),
    notifications: onDesktop(() =>
      checkNotifications(words.notifications, { blocked: ports.health.blocked(), silence: silenceOf(ports) }),
    ),
    tray: () => checkTray(words, ports.system.hasTray()),
    database: file === '' ? inMemory : checkDatabase(words.database, file, ports.writes.trouble()),
    disk: file === '' ? inMemory : checkDisk(words.disk, dirname(file), ports),
    clock: checkClock(words.clock, relay === null ? [redbooth] : [redbooth, relay]),
  };
};

const silenceOf = ({ pause, quiet, system }: Pick<AppCheckPorts, 'pause' | 'quiet' | 'system'>): Silence => {
  if (pause.current().state === 'paused') return 'paused';
  if (quiet.current() !== null) return 'quiet-hours';
  return system.isDoNotDisturb() ? 'do-not-disturb' : 'none';
};

const teamServers = ({ team }: Pick<AppCheckPorts, 'team'>, messages: HostMessages): Finding => {
  const { relay: words } = messages.checks;
  const described = describeTeam(team.current(), messages);
  if (described.state === 'online') return ok(words.teamOk);
  return broken({ ...words.teamSilent, ...(described.detail !== null && { advice: described.detail }) });
};

/** Proves the hook URL anew, as the window's own button does. */
const publicNonce = async (
  { tunnel }: Pick<AppCheckPorts, 'tunnel'>,
  { hookSource, tunnel: way }: Settings,
  messages: HostMessages,
): Promise<Finding> => {
  const words = messages.checks.publicNonce;
  if (hookSource !== 'tunnel' || way === 'off') return notApplicable(words.notUsed);
  const state = await tunnel.test();
  const subject = state.url === null ? null : maskedHookUrl(state.url);
  const { sentence, detail } = describeReachability(state, hookSource, messages);
  const trouble = { sentence, advice: detail ?? words.unproven };
  switch (state.state) {
    case 'online':
      return ok(words.ok, subject);
    case 'connecting':
    case 'degraded':
      return attention(trouble, subject);
    case 'offline':
    case 'name-lost':
    case 'off':
      return broken(trouble, subject);
  }
};

const account = async (
  ports: Pick<AppCheckPorts, 'client' | 'account'>,
  words: HostMessages['checks']['account'],
): Promise<Finding> => {
  const me = await ports.client.me();
  if (me.ok) return ok(words.ok, `${me.value.firstName} ${me.value.lastName}`.trim());
  if (me.failure.kind !== 'signed-out') return attention(words.unknown);
  return broken(ports.account.current().state === 'expired' ? words.expired : words.signedOut);
};
