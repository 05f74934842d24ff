import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { Socket } from 'node:net';
import { type Result, fail, succeed } from '../../contract/index.ts';
import { type ClosingPage, closingPage } from './closing-page.ts';

/** The path Redbooth sends the browser back to. */
const callbackPath = '/oauth/callback';

/** The address to register with the application at Redbooth, which compares it exactly (redbooth-api, OAuth2). */
export const redirectAddress = (port: number): string => `http://localhost:${port}${callbackPath}`;

export type RedirectListenerPorts = {
  readonly port: number;
  /** Answers the browser; never rejects. */
  readonly answer: (query: URLSearchParams) => Promise<ClosingPage>;
};

/** Waits for the browser on this machine only, for as long as a sign-in lasts. */
export type RedirectListener = {
  /** Fails with the system's code, such as EADDRINUSE, when the port is not to be had whole. */
  listen(): Promise<Result<null, string>>;
  /** Takes no more connections, and ends once what is being answered has been answered. */
  close(): Promise<void>;
  /** Ends at once. */
  dispose(): Promise<void>;
};

const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 1_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
} as const;
const mostConnections = 16;

/** Systems without IPv6 have no such address; the browser cannot have it either. */
const noSuchAddress = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

const refusal = (status: number, sentence: string): ClosingPage => closingPage(status, 'Nothing to see here', sentence);

/**
 * Listens on 127.0.0.1 and ::1, as `localhost` may mean either, and another program on one of them would get the code.
 * Answers GET on the exact path and for the exact host alone.
 */
export const createRedirectListener = ({ port, answer }: RedirectListenerPorts): RedirectListener => {
  const host = new URL(redirectAddress(port)).host;
  const idle = new Set<Socket>();
  const busy = new Set<Socket>();
  const servers: Server[] = [];
  const closings: Promise<void>[] = [];
  let opening: Promise<unknown> = Promise.resolve();
  let isClosing = false;

  const pageFor = async (request: IncomingMessage): Promise<ClosingPage> => {
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
    // A page elsewhere may have its own name point to this machine.
    if (request.headers.host !== host) return refusal(403, 'This address is for the sign-in of one app only.');
    if (path !== callbackPath) return refusal(404, 'There is no such page.');
    if (request.method !== 'GET') {
      const page = refusal(405, 'There is nothing to send here.');
      return { ...page, headers: { ...page.headers, Allow: 'GET' } };
    }
    return answer(new URLSearchParams(query));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { socket } = request;
    idle.delete(socket);
    busy.add(socket);
    response.once('close', () => {
      busy.delete(socket);
      if (isClosing) socket.destroy();
      else if (!socket.destroyed) idle.add(socket);
    });
    const { status, headers, body } = await pageFor(request);
    response.writeHead(status, headers).end(body);
  };

  const listenAt = (address: string): Promise<string | null> =>
    new Promise((resolve) => {
      const server = createServer(limits, (request, response) => {
        handle(request, response).catch(() => response.destroy());
      });
      server.maxConnections = mostConnections;
      server.on('connection', (socket) => {
        idle.add(socket);
        socket.once('close', () => idle.delete(socket));
      });
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
      server.listen({ port, host: address, exclusive: true }, () => {
        // Trouble of a running listener shows as no answer; it must not end the app.
        server.on('error', () => undefined);
        servers.push(server);
        resolve(null);
      });
    });

  const closeServers = async (): Promise<void> => {
    for (const server of servers.splice(0)) closings.push(new Promise((resolve) => server.close(() => resolve())));
    for (const socket of idle) socket.destroy();
    await Promise.all(closings);
  };
  const listen = async (): Promise<Result<null, string>> => {
    const four = await listenAt('127.0.0.1');
    const six = four === null ? await listenAt('::1') : null;
    const trouble = four ?? (six === null || noSuchAddress.has(six) ? null : six);
    if (trouble === null) return succeed(null);
    await closeServers();
    return fail(trouble);
  };
  const end = async (): Promise<void> => {
    isClosing = true;
    // A port that is being taken is free again only once it was.
    await opening;
    await closeServers();
  };

  return {
    listen: () => {
      const listening = listen();
      opening = listening;
      return listening;
    },
    close: end,
    dispose: () => {
      for (const socket of busy) socket.destroy();
      return end();
    },
  };
};
