import type { Socket } from 'node:net';
import { Transform } from 'node:stream';
import type { Clock } from '../../core/clock.ts';
import type { RequestHead } from './request-head.ts';

const slowPiece = 16;
const slowPause = 20;

/** Ties a visitor to a client's socket, byte by byte, until either is gone. */
export const forward = (
  visitor: Socket,
  head: RequestHead,
  client: Socket,
  clock: Clock,
  manner: 'plain' | 'slow' | 'cut',
): void => {
  const part = (): void => {
    client.destroy();
    visitor.destroy();
  };
  visitor.once('close', () => client.destroy());
  if (manner === 'cut') {
    cutInBody(visitor, head, client, part);
    return;
  }
  visitor.unshift(head.bytes);
  // A visitor may close its half after the request; the client would lose the answer if ours followed.
  if (manner === 'slow') {
    visitor.pipe(createTrickle(clock)).pipe(client, { end: false });
    const answer = createTrickle(clock);
    client.pipe(answer).pipe(visitor);
    client.once('close', () => answer.end());
  } else {
    visitor.pipe(client, { end: false });
    client.pipe(visitor);
    client.once('close', () => visitor.destroySoon());
  }
};

/** Passes the head and half of the body on, then breaks both connections. */
const cutInBody = (visitor: Socket, head: RequestHead, client: Socket, part: () => void): void => {
  let bytes = head.bytes;
  const wanted = head.bodyStart + Math.floor(head.contentLength / 2);
  const passHalf = (): void => {
    if (bytes.length < wanted) return;
    visitor.off('data', gather);
    client.write(bytes.subarray(0, wanted), part);
  };
  const gather = (chunk: Buffer): void => {
    bytes = Buffer.concat([bytes, chunk]);
    passHalf();
  };
  visitor.on('data', gather);
  passHalf();
};

const createTrickle = (clock: Clock): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const pass = (from: number): void => {
        if (from >= chunk.length) {
          done();
          return;
        }
        this.push(chunk.subarray(from, from + slowPiece));
        clock.schedule(slowPause, () => pass(from + slowPiece));
      };
      pass(0);
    },
  });
