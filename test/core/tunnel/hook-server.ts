import { type IncomingMessage, createServer } from 'node:http';
import type { Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { AcceptSocket } from '../../../electron/core/tunnel/provider.ts';

export type HookServer = {
  readonly accept: AcceptSocket;
  /** Bodies of the requests that came whole, in order. */
  readonly bodies: readonly string[];
  /** Sockets handed over and not closed yet. */
  open(): number;
  /** Sockets handed over so far. */
  accepted(): number;
  /** Answers GET `path` with `body`. */
  serve(path: string, body: string): void;
};

/** A listener as tunnels see it: real HTTP, which takes each socket over at its first byte. */
export const createHookServer = (): HookServer => {
  const bodies: string[] = [];
  const pages = new Map<string, string>();
  const sockets = new Set<Socket>();
  let accepted = 0;
  const read = async (request: IncomingMessage): Promise<string> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  };
  const http = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    const answer = async (): Promise<void> => {
      const body = await read(request);
      if (request.method === 'POST') bodies.push(body);
      response.end(page ?? '');
    };
    // A request that breaks off is nobody's fault.
    answer().catch(() => response.destroy());
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    http.close();
  });
  return {
    bodies,
    accept: (socket) => {
      accepted += 1;
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      socket.once('data', (chunk: Buffer) => {
        socket.pause();
        socket.unshift(chunk);
        http.emit('connection', socket);
        socket.resume();
      });
    },
    open: () => sockets.size,
    accepted: () => accepted,
    serve: (path, body) => void pages.set(path, body),
  };
};
