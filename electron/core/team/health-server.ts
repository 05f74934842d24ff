import { createServer } from 'node:http';
import { type Failure, type Result, fail, succeed } from '../../contract/index.ts';

/** How a receiver is, as a load balancer and a monitor want to know it. */
export type Health = {
  /** `refusing`: a hook that comes now could not be kept, so it should go to another receiver. */
  readonly status: 'forwarding' | 'keeping' | 'refusing';
  readonly connection: 'connecting' | 'online' | 'offline';
  /** How many hooks wait in the journal for the stream. */
  readonly backlog: number;
  /** Why the stream takes nothing, as a stable code; null while it does. */
  readonly trouble: string | null;
};

/** A server on this machine only that answers `GET /health`: 200 while hooks can be taken, else 503. */
export type HealthServer = {
  listen(port: number): Promise<Result<number, Failure>>;
  dispose(): Promise<void>;
};

const timeLimit = 5_000;
const headers = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  Connection: 'close',
};

/** Makes the server; it holds nothing secret, so it asks for nothing. */
export const createHealthServer = (health: () => Health): HealthServer => {
  const server = createServer({ requireHostHeader: false, maxHeaderSize: 8_192 }, (request, response) => {
    const isAsked = request.url === '/health' && (request.method === 'GET' || request.method === 'HEAD');
    const answer = isAsked ? health() : null;
    const status = answer === null ? 404 : answer.status === 'refusing' ? 503 : 200;
    response.writeHead(status, headers).end(answer === null ? '{}\n' : `${JSON.stringify(answer)}\n`);
  });
  server.headersTimeout = timeLimit;
  server.requestTimeout = timeLimit;
  server.timeout = timeLimit;
  server.on('clientError', (_error, socket) => socket.destroy());
  return {
    listen: (port) =>
      new Promise((resolve) => {
        const onError = (): void =>
          resolve(
            fail({
              code: 'ui-port-taken',
              message: `Port ${port} is in use by another program. Quit that program, or choose another port with --ui-port.`,
            }),
          );
        server.once('error', onError);
        server.listen({ port, host: '127.0.0.1' }, () => {
          server.off('error', onError);
          const address = server.address();
          resolve(succeed(typeof address === 'object' && address !== null ? address.port : port));
        });
      }),
    dispose: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
