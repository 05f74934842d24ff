import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import { sendHead } from './answers.ts';
import type { Connection, Connections } from './connections.ts';
import type { MatchedHookUrl } from './hook-urls.ts';
import type { Limits } from './limits.ts';
import type { NoteEnding } from './received-request.ts';
import type { Ending } from './reception.ts';
import { discardBody } from './request-body.ts';

/** One request and the answer to come. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly connection: Connection;
  readonly at: number;
  hookUrl: MatchedHookUrl | null;
  /** The body once it was read wholly; null before, and for good when it was refused. */
  body: Buffer | null;
};

export type Exchanges = {
  /** Answers a request that arrived wholly; its connection may bring another one. */
  readonly reply: (exchange: Exchange, ending: Ending) => void;
  /** Answers a request whose body was not read, and closes the connection once the client had a chance to read that. */
  readonly refuse: (exchange: Exchange, ending: Ending) => void;
};

type ExchangesPorts = {
  readonly connections: Connections;
  readonly limits: Pick<Limits, 'lingerBytes' | 'lingerTimeout'>;
  readonly clock: Clock;
  readonly isClosing: () => boolean;
  readonly noteEnding: NoteEnding;
};

/** Makes the way answers go out through the HTTP server. */
export const createExchanges = ({ connections, limits, clock, isClosing, noteEnding }: ExchangesPorts): Exchanges => {
  const note = ({ request, connection, at, hookUrl, body }: Exchange, ending: Ending): void =>
    noteEnding(ending, () => ({
      at,
      method: request.method ?? '',
      body,
      hookUrl,
      isFromRelay: connection.isRelay,
      userAgent: request.headers['user-agent'] ?? null,
    }));

  return {
    reply: (exchange, ending) => {
      const { response, connection } = exchange;
      sendHead(response, ending.answer, connection.isRelay || isClosing());
      if (ending.answer.body === null) response.end();
      else response.end(ending.answer.body);
      connections.answered(connection);
      note(exchange, ending);
    },
    refuse: (exchange, ending) => {
      const { request, response, connection } = exchange;
      connection.isRefused = true;
      sendHead(response, ending.answer, true);
      // Not ended yet: that would close the connection with bytes unread, and the reset would take the answer with it.
      if (ending.answer.body !== null) response.write(ending.answer.body);
      const end = (): void => {
        cancel();
        if (!response.writableEnded) response.end();
      };
      const cancel = clock.schedule(limits.lingerTimeout, end);
      discardBody(request, limits.lingerBytes, end);
      response.once('close', cancel);
      note(exchange, ending);
    },
  };
};
