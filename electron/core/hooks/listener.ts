import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Result, fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AcceptSocket } from '../tunnel/provider.ts';
import * as answers from './answers.ts';
import { createConnections } from './connections.ts';
import { type Exchange, createExchanges } from './exchange.ts';
import { createHookLane } from './hook-lane.ts';
import type { HookUrls } from './hook-urls.ts';
import type { AppendHook } from './journal-port.ts';
import type { AppendHooks } from './journal.ts';
import { type Limits, defaultLimits } from './limits.ts';
import type { Nonces } from './nonces.ts';
import { endBroken } from './protocol-errors.ts';
import { type NoteEnding, type ReceivedRequest, type RequestOutcome, describeRequest } from './received-request.ts';
import { createReception } from './reception.ts';
import { createRelaySockets } from './relay-sockets.ts';
import { readBody } from './request-body.ts';
import { bodyHeadOf, pathOf } from './request-head.ts';

/** Why the listener could not listen. */
export type ListenFailure = { readonly code: 'hook-port-taken'; readonly message: string };

/** What became of requests since the start, by outcome; `malformed` never became requests, `dropped` are connections. */
export type ListenerCounts = Readonly<Counts>;

/** The public server: hook URLs, the nonces of the self-test, and nothing else. */
export type Listener = {
  /** Binds 127.0.0.1 only; 0 takes any free port. Answers with the port. */
  listen(port: number): Promise<Result<number, ListenFailure>>;
  /** Gives the port up, if it is still held, and binds it again: for a listener that has stopped answering. */
  reopen(): Promise<Result<number, ListenFailure>>;
  /** Takes a relay's socket, which may stay silent for as long as it likes before its one request. */
  readonly accept: AcceptSocket;
  counts(): ListenerCounts;
  /** Answers what has arrived wholly, closes everything, and settles when no socket is left. */
  dispose(): Promise<void>;
};

export type ListenerPorts = {
  readonly hookUrls: Pick<HookUrls, 'match'>;
  readonly append: AppendHook;
  readonly appendMany: AppendHooks;
  readonly nonces: Pick<Nonces, 'answer'>;
  readonly log: Log;
  readonly clock: Clock;
  /** Told of every request that was answered; costs time, so leave it out when nobody looks. */
  readonly onRequest?: (record: ReceivedRequest) => void;
  readonly limits?: Partial<Limits>;
};

type Counts = Record<RequestOutcome | 'malformed' | 'dropped', number>;

const noCounts = (): Counts => ({
  accepted: 0,
  ignored: 0,
  invalid: 0,
  works: 0,
  nonce: 0,
  'not-found': 0,
  'too-large': 0,
  encoded: 0,
  unwritable: 0,
  malformed: 0,
  dropped: 0,
});

const disposeGrace = 2_000;

/** Makes the listener. Its answers are the table of docs/architecture.md. */
export const createListener = (ports: ListenerPorts): Listener => {
  const { hookUrls, append, appendMany, nonces, log, clock, onRequest } = ports;
  const limits = { ...defaultLimits, ...ports.limits };
  const counts = noCounts();
  let isClosing = false;

  const connections = createConnections({ limits, onDropped: () => void (counts.dropped += 1) });
  const noteEnding: NoteEnding = (ending, details) => {
    counts[ending.outcome] += 1;
    onRequest?.(describeRequest(ending, details(), clock));
  };
  const receive = createReception({ append, appendMany, log });
  const { reply, refuse } = createExchanges({ connections, limits, clock, isClosing: () => isClosing, noteEnding });

  const handle = (request: IncomingMessage, response: ServerResponse, awaitsContinue: boolean): void => {
    const connection = connections.of(request.socket);
    // Closed for want of room while its request was on the way.
    if (!connection) return;
    const exchange: Exchange = { request, response, connection, at: clock.now(), hookUrl: null, body: null };
    connection.current = request;
    const { hasBody, length, isEncoded } = bodyHeadOf(request.rawHeaders);
    const finish = hasBody ? refuse : reply;
    if (!hasBody) connections.received(connection);

    const path = pathOf(request.url ?? '');
    const { method } = request;
    const isRead = method === 'GET' || method === 'HEAD';
    const hookUrl = hookUrls.match(path.slice(1));
    if (!hookUrl) {
      const nonce = isRead ? nonces.answer(path) : null;
      if (nonce === null) finish(exchange, { hookIds: [], answer: answers.notFound, outcome: 'not-found' });
      else finish(exchange, { hookIds: [], answer: answers.nonceAnswer(nonce), outcome: 'nonce' });
      return;
    }
    exchange.hookUrl = hookUrl;
    if (isRead) finish(exchange, { hookIds: [], answer: answers.works, outcome: 'works' });
    else if (method !== 'POST') finish(exchange, { hookIds: [], answer: answers.notFound, outcome: 'not-found' });
    else if (isEncoded) finish(exchange, { hookIds: [], answer: answers.encoded, outcome: 'encoded' });
    else if (length !== null && length > limits.bodyBytes)
      finish(exchange, { hookIds: [], answer: answers.tooLarge, outcome: 'too-large' });
    else {
      if (awaitsContinue) response.writeContinue();
      readBody(request, limits.bodyBytes, (body) => {
        if (body === null) {
          refuse(exchange, { hookIds: [], answer: answers.tooLarge, outcome: 'too-large' });
          return;
        }
        exchange.body = body;
        if (hasBody) connections.received(connection);
        receive(body, hookUrl.id, (ending) => reply(exchange, ending));
      });
    }
  };

  const server = createServer(
    {
      // Hosts are not looked at: the secret path does that work.
      requireHostHeader: false,
      connectionsCheckingInterval: limits.checkingInterval,
      maxHeaderSize: limits.headerBytes,
    },
    (request, response) => handle(request, response, false),
  );
  server.headersTimeout = limits.headersTimeout;
  server.requestTimeout = limits.requestTimeout;
  server.timeout = limits.inactivityTimeout;
  server.keepAliveTimeout = limits.keepAliveTimeout;
  server.maxHeadersCount = limits.headers;
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => handle(request, response, true));
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    handle(request, response, false),
  );
  // The lane comes first; what it leaves is given to the server's own way of taking a connection.
  const serve = server.listeners('connection');
  server.removeAllListeners('connection');
  const lane = createHookLane({
    hookUrls,
    receive,
    connections,
    limits,
    clock,
    isClosing: () => isClosing,
    noteEnding,
    handOver: (socket) => serve.forEach((listener) => Reflect.apply(listener, server, [socket])),
  });
  server.on('connection', (socket) => {
    const connection = connections.admit(socket, false);
    if (connection) lane.take(connection, null);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    counts.malformed += 1;
    endBroken({ error, socket, connection: connections.of(socket), linger: limits.lingerTimeout, clock });
  });
  // Without this, Node would close the connection of a CONNECT without a word; an Upgrade it ignores by itself.
  server.on('connect', (_request: IncomingMessage, socket) => {
    counts['not-found'] += 1;
    endBroken({ error: null, socket, connection: connections.of(socket), linger: limits.lingerTimeout, clock });
  });

  const relaySockets = createRelaySockets((socket, bytes) => {
    const connection = connections.admit(socket, true);
    if (connection) lane.take(connection, bytes);
  });

  let boundPort = 0;
  let isBinding = false;
  // One that comes while nobody binds would otherwise end the process.
  server.on('error', (error) => {
    if (!isBinding) log.error(`The listener reports: ${error.message}`);
  });
  const listen = (port: number): Promise<Result<number, ListenFailure>> =>
    new Promise((resolve) => {
      const settle = (result: Result<number, ListenFailure>): void => {
        isBinding = false;
        server.off('error', onError);
        server.off('listening', onListening);
        resolve(result);
      };
      const onError = (error: NodeJS.ErrnoException): void => settle(fail(listenFailure(port, error)));
      const onListening = (): void => {
        const address: AddressInfo | string | null = server.address();
        boundPort = typeof address === 'object' && address ? address.port : port;
        settle(succeed(boundPort));
      };
      isBinding = true;
      server.once('error', onError);
      server.once('listening', onListening);
      server.listen({ port, host: '127.0.0.1', backlog: limits.connections });
    });

  return {
    listen,
    reopen: () => {
      if (isClosing || isBinding) return Promise.resolve(succeed(boundPort));
      if (server.listening) server.close();
      return listen(boundPort);
    },
    accept: relaySockets.accept,
    counts: () => ({ ...counts }),
    dispose: async () => {
      isClosing = true;
      relaySockets.dispose();
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      connections.closeSilent();
      const cancel = clock.schedule(disposeGrace, connections.closeAll);
      await connections.allClosed();
      cancel();
      await stopped;
    },
  };
};

const listenFailure = (port: number, { code, message }: NodeJS.ErrnoException): ListenFailure => ({
  code: 'hook-port-taken',
  message:
    code === 'EADDRINUSE'
      ? `Port ${port} is in use by another program. Quit that program, or choose another port with --hook-port.`
      : `Port ${port} cannot be used (${message}). Choose another port with --hook-port.`,
});
