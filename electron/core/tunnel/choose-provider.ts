import type { Clock } from '../clock.ts';
import type { Fetch } from '../redbooth/client-port.ts';
import type { Settings } from '../settings/settings.ts';
import { createLocaltunnelProvider } from './localtunnel.ts';
import { createNamedProvider } from './named-provider.ts';
import type { AcceptSocket, TunnelProvider } from './provider.ts';
import type { TunnelNames } from './tunnel-names.ts';
import { createUrlProvider } from './url-provider.ts';

export type TunnelProviderPorts = {
  readonly settings: Pick<Settings, 'hookSource' | 'tunnel' | 'tunnelHost' | 'publicUrl'>;
  readonly names: TunnelNames;
  readonly fetch: Fetch;
  readonly accept: AcceptSocket;
  readonly clock: Clock;
  readonly random: () => number;
  /** A new name is granted in place of a lost one. */
  readonly onRenamed: () => void;
  /** No tunnel could be opened, by whatever name. */
  readonly onFailed: () => void;
};

/** The tunnel provider that the settings name; null when the tunnel is off, or not wanted as changes come another way. */
export const createTunnelProvider = (ports: TunnelProviderPorts): TunnelProvider | null => {
  const { hookSource, tunnel, tunnelHost, publicUrl } = ports.settings;
  if (hookSource !== 'tunnel' || tunnel === 'off') return null;
  if (tunnel === 'url') return createUrlProvider({ publicUrl });
  return createNamedProvider({
    ...ports,
    withName: (name) => createLocaltunnelProvider({ ...ports, host: tunnelHost, name }),
  });
};
