import type { App, AppPorts } from '../core/app-port.ts';
import { createApp } from '../core/app.ts';
import { systemClock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Report } from '../core/operator/line.ts';
import type { Options } from '../core/operator/options.ts';
import type { AccessTokens } from '../core/redbooth/client-port.ts';
import { createEnvironmentTokens } from '../core/redbooth/environment-tokens.ts';
import { demoApiRate } from './demo-world.ts';
import type { Prepared } from './prepare.ts';

/** What differs between the hosts. */
export type HostPorts = Pick<AppPorts, 'fetch' | 'notifier' | 'openPage' | 'copyText'> & {
  readonly host: 'desktop' | 'headless';
  readonly log: Log;
  readonly report: Report;
};

const demoTokens = (accessToken: string): AccessTokens & { dispose(): void } => ({
  current: async () => accessToken,
  refused: async () => undefined,
  dispose: () => undefined,
});

/** Composes the app for a host: the same on both but for the ports it brings. */
export const createHostApp = (prepared: Prepared, options: Options, ports: HostPorts): App => {
  const { database, settings, demo } = prepared;
  const { host, log, fetch, notifier, openPage, copyText } = ports;
  const clock = systemClock;
  const app = createApp(
    {
      host,
      isDemo: demo !== null,
      database,
      settings,
      hookPort: options.hookPort,
      apiRate: demo === null ? options.apiRate : demoApiRate,
    },
    {
      clock,
      random: Math.random,
      log,
      fetch,
      notifier,
      openPage,
      copyText,
      tokens: (onState) =>
        demo === null
          ? createEnvironmentTokens({
              environment: process.env,
              origin: settings.current().redbooth,
              fetch,
              clock,
              log,
              onState,
            })
          : demoTokens(demo.accessToken),
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
