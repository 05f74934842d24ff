import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock } from '../core/clock.ts';
import type { Faults } from './faults.ts';
import { type Reply, type Request, text } from './http.ts';
import { isLoopback } from './loopback.ts';
import type { Quirks } from './quirks.ts';

/** One request as it was asked; `at` is in ms, `status` is null while there is no answer. */
export type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  /** With its question mark; empty without one. */
  readonly search: string;
  readonly authorization: string | null;
  readonly at: number;
  readonly status: number | null;
};

type LogEntry = Omit<LoggedRequest, 'status'> & { status: number | null };

export type Server = {
  /** Listens on 127.0.0.1 only; port 0 takes any that is free. */
  listen(port: number): Promise<string>;
  /** Empty before `listen`. */
  origin(): string;
  requests(): readonly LoggedRequest[];
  forgetRequests(): void;
  /** Down: every connection is reset, also those open now. */
  setDown(isDown: boolean): void;
  dispose(): Promise<void>;
};

const bodyLimit = 1_000_000;
const keptRequests = 100_000;

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

/** The HTTP side: reads requests, applies faults, writes replies, keeps the log. */
export const createHttpServer = (options: {
  readonly clock: Clock;
  readonly quirks: Quirks;
  readonly faults: Faults;
  readonly answer: (request: Request) => Promise<Reply>;
}): Server => {
  const { clock, quirks, faults, answer } = options;
  const sockets = new Set<Socket>();
  const delays = new Set<() => void>();
  const log: LogEntry[] = [];
  let isDown = false;
  let origin = '';

  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.schedule(milliseconds, () => {
        delays.delete(cancel);
        resolve();
      });
      delays.add(cancel);
    });

  const send = (response: ServerResponse, reply: Reply, isTruncated: boolean): void => {
    const bytes = Buffer.from(reply.body, 'utf8');
    response.writeHead(reply.status, {
      ...reply.headers,
      ...(reply.status === 304 ? {} : { 'content-length': bytes.length }),
    });
    if (isTruncated) response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
    else response.end(bytes);
  };

  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = message.method ?? 'GET';
    const url = new URL(message.url ?? '/', 'http://127.0.0.1');
    const entry: LogEntry = {
      method,
      path: url.pathname,
      search: url.search,
      authorization: message.headers.authorization ?? null,
      at: clock.now(),
      status: null,
    };
    log.push(entry);
    if (log.length > keptRequests) log.splice(0, keptRequests / 10);
    const body = await readAll(message);
    const host = message.headers.host?.replace(/:\d+$/, '') ?? '';
    const spoiled = faults.next(method, url.pathname, url.search);
    if (spoiled?.kind === 'hang') return;
    const request: Request = { method, path: url.pathname, query: url.searchParams, headers: message.headers, body };
    // A foreign name for this address means a page elsewhere that had its own name point here.
    const reply = !isLoopback(host)
      ? text(403, 'Only for this computer.')
      : spoiled?.kind === 'reply'
        ? spoiled.reply
        : await answer(request);
    if (quirks.latency > 0) await wait(quirks.latency);
    entry.status = reply.status;
    send(response, reply, spoiled?.kind === 'truncate');
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
          origin = isAddressInfo(address) ? `http://127.0.0.1:${address.port}` : '';
          resolve(origin);
        });
      }),
    origin: () => origin,
    requests: () => log,
    forgetRequests: () => {
      log.length = 0;
    },
    setDown: (down) => {
      isDown = down;
      if (down) dropConnections();
    },
    dispose: () =>
      new Promise((resolve) => {
        for (const cancel of delays) cancel();
        delays.clear();
        server.close(() => resolve());
        dropConnections();
      }),
  };
};
