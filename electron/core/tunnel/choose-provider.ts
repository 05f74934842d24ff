import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import { createKept } from '../database/kept.ts';
import type { Fetch } from '../redbooth/client-port.ts';
import type { Settings } from '../settings/settings.ts';
import { createLocaltunnelProvider } from './localtunnel.ts';
import type { AcceptSocket, TunnelProvider } from './provider.ts';
import { createTunnelName } from './tunnel-name.ts';
import { createUrlProvider } from './url-provider.ts';

export type TunnelProviderPorts = {
  readonly settings: Pick<Settings, 'tunnel' | 'tunnelHost' | 'publicUrl'>;
  readonly database: DatabaseSync;
  readonly fetch: Fetch;
  readonly accept: AcceptSocket;
  readonly clock: Clock;
  readonly random: () => number;
};

/** The tunnel provider that the settings name; null when the tunnel is off. The tunnel's name is chosen once and kept. */
export const createTunnelProvider = (ports: TunnelProviderPorts): TunnelProvider | null => {
  const { tunnel, tunnelHost, publicUrl } = ports.settings;
  if (tunnel === 'off') return null;
  if (tunnel === 'url') return createUrlProvider({ publicUrl });
  const kept = createKept(ports.database, 'tunnel-name', v.string());
  const name = kept.read() ?? createTunnelName(randomBytes);
  kept.write(name);
  return createLocaltunnelProvider({ ...ports, host: tunnelHost, name });
};
