import type { IncomingMessage } from 'node:http';

const none = Buffer.alloc(0);

/**
 * Reads a request's body and calls `done` once: with the bytes, or with null as soon as there are more than `limit`.
 * Never calls it when the client goes away before the end.
 */
export const readBody = (request: IncomingMessage, limit: number, done: (body: Buffer | null) => void): void => {
  let body: Buffer = none;
  let parts: Buffer[] | null = null;
  let size = 0;
  const onData = (chunk: Buffer): void => {
    size += chunk.length;
    if (size > limit) {
      request.off('data', onData);
      request.off('end', onEnd);
      done(null);
    } else if (size === chunk.length) body = chunk;
    else (parts ??= [body]).push(chunk);
  };
  const onEnd = (): void => done(parts ? Buffer.concat(parts) : body);
  request.on('data', onData);
  request.on('end', onEnd);
};

/** Reads and throws away what a refused client still sends, and calls `done` at its end or after `limit` bytes. */
export const discardBody = (request: IncomingMessage, limit: number, done: () => void): void => {
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limit) done();
  });
  request.on('end', done);
};
