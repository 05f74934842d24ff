import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Reply, text } from './http.ts';
import type { Responder } from './responder.ts';

export type Server = {
  /** Listens on 127.0.0.1 only; port 0 takes any that is free. */
  listen(port: number): Promise<string>;
  /** Null before `listen`. */
  origin(): string | null;
  /** Down: every connection is reset, also those open now. */
  setDown(isDown: boolean): void;
  dispose(): Promise<void>;
};

const bodyLimit = 1_000_000;

const readAll = async (message: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyLimit) break;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const isAddressInfo = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

const send = (response: ServerResponse, reply: Reply, isTruncated: boolean): void => {
  const bytes = Buffer.from(reply.body, 'utf8');
  const hasBody = reply.status !== 204 && reply.status !== 304;
  response.writeHead(reply.status, { ...reply.headers, ...(hasBody ? { 'content-length': bytes.length } : {}) });
  if (isTruncated) response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
  else response.end(bytes);
};

/** The responder over HTTP: reads requests from sockets, writes replies. */
export const createHttpServer = (responder: Responder): Server => {
  const sockets = new Set<Socket>();
  let isDown = false;
  let origin: string | null = null;

  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, search, searchParams } = new URL(message.url ?? '/', 'http://127.0.0.1');
    const { method = 'GET', headers } = message;
    const body = await readAll(message);
    const answer = await responder.respond({ method, path: pathname, query: searchParams, headers, body }, search);
    if (answer.kind === 'lost') message.socket.destroy();
    if (answer.kind === 'reply') send(response, answer.reply, answer.isTruncated);
  };

  const server = createServer((message, response) => {
    handle(message, response).catch((error: unknown) => {
      // A client that went away is no news; anything else is a bug of the simulation, and the reply shows it.
      if (!response.headersSent && !message.destroyed) send(response, text(500, String(error)), false);
      else response.destroy();
    });
  });
  server.on('connection', (socket) => {
    if (isDown) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  const dropConnections = (): void => {
    for (const socket of sockets) socket.destroy();
  };

  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          const address = server.address();
          const listening = isAddressInfo(address) ? `http://127.0.0.1:${address.port}` : '';
          origin = listening;
          resolve(listening);
        });
      }),
    origin: () => origin,
    setDown: (down) => {
      isDown = down;
      if (down) dropConnections();
    },
    dispose: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        dropConnections();
      }),
  };
};
