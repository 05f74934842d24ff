import type { Socket } from 'node:net';
import type { AcceptSocket } from '../tunnel/provider.ts';

/** Sockets that a relay opened before there was a request, and that wait for their first byte. */
export type RelaySockets = {
  readonly accept: AcceptSocket;
  dispose(): void;
};

const keepAliveDelay = 30_000;

/**
 * Makes the door for relay sockets. An HTTP server would close such a socket for being idle (tried: after 9 s its
 * tunnel answers 408, then 404 for good), so each is given to `onFirstBytes` only when a request begins.
 */
export const createRelaySockets = (onFirstBytes: (socket: Socket, bytes: Buffer) => void): RelaySockets => {
  const waiting = new Set<Socket>();
  let disposed = false;
  return {
    accept: (socket) => {
      // Stays on: without a listener an error would end the process, whoever owns the socket by then.
      socket.on('error', () => socket.destroy());
      if (disposed || socket.destroyed) {
        socket.destroy();
        return;
      }
      waiting.add(socket);
      socket.setTimeout(0);
      socket.setKeepAlive(true, keepAliveDelay);
      const forget = (): void => void waiting.delete(socket);
      const end = (): void => void socket.destroy();
      socket.once('close', forget);
      socket.once('end', end);
      socket.once('data', (chunk: Buffer) => {
        socket.off('close', forget);
        socket.off('end', end);
        forget();
        onFirstBytes(socket, chunk);
      });
    },
    dispose: () => {
      disposed = true;
      for (const socket of waiting) socket.destroy();
    },
  };
};
