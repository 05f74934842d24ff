import { createServer as createHttpServer } from 'node:http';
import { type Socket, createServer } from 'node:net';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { RelayFault } from './fault.ts';
import { forward } from './forward.ts';
import { type RequestHead, readRequestHead } from './request-head.ts';
import { portOf } from './tunnel-port.ts';
import { createTunnels } from './tunnels.ts';

const socketWait = 5000;

export type RelayOptions = {
  readonly clock?: Clock;
  /** Ms that a name is kept for a client without sockets (the public server: 1 to 60 s). */
  readonly graceTime?: number;
  /** Sockets a client may open for one tunnel. */
  readonly connectionLimit?: number;
};

export type Relay = {
  /** Starts on loopback. `url` is where names are registered; a tunnel is public at `http://NAME.localhost:PORT`. */
  listen(port?: number): Promise<{ readonly url: string; readonly port: number }>;
  /** Does wrong in one way from now on; null heals it. */
  fault(kind: RelayFault | null): void;
  /** Closes every port and socket. */
  dispose(): void;
};

/**
 * A localtunnel relay on loopback: names by `GET /<name>` or `/?new`, a TCP port for each, and visitors told apart by the
 * Host header, whose requests are written raw into a socket of the client. For the demo, the tests and the benchmarks.
 */
export const createRelay = ({
  clock = systemClock,
  graceTime = 1000,
  connectionLimit = 10,
}: RelayOptions = {}): Relay => {
  const sockets = new Set<Socket>();
  let fault: RelayFault | null = null;
  let port = 0;
  const tunnels = createTunnels({
    clock,
    graceTime,
    connectionLimit,
    publicUrl: (name) => `http://${name}.localhost:${port}`,
  });

  const registrations = createHttpServer((request, response) => {
    const wish = request.url?.startsWith('/?') ? null : (request.url ?? '/').slice(1);
    const answer = async (): Promise<void> => {
      const reply = await tunnels.register(wish);
      if (!reply) return;
      response.writeHead(reply.status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(reply.body));
    };
    void answer();
  });

  const serveVisitor = async (visitor: Socket, head: RequestHead, name: string): Promise<void> => {
    if (fault === 'freeze') return;
    if (fault === 'taken') {
      answerPlainly(visitor, '200 OK', 'The page of somebody else.');
      return;
    }
    const tunnel = tunnels.find(name);
    if (!tunnel) {
      answerPlainly(visitor, '404 Not Found', '404');
      return;
    }
    const client = await tunnel.take(socketWait);
    if (client) forward(visitor, head, client, clock, fault === 'slow' || fault === 'cut' ? fault : 'plain');
    else answerPlainly(visitor, '503 Service Unavailable', 'Tunnel Unavailable');
  };

  const serve = async (socket: Socket): Promise<void> => {
    const head = await readRequestHead(socket);
    if (!head) {
      socket.destroy();
      return;
    }
    const name = /^([^.]+)\.localhost(?::\d+)?$/i.exec(head.host)?.[1];
    if (name !== undefined) {
      await serveVisitor(socket, head, name.toLowerCase());
      return;
    }
    socket.unshift(head.bytes);
    registrations.emit('connection', socket);
    socket.resume();
  };

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
    void serve(socket);
  });
  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };

  return {
    listen: async (wanted = 0) => {
      port = await new Promise<number>((resolve, reject) => {
        server.once('error', reject);
        server.listen(wanted, '127.0.0.1', () => {
          server.off('error', reject);
          resolve(portOf(server.address()));
        });
      });
      return { url: `http://127.0.0.1:${port}`, port };
    },
    fault: (kind) => {
      if (kind === 'refuse' && fault !== 'refuse') close();
      if (kind !== 'refuse' && fault === 'refuse') server.listen(port, '127.0.0.1');
      fault = kind;
      tunnels.setFault(kind);
    },
    dispose: () => {
      close();
      tunnels.dispose();
    },
  };
};

const answerPlainly = (visitor: Socket, status: string, body: string): void => {
  visitor.end(
    `HTTP/1.1 ${status}\r\ncontent-type: text/plain\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  );
  // Read to its end, or the visitor's going away would not be noticed.
  visitor.resume();
};
