import { dirname } from 'node:path';
import type { HostMessages } from '../../messages/en/index.ts';
import type { Clock } from '../clock.ts';
import type { Fetch } from '../redbooth/client-port.ts';
import type { Settings } from '../settings/settings.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase } from './check-database.ts';
import { type DiskPorts, checkDisk } from './check-disk.ts';
import { checkInternet } from './check-internet.ts';
import { checkKeptAccount, type KeptSignIn } from './check-kept-account.ts';
import { checkPort, type PortUse } from './check-port.ts';
import { checkRate } from './check-rate.ts';
import { checkRelay } from './check-relay.ts';
import { notApplicable } from './finding.ts';
import type { Checks } from './run-checks.ts';
import { createServerProbes } from './server-probes.ts';

export type OutsideCheckPorts = DiskPorts & {
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly origin: string;
  readonly settings: Pick<Settings, 'hookSource' | 'tunnel' | 'tunnelHost'>;
  /** The history file, whether it is there or not. */
  readonly historyFile: string;
  /** Whether an app runs on this data directory. */
  readonly isRunning: boolean;
  /** The port of the hook listener; null before there was one. */
  readonly hookPort: number | null;
  /** Who has that port on this machine. Never takes it. */
  readonly portUse: (port: number, signal: AbortSignal) => Promise<PortUse>;
  readonly signIn: () => Promise<KeptSignIn>;
};

/** The twelve checks as somebody makes them who is not the app: nothing is opened, taken, renewed or stored. */
export const createOutsideChecks = (ports: OutsideCheckPorts, messages: HostMessages): Checks => {
  const words = messages.checks;
  const { origin, settings, historyFile, isRunning } = ports;
  const { redbooth, relay } = createServerProbes(ports);
  const notHere = (): ReturnType<typeof notApplicable> =>
    notApplicable(isRunning ? words.askTheApp : words.notOnThisHost);
  return {
    internet: checkInternet(words.internet, origin, redbooth, relay),
    relay: checkRelay(words.relay, settings.tunnelHost, relay),
    listener: checkPort(words.listener, ports),
    'public-nonce': () =>
      notApplicable(
        settings.hookSource !== 'tunnel' || settings.tunnel === 'off'
          ? words.publicNonce.notUsed
          : isRunning
            ? words.askTheApp
            : words.publicNonce.notRunning,
      ),
    account: checkKeptAccount(words.account, ports),
    rate: checkRate(words.rate, () => 0, redbooth),
    keyring: notHere,
    notifications: notHere,
    tray: notHere,
    database: checkDatabase(words.database, historyFile, null),
    disk: checkDisk(words.disk, dirname(historyFile), ports),
    clock: checkClock(words.clock, relay === null ? [redbooth] : [redbooth, relay]),
  };
};
