import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Limits } from './limits.ts';

/** A connection as the listener keeps book of it. */
export type Connection = {
  readonly socket: Socket;
  /** Whether a relay opened it beforehand; such a one serves one request, as the relay may write at any moment. */
  readonly isRelay: boolean;
  /** Requests that arrived wholly and are not answered yet. */
  fullRequests: number;
  /** The newest request of the HTTP server's, while it is not answered. */
  current: { readonly complete: boolean } | null;
  /** Whether an answer has been written while its request was still arriving. */
  isRefused: boolean;
  /** Counts up over all connections, whenever one begins to wait for a request. */
  silentSince: number;
};

/** All connections of the listener. */
export type Connections = {
  /**
   * Takes a socket in, or closes it and gives null when there are too many already. Makes room by closing the one that has
   * been silent for longest.
   */
  admit(socket: Socket, isRelay: boolean): Connection | null;
  of(socket: Duplex): Connection | undefined;
  /** A request has arrived wholly. */
  received(connection: Connection): void;
  /** The answer to a request that had arrived wholly has been written. */
  answered(connection: Connection): void;
  /** Closes all that do not wait for an answer. */
  closeSilent(): void;
  readonly closeAll: () => void;
  /** Settles when none is open. */
  allClosed(): Promise<void>;
};

type ConnectionsPorts = {
  readonly limits: Pick<Limits, 'connections' | 'crowd'>;
  /** A connection was closed to keep within the limits. */
  readonly onDropped: () => void;
};

/** Keeps book of the listener’s connections within `limits`; holds no timer. */
export const createConnections = ({ limits, onDropped }: ConnectionsPorts): Connections => {
  const open = new Map<Duplex, Connection>();
  let turn = 0;
  let onEmpty = (): void => undefined;

  const forget = (socket: Duplex): void => {
    open.delete(socket);
    if (open.size === 0) onEmpty();
  };
  const drop = (socket: Duplex): void => {
    forget(socket);
    socket.destroy();
    onDropped();
  };
  const makeRoom = (): void => {
    let silent: Connection | null = null;
    for (const connection of open.values())
      if (connection.fullRequests === 0 && (silent === null || connection.silentSince < silent.silentSince))
        silent = connection;
    if (silent) drop(silent.socket);
  };

  return {
    admit: (socket, isRelay) => {
      if (open.size >= limits.connections) {
        drop(socket);
        return null;
      }
      if (open.size >= limits.crowd) makeRoom();
      const connection: Connection = {
        socket,
        isRelay,
        fullRequests: 0,
        current: null,
        isRefused: false,
        silentSince: turn++,
      };
      open.set(socket, connection);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => forget(socket));
      return connection;
    },
    of: (socket) => open.get(socket),
    received: (connection) => {
      connection.fullRequests += 1;
    },
    answered: (connection) => {
      connection.fullRequests -= 1;
      if (connection.fullRequests === 0) connection.current = null;
      connection.silentSince = turn++;
    },
    closeSilent: () => {
      for (const { socket, fullRequests } of open.values()) if (fullRequests === 0) socket.destroy();
    },
    closeAll: () => {
      for (const socket of open.keys()) socket.destroy();
    },
    allClosed: () =>
      new Promise((resolve) => {
        onEmpty = resolve;
        if (open.size === 0) resolve();
      }),
  };
};
