import type { Clock } from '../../core/clock.ts';
import type { RelayFault } from './fault.ts';
import { type SocketManner, type TunnelPort, openTunnelPort } from './tunnel-port.ts';

/** What a registration is answered with: status and JSON. */
type RegistrationReply = { readonly status: number; readonly body: unknown };

/** The names that are given out, each with its port. */
export type Tunnels = {
  /** Null: no answer at all. */
  register(wish: string | null): Promise<RegistrationReply | null>;
  find(name: string): TunnelPort | null;
  setFault(fault: RelayFault | null): void;
  dispose(): void;
};

// localtunnel/server, server.js.
const nameShape = /^(?:[a-z0-9][a-z0-9-]{4,63}[a-z0-9]|[a-z0-9]{4,63})$/;
const nameRefusal = 'Invalid subdomain. Subdomains must be lowercase and between 4 and 63 alphanumeric characters.';

/** Keeps the book of names: one that is given out is not given again until its client has been away for the grace time. */
export const createTunnels = (ports: {
  readonly clock: Clock;
  readonly graceTime: number;
  readonly connectionLimit: number;
  readonly publicUrl: (name: string) => string;
}): Tunnels => {
  const tunnels = new Map<string, TunnelPort>();
  let fault: RelayFault | null = null;
  let others = 0;
  let isDisposed = false;

  const otherName = (): string => {
    others += 1;
    return `somebody-else-${others}`;
  };
  const free = (name: string): void => {
    tunnels.get(name)?.dispose();
    tunnels.delete(name);
  };

  return {
    register: async (wish) => {
      if (fault === 'hang') return null;
      if (fault === 'forbid') return { status: 403, body: { message: 'This relay is closed to you.' } };
      if (fault === 'break') return { status: 500, body: { message: 'Internal Server Error' } };
      if (wish !== null && !nameShape.test(wish)) return { status: 403, body: { message: nameRefusal } };
      const isRefused = fault === 'wrong-name' || fault === 'taken';
      const name = wish === null || isRefused || tunnels.has(wish) ? otherName() : wish;
      const tunnel = await openTunnelPort({ ...ports, onFree: () => free(name) });
      tunnel.treat(mannerOf(fault));
      if (isDisposed || tunnels.has(name)) {
        tunnel.dispose();
        return { status: 500, body: { message: 'Internal Server Error' } };
      }
      tunnels.set(name, tunnel);
      return {
        status: 200,
        body: { id: name, port: tunnel.port, max_conn_count: ports.connectionLimit, url: ports.publicUrl(name) },
      };
    },
    find: (name) => tunnels.get(name) ?? null,
    setFault: (next) => {
      for (const tunnel of tunnels.values()) {
        if (fault === 'refuse' && next !== 'refuse') tunnel.listenAgain();
        if (fault !== 'refuse' && next === 'refuse') tunnel.stopListening();
        tunnel.treat(mannerOf(next));
      }
      fault = next;
    },
    dispose: () => {
      isDisposed = true;
      for (const name of tunnels.keys()) free(name);
    },
  };
};

const mannerOf = (fault: RelayFault | null): SocketManner =>
  fault === 'drop' || fault === 'half-close' ? fault : 'keep';
