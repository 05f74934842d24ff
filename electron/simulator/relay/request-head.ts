import type { Socket } from 'node:net';

const headLimit = 16 * 1024;
const blankLine = Buffer.from('\r\n\r\n');

/** The first bytes of a connection, up to and including the head of its first request, and what was read beyond. */
export type RequestHead = {
  readonly bytes: Buffer;
  readonly bodyStart: number;
  readonly host: string;
  readonly contentLength: number;
};

/** Reads the head of the first request from a fresh socket, which is paused then. Null: none came, or it is too long. */
export const readRequestHead = (socket: Socket): Promise<RequestHead | null> =>
  new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    const finish = (head: RequestHead | null): void => {
      socket.pause();
      socket.off('data', read);
      socket.off('close', giveUp);
      socket.off('end', giveUp);
      resolve(head);
    };
    const giveUp = (): void => finish(null);
    const read = (chunk: Buffer): void => {
      bytes = Buffer.concat([bytes, chunk]);
      const end = bytes.indexOf(blankLine);
      if (end < 0) {
        if (bytes.length > headLimit) giveUp();
        return;
      }
      const bodyStart = end + blankLine.length;
      const text = bytes.toString('latin1', 0, end);
      finish({
        bytes,
        bodyStart,
        host: /^host: *(\S+)/im.exec(text)?.[1] ?? '',
        contentLength: Number(/^content-length: *(\d+)/im.exec(text)?.[1] ?? 0),
      });
    };
    socket.on('data', read);
    socket.once('close', giveUp);
    socket.once('end', giveUp);
  });
