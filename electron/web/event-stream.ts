import type { ServerResponse } from 'node:http';
import type { PageEvent } from '../contract/index.ts';
import type { App } from '../core/app-port.ts';
import type { Clock } from '../core/clock.ts';

const heartbeatInterval = 25_000;
const mostStreams = 10;
/** How long, and with how many bytes waiting, a page may fail to read before it is dropped; it reconnects when it can. */
const drainLimit = 15_000;
const backlogLimit = 1024 * 1024;

/** The pages that listen, as server-sent events (WHATWG HTML 9.2). */
export type EventStreams = {
  /** Takes over `response`. Beyond 10 streams the one whose page was idle the longest is closed. */
  open(response: ServerResponse, session: string): void;
  /** The browser of this session was just used. */
  touch(session: string): void;
  /** Sends to the page that was used last; false when no page listens. */
  notifyOne(event: PageEvent): boolean;
  count(): number;
  dispose(): void;
};

type Stream = {
  readonly session: string;
  /** False when the page had to be dropped. */
  send(text: string): boolean;
  close(): void;
};

const eventText = (event: PageEvent): string => `data: ${JSON.stringify(event)}\n\n`;

export const createEventStreams = ({
  subscribe,
  clock,
}: {
  subscribe: App['subscribe'];
  clock: Clock;
}): EventStreams => {
  /** The page used last comes last. */
  let streams: readonly Stream[] = [];

  const sendToAll = (text: string): void => {
    for (const stream of streams) stream.send(text);
  };

  const unsubscribe = subscribe((event) => sendToAll(eventText(event)));

  const beat = (): void => {
    sendToAll(': still here\n\n');
    cancelHeartbeat = clock.schedule(heartbeatInterval, beat);
  };
  let cancelHeartbeat = clock.schedule(heartbeatInterval, beat);

  const createStream = (response: ServerResponse, session: string): Stream => {
    let cancelDeadline: (() => void) | null = null;
    const drained = (): void => {
      cancelDeadline?.();
      cancelDeadline = null;
    };
    const close = (): void => {
      drained();
      streams = streams.filter((other) => other !== stream);
      response.destroy();
    };
    const stream: Stream = {
      session,
      close,
      send: (text) => {
        const isFlowing = response.write(text);
        if (response.writableLength > backlogLimit) {
          close();
          return false;
        }
        if (!isFlowing) cancelDeadline ??= clock.schedule(drainLimit, close);
        return true;
      },
    };
    response.on('drain', drained);
    response.on('close', close);
    response.on('error', close);
    return stream;
  };

  return {
    open: (response, session) => {
      // The server's time limits are for requests; a stream is quiet for as long as nothing happens.
      response.socket?.setTimeout(0);
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      const stream = createStream(response, session);
      streams = [...streams, stream];
      stream.send('retry: 2000\n\n');
      for (const idle of streams.slice(0, -mostStreams)) idle.close();
    },
    touch: (session) => {
      streams = [
        ...streams.filter((stream) => stream.session !== session),
        ...streams.filter((stream) => stream.session === session),
      ];
    },
    notifyOne: (event) => {
      const text = eventText(event);
      return streams.toReversed().some((stream) => stream.send(text));
    },
    count: () => streams.length,
    dispose: () => {
      unsubscribe();
      cancelHeartbeat();
      for (const stream of streams) stream.close();
    },
  };
};
