import { type AddressInfo, type Socket, createServer } from 'node:net';
import type { Clock } from '../../core/clock.ts';

export type TunnelPortPorts = {
  readonly clock: Clock;
  readonly connectionLimit: number;
  /** Ms that the name is kept for a client without sockets. */
  readonly graceTime: number;
  /** The client has stayed away for the grace time. */
  readonly onFree: () => void;
};

/** The TCP port of one tunnel, with the client's sockets that wait there for visitors. */
export type TunnelPort = {
  readonly port: number;
  /** A socket of the client for one visitor; null when none came within `limit` ms. */
  take(limit: number): Promise<Socket | null>;
  /** What to do with the sockets at hand and with new ones: keep them, close them, or close our half of them. */
  treat(manner: SocketManner): void;
  stopListening(): void;
  listenAgain(): void;
  dispose(): void;
};

export type SocketManner = 'keep' | 'drop' | 'half-close';

/** Opens the port of one tunnel, as localtunnel/server does in lib/TunnelAgent.js. */
export const openTunnelPort = async (ports: TunnelPortPorts): Promise<TunnelPort> => {
  const { clock } = ports;
  const sockets = new Set<Socket>();
  const waiting: Socket[] = [];
  const takers: ((socket: Socket) => void)[] = [];
  let manner: SocketManner = 'keep';
  let cancelGrace = clock.schedule(ports.graceTime, ports.onFree);

  const treatSocket = (socket: Socket): void => {
    if (manner === 'drop') socket.destroy();
    if (manner === 'half-close') socket.end();
  };
  const offer = (socket: Socket): void => {
    const taker = takers.shift();
    if (taker) taker(socket);
    else waiting.push(socket);
  };

  // Half open sockets are kept: the client is to notice that our half is closed.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {});
    if (sockets.size >= ports.connectionLimit || manner === 'drop') {
      socket.destroy();
      return;
    }
    cancelGrace();
    sockets.add(socket);
    socket.once('end', () => socket.end());
    socket.once('close', () => {
      sockets.delete(socket);
      const place = waiting.indexOf(socket);
      if (place >= 0) waiting.splice(place, 1);
      if (sockets.size === 0 && !isDisposed) {
        cancelGrace();
        cancelGrace = clock.schedule(ports.graceTime, ports.onFree);
      }
    });
    treatSocket(socket);
    offer(socket);
  });
  let isDisposed = false;
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(portOf(server.address())));
  });

  return {
    port,
    take: (limit) =>
      new Promise((resolve) => {
        const socket = waiting.shift();
        if (socket) {
          resolve(socket);
          return;
        }
        const cancel = clock.schedule(limit, () => {
          takers.splice(takers.indexOf(taker), 1);
          resolve(null);
        });
        const taker = (taken: Socket): void => {
          cancel();
          resolve(taken);
        };
        takers.push(taker);
      }),
    treat: (next) => {
      manner = next;
      for (const socket of sockets) treatSocket(socket);
    },
    stopListening: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    listenAgain: () => server.listen(port, '127.0.0.1'),
    dispose: () => {
      isDisposed = true;
      cancelGrace();
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};

export const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
