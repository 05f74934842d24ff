import type { Clock } from '../clock.ts';
import type { Fetch } from '../redbooth/client-port.ts';
import { createDeadline } from './deadline.ts';
import type { AcceptSocket, OpenResult, TunnelProvider, TunnelTrouble } from './provider.ts';
import { createRelayConnections } from './localtunnel/connections.ts';
import { type Registration, register } from './localtunnel/registration.ts';

const openLimit = 14_000;

export type LocaltunnelPorts = {
  /** The relay, e.g. https://localtunnel.me */
  readonly host: string;
  /** The name to ask for: as long as it stays the same, so does the public URL. */
  readonly name: string;
  readonly fetch: Fetch;
  readonly accept: AcceptSocket;
  readonly clock: Clock;
  readonly random: () => number;
};

/**
 * A tunnel through a localtunnel relay, by a client of our own: the package of that name cannot be stopped while it
 * registers, never redials a refused socket and does not notice a lost name. A tunnel counts as open when the name was
 * granted and the first socket is connected. Not encrypted between relay and us: nothing secret but the hook path crosses.
 */
export const createLocaltunnelProvider = (ports: LocaltunnelPorts): TunnelProvider => ({
  kind: 'localtunnel',
  open: async (signal, onDoubt = () => {}) => {
    const deadline = createDeadline(ports.clock, openLimit, signal);
    try {
      const registration = await register(ports, ports, deadline.signal);
      if (!registration.ok) return { ok: false, trouble: registration.failure };
      return await connectTunnel(ports, registration.value, deadline.signal, onDoubt);
    } finally {
      deadline.dispose();
    }
  },
});

const connectTunnel = (
  ports: LocaltunnelPorts,
  registration: Registration,
  signal: AbortSignal,
  onDoubt: () => void,
): Promise<OpenResult> =>
  new Promise((resolve) => {
    let end: ((trouble: TunnelTrouble) => void) | null = null;
    const ended = new Promise<TunnelTrouble>((settle) => {
      end = settle;
    });
    const giveUp = (): void => {
      connections.dispose();
      resolve({ ok: false, trouble: lost });
    };
    const connections = createRelayConnections({
      registration,
      accept: ports.accept,
      clock: ports.clock,
      random: ports.random,
      onConnect: () => {
        signal.removeEventListener('abort', giveUp);
        resolve({
          ok: true,
          tunnel: { url: registration.url, ended, dispose: async () => connections.dispose() },
        });
      },
      onDoubt,
      onLost: () => {
        signal.removeEventListener('abort', giveUp);
        resolve({ ok: false, trouble: lost });
        end?.(lost);
      },
    });
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
  });

const lost: TunnelTrouble = {
  cause: 'relay-connections-lost',
  message: 'No connection to the tunnel server’s port stays open; a firewall may be in the way.',
  final: false,
};
