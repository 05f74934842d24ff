import { type IncomingMessage, type ServerOptions, type ServerResponse, createServer } from 'node:http';
import { type Dispatch, type PageEvent, type Result, fail, succeed } from '../contract/index.ts';
import type { App } from '../core/app-port.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { readPageFiles } from '../core/page/files.ts';
import { securityHeaders } from '../core/page/security-headers.ts';
import { answerFile } from './answer-file.ts';
import { answerText } from './answer.ts';
import { type ApiRoutes, createApiRoutes } from './api-routes.ts';
import { answerBrokenRequest } from './broken-request.ts';
import { createEventStreams } from './event-stream.ts';
import { type SourceRefusal, createHostCheck } from './host-check.ts';
import { type PageLinks, pageLinkUrl } from './page-links.ts';
import { createSessionCookie, createSessions } from './sessions.ts';
import { idleLimit, mostConnections, timeLimits } from './time-limits.ts';

export type PageServerPorts = {
  readonly dispatch: Dispatch;
  readonly subscribe: App['subscribe'];
  /** The built page. */
  readonly pageDirectory: string;
  readonly links: PageLinks;
  readonly log: Log;
  readonly clock: Clock;
  /** Laid over the usual time limits. */
  readonly limits?: ServerOptions;
};

type PageServerFailure = { readonly code: 'ui-port-taken'; readonly message: string };

/** Serves the page to browsers on this machine, and to nobody else. */
export type PageServer = {
  /** Listens on 127.0.0.1; 0 takes any free port. Gives the port. */
  listen(port: number): Promise<Result<number, PageServerFailure>>;
  /** The page's address with a fresh one-time token. Only while listening. */
  issueLink(): string;
  /** Sends to the connected page that was used last; false when there is none. */
  notifyOne(event: PageEvent): boolean;
  connectedPages(): number;
  dispose(): Promise<void>;
};

const refusals: Readonly<Record<SourceRefusal, string>> = {
  host: 'This page is served under 127.0.0.1 or localhost and its own port only. When you forward the port from another machine, use the same port number there.',
  origin: 'Another web page asked for this; only the app’s own page may.',
  site: 'Another web site led here. Type or paste the address instead.',
};

/** Makes the loopback server of the headless host's page. Throws when the page's files cannot be read. */
export const createPageServer = (ports: PageServerPorts): PageServer => {
  const { clock, links, log, pageDirectory, limits } = ports;
  const files = readPageFiles(pageDirectory);
  const streams = createEventStreams(ports);
  const sessions = createSessions({ clock });
  // All depend on the port, which is known once the server listens.
  let serving: { port: number; refusalOf: ReturnType<typeof createHostCheck>; api: ApiRoutes } | null = null;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!serving) return void response.destroy();
    const path = request.url?.split('?', 1)[0] ?? '';
    const refusal = serving.refusalOf({
      method: request.method ?? '',
      path,
      hosts: request.headersDistinct['host'] ?? [],
      origins: request.headersDistinct['origin'] ?? [],
      fetchSite: request.headersDistinct['sec-fetch-site']?.join() ?? null,
    });
    if (refusal) return answerText(response, 403, refusals[refusal]);
    if (path.startsWith('/api/')) return serving.api(request, response, path.slice('/api/'.length));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return answerText(response, 405, 'There is nothing to send here.');
    }
    const file = files.get(path);
    if (!file) return answerText(response, 404, 'There is no such page.');
    answerFile(request, response, file);
  };

  const server = createServer({ ...timeLimits, requireHostHeader: false, ...limits }, (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    answer(request, response).catch((error: unknown) => {
      log.error(`The page’s server failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (response.headersSent) response.destroy();
      else answerText(response, 500, 'Something went wrong inside the app. Its log says more.');
    });
  });
  server.timeout = idleLimit;
  server.maxConnections = mostConnections;
  server.on('clientError', answerBrokenRequest);

  return {
    listen: (port) =>
      new Promise((resolve) => {
        const onError = (error: NodeJS.ErrnoException): void => {
          log.warn(`The page’s server cannot listen on port ${port}: ${error.message}`);
          resolve(fail({ code: 'ui-port-taken', message: portMessage(port, error.code) }));
        };
        server.once('error', onError);
        server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
          server.off('error', onError);
          server.on('error', (error) => log.warn(`The page’s server: ${error.message}`));
          const address = server.address();
          const taken = typeof address === 'object' && address ? address.port : port;
          const cookie = createSessionCookie(taken);
          serving = {
            port: taken,
            refusalOf: createHostCheck(taken),
            api: createApiRoutes({ ...ports, sessions, cookie, streams }),
          };
          resolve(succeed(taken));
        });
      }),
    issueLink: () => {
      if (!serving) throw new Error('a link to the page was asked for before its server listened');
      return pageLinkUrl(serving.port, links.issue());
    },
    notifyOne: (event) => streams.notifyOne(event),
    connectedPages: () => streams.count(),
    dispose: () =>
      new Promise((resolve) => {
        streams.dispose();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const portMessage = (port: number, code: string | undefined): string =>
  code === 'EACCES'
    ? `The page cannot be served on port ${port}: this user may not use it. Choose another with --ui-port.`
    : `The page cannot be served on port ${port}: another program uses it. Choose another with --ui-port, or 0 for any free port.`;
