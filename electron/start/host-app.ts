import type { App, AppPorts } from '../core/app-port.ts';
import { createApp } from '../core/app.ts';
import { systemClock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Report } from '../core/operator/line.ts';
import type { Options } from '../core/operator/options.ts';
import type { Credentials } from '../core/account/account-access.ts';
import type { SecretStore } from '../core/account/secret-store.ts';
import type { AccessTokens } from '../core/redbooth/client-port.ts';
import { createEnvironmentTokens, readTokenEnvironment } from '../core/redbooth/environment-tokens.ts';
import type { Prepared } from './prepare.ts';

/** What differs between the hosts. */
export type HostPorts = Pick<AppPorts, 'fetch' | 'notifier' | 'openPage' | 'copyText' | 'system'> & {
  readonly host: 'desktop' | 'headless';
  readonly log: Log;
  readonly report: Report;
  /** Where the sign-in of a person is kept. */
  readonly secrets: SecretStore;
};

const demoTokens = (accessToken: string): AccessTokens & { dispose(): void } => ({
  current: async () => ({ kind: 'token', token: accessToken }),
  refused: async () => undefined,
  worked: () => undefined,
  dispose: () => undefined,
});

/** The demo signs in by itself, and the environment wins over what is kept. */
const chooseCredentials = ({ demo, settings }: Prepared, { log, fetch, secrets }: HostPorts): Credentials => {
  if (demo !== null) return { kind: 'fixed', source: 'demo', tokens: () => demoTokens(demo.accessToken) };
  const signIn = readTokenEnvironment(process.env, log);
  if (signIn === null) return { kind: 'kept', store: secrets };
  const origin = settings.current().redbooth;
  return {
    kind: 'fixed',
    source: 'environment',
    tokens: (onState) => createEnvironmentTokens({ signIn, origin, fetch, clock: systemClock, log, onState }),
  };
};

/** Composes the app for a host: the same on both but for the ports it brings. */
export const createHostApp = (prepared: Prepared, options: Options, ports: HostPorts): App => {
  const { database, settings, demo } = prepared;
  const { host, log, fetch, notifier, openPage, copyText, system } = ports;
  const clock = systemClock;
  const app = createApp(
    {
      host,
      isDemo: demo !== null,
      database,
      settings,
      hookPort: options.hookPort,
      apiRate: demo?.apiRate ?? options.apiRate,
    },
    {
      clock,
      random: Math.random,
      log,
      fetch,
      notifier,
      openPage,
      copyText,
      system,
      credentials: chooseCredentials(prepared, ports),
      report: (line, at) => {
        ports.report(line, at);
        if (line.event === 'tunnel' && line.state === 'online' && line.hookUrl !== null) demo?.attachHook(line.hookUrl);
      },
    },
  );
  return {
    ...app,
    start: async () => {
      const started = await app.start();
      // Without a tunnel the pretend Redbooth is told the address on this machine.
      if (started.ok && settings.current().tunnel === 'off') demo?.attachHook(started.value.localUrl);
      return started;
    },
  };
};
