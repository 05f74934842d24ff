import type { Duplex } from 'node:stream';
import type { Clock } from '../clock.ts';
import * as answers from './answers.ts';
import type { Connection } from './connections.ts';

/** A connection on which no further request can be read. `error` is null when the client asked for a tunnel. */
type Broken = {
  readonly error: NodeJS.ErrnoException | null;
  readonly socket: Duplex;
  readonly connection: Connection | undefined;
  readonly linger: number;
  readonly clock: Clock;
};

const answerTo = (error: NodeJS.ErrnoException | null): answers.Answer => {
  if (error === null) return answers.notFound;
  if (error.code === 'HPE_HEADER_OVERFLOW') return answers.headersTooLarge;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return answers.tooSlow;
  return answers.malformed;
};

/**
 * Says briefly what was wrong and closes the connection. Says nothing where an answer is under way, as the client
 * would take these bytes for it. Never throws.
 */
export const endBroken = ({ error, socket, connection, linger, clock }: Broken): void => {
  const mayAnswer =
    connection !== undefined &&
    !connection.isRefused &&
    connection.fullRequests === 0 &&
    // Its last byte may have been parsed in the same piece as the error, before its body was read.
    connection.current?.complete !== true;
  if (error?.code === 'ECONNRESET' || !socket.writable || !mayAnswer) {
    socket.destroy();
    return;
  }
  connection.isRefused = true;
  const cancel = clock.schedule(linger, () => socket.destroy());
  socket.once('close', cancel);
  socket.end(answers.lastAnswerText(answerTo(error)));
};
