import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the server saw of one request. */
export type ReceivedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** What the server does: an object is sent as JSON, a string as it is. */
export type ScriptedReply =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  /** Never answers. */
  | 'hang'
  /** Sends a status and half a body, and never the rest. */
  | 'stall'
  /** Closes the connection without an answer. */
  | 'break-off'
  /** Sends half of a body and closes the connection. */
  | 'break-off-in-body';

export type ScriptedApi = {
  readonly origin: string;
  readonly requests: readonly ReceivedRequest[];
  /** The next requests get these replies, in order. */
  script(...replies: readonly ScriptedReply[]): void;
  /** Requests beyond the script get what this says. */
  serve(answer: (request: ReceivedRequest) => ScriptedReply): void;
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  request.setEncoding('utf8');
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};

const send = (response: ServerResponse, reply: ScriptedReply): void => {
  if (reply === 'hang') return;
  if (reply === 'break-off') {
    response.destroy();
    return;
  }
  if (reply === 'stall' || reply === 'break-off-in-body') {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"id":1,', () => {
      if (reply === 'break-off-in-body') response.destroy();
    });
    return;
  }
  const { status = 200, headers = {}, body = {} } = reply;
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
};

/** A real server on loopback that does as it is told; closed when the test ends. */
export const createScriptedApi = async (): Promise<ScriptedApi> => {
  const requests: ReceivedRequest[] = [];
  const replies: ScriptedReply[] = [];
  let answer: (request: ReceivedRequest) => ScriptedReply = () => ({ status: 418, body: 'nothing was scripted' });

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '';
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const { method = '', headers } = request;
    const received = { method, url, path: pathname, query: searchParams, headers, body: await readBody(request) };
    requests.push(received);
    send(response, replies.shift() ?? answer(received));
  };

  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port }: AddressInfo = addressOf(server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    script: (...more) => void replies.push(...more),
    serve: (next) => {
      answer = next;
    },
  };
};

const addressOf = (address: AddressInfo | string | null): AddressInfo => {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
};
