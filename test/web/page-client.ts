import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** A client that says exactly what it is told to say, which a browser or fetch would not. */
export const createPageClient = (port: number) => {
  const origin = `http://127.0.0.1:${port}`;

  const send = (method: string, path: string, headers: OutgoingHttpHeaders = {}, body?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      sent.on('error', reject);
      sent.end(body);
    });

  return {
    send,
    /** As the page itself posts: JSON, from its own origin. */
    post: (path: string, payload: unknown, headers: OutgoingHttpHeaders = {}) =>
      send('POST', path, { Origin: origin, 'Content-Type': 'application/json', ...headers }, JSON.stringify(payload)),
    /** Writes bytes as they are and reads until the server closes. */
    raw: (text: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        let answer = '';
        socket.setEncoding('utf8');
        socket.on('data', (chunk: string) => (answer += chunk));
        socket.on('error', reject);
        socket.on('close', () => resolve(answer));
      }),
    /** Opens the event stream and keeps what comes. */
    listen: (cookie: string, headers: OutgoingHttpHeaders = {}): Promise<EventReader> =>
      new Promise((resolve, reject) => {
        const sent = request({
          host: '127.0.0.1',
          port,
          path: '/api/events',
          headers: { Cookie: cookie, ...headers },
          agent: false,
        });
        onTestFinished(() => void sent.destroy());
        sent.on('error', reject);
        sent.on('response', (response) => {
          let text = '';
          let isClosed = false;
          const waiting = new Set<() => void>();
          const wake = (): void => waiting.forEach((check) => check());
          response.setEncoding('utf8');
          response.on('error', () => undefined);
          response.on('data', (chunk: string) => {
            text += chunk;
            wake();
          });
          response.on('close', () => {
            isClosed = true;
            wake();
          });
          const until = (holds: () => boolean): Promise<void> =>
            new Promise((settle) => {
              const check = (): void => {
                if (!holds()) return;
                waiting.delete(check);
                settle();
              };
              waiting.add(check);
              check();
            });
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: () => text,
            received: (part) => until(() => text.includes(part)),
            closed: () => until(() => isClosed),
            pause: () => void response.pause(),
            close: () => void sent.destroy(),
          });
        });
        sent.end();
      }),
  };
};

export type EventReader = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  text(): string;
  /** Settles once `part` has come. */
  received(part: string): Promise<void>;
  /** Settles once the server has closed the stream. */
  closed(): Promise<void>;
  /** Stops reading, as a page that hangs does. */
  pause(): void;
  close(): void;
};
