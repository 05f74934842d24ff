import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type Socket, connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { portOf } from '../../electron/simulator/relay/tunnel-port.ts';

/** A forward proxy on this machine. Whatever host is asked for, it leads to the same port on loopback. */
export type ProxyServer = {
  readonly url: string;
  /** What was asked, e.g. `CONNECT relay.test:80` or `GET http://relay.test/name`. */
  readonly asked: readonly string[];
};

export const startProxyServer = async (targetPort: number): Promise<ProxyServer> => {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    const { pathname, search } = new URL(incoming.url ?? '');
    const { method, headers } = incoming;
    const passed = request(
      { host: '127.0.0.1', port: targetPort, method, headers, path: `${pathname}${search}`, agent: false },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('connect', (incoming, socket: Socket) => {
    asked.push(`CONNECT ${incoming.url}`);
    const target = connect(targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket);
      socket.pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
    sockets.add(target);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${portOf(server.address())}`, asked };
};
