import type { Socket } from 'node:net';
import type { Clock } from '../clock.ts';
import { createAnswerText } from './answers.ts';
import type { Connection, Connections } from './connections.ts';
import type { HookUrls } from './hook-urls.ts';
import type { Limits } from './limits.ts';
import { readPlainHook } from './plain-hook.ts';
import type { NoteEnding } from './received-request.ts';
import type { Ending, Receive } from './reception.ts';

/**
 * The way in for every connection. Plain hooks are answered here, at half of what an HTTP server's objects cost; at the
 * first request that is anything else, the connection goes to the HTTP server for good, unread.
 */
export type HookLane = {
  /** Serves an admitted connection; `first` is what was read from it already. */
  take(connection: Connection, first: Buffer | null): void;
};

type HookLanePorts = {
  readonly hookUrls: Pick<HookUrls, 'match'>;
  readonly receive: Receive;
  readonly connections: Connections;
  readonly limits: Pick<Limits, 'keepAliveTimeout'>;
  readonly clock: Clock;
  readonly isClosing: () => boolean;
  readonly noteEnding: NoteEnding;
  /** Gives the connection to the HTTP server; its next bytes are in the socket's buffer. */
  readonly handOver: (socket: Socket) => void;
};

/** Makes the lane; it holds no timer but those of its sockets. */
export const createHookLane = (ports: HookLanePorts): HookLane => {
  const { hookUrls, receive, connections, limits, clock, isClosing, noteEnding, handOver } = ports;
  const answerText = createAnswerText({ clock, keepAliveTimeout: limits.keepAliveTimeout });

  const take = (connection: Connection, first: Buffer | null): void => {
    const { socket } = connection;
    let isAnswering = false;
    let hasEnded = false;
    /** What came before the answer to the request ahead of it. */
    let held: Buffer | null = null;

    const answer = (ending: Ending): void => {
      const close = connection.isRelay || hasEnded || isClosing();
      isAnswering = false;
      connections.answered(connection);
      if (!socket.writable) return;
      // The common answer is pure ASCII, which is cheaper to write as such.
      const isRead = socket.write(answerText(ending.answer, close), ending.answer.body === null ? 'latin1' : 'utf8');
      if (close) {
        socket.destroySoon();
      } else if (isRead) {
        goOn();
      } else {
        // Answers must not pile up for a client that does not read them: no further request is taken until it has.
        socket.pause();
        socket.once('drain', goOn);
      }
    };
    const goOn = (): void => {
      const next = held;
      held = null;
      if (socket.isPaused()) socket.resume();
      if (next) onData(next);
    };
    const onData = (chunk: Buffer): void => {
      if (isAnswering) {
        held = held ? Buffer.concat([held, chunk]) : chunk;
        socket.pause();
        return;
      }
      const hook = readPlainHook(chunk);
      const hookUrl = hook ? hookUrls.match(hook.secret) : null;
      if (!hook || !hookUrl) {
        leave(chunk);
        return;
      }
      isAnswering = true;
      connections.received(connection);
      const at = clock.now();
      receive(hook.body, hookUrl.id, (ending) => {
        answer(ending);
        noteEnding(ending, () => ({
          at,
          method: 'POST',
          body: hook.body,
          hookUrl,
          isFromRelay: connection.isRelay,
          userAgent: /^user-agent: ?(.*?)\r$/im.exec(hook.head)?.[1] ?? null,
        }));
      });
    };
    const onEnd = (): void => {
      hasEnded = true;
      if (!isAnswering) socket.end();
    };
    const onTimeout = (): void => {
      if (!isAnswering) socket.destroy();
    };
    const leave = (unread: Buffer): void => {
      socket.off('data', onData);
      socket.off('end', onEnd);
      socket.off('timeout', onTimeout);
      socket.setTimeout(0);
      socket.unshift(unread);
      handOver(socket);
    };

    socket.setTimeout(limits.keepAliveTimeout);
    socket.on('data', onData);
    socket.on('end', onEnd);
    socket.on('timeout', onTimeout);
    if (first) onData(first);
  };
  return { take };
};
