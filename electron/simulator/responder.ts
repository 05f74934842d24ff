import type { Clock } from '../core/clock.ts';
import type { Faults } from './faults.ts';
import { type Reply, type Request, text } from './http.ts';
import { isLoopback } from './loopback.ts';
import type { Quirks } from './quirks.ts';

/** One request as it was asked; `at` is in ms, `status` is null while there is no answer. */
export type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  /** With its question mark; empty without one. */
  readonly search: string;
  readonly authorization: string | null;
  readonly at: number;
  readonly status: number | null;
};

type LogEntry = Omit<LoggedRequest, 'status'> & { status: number | null };

/** What the asker gets: nothing ever, a broken connection, or a reply, perhaps cut off in the middle. */
export type Answer =
  | { readonly kind: 'hang' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'reply'; readonly reply: Reply; readonly isTruncated: boolean };

export type Responder = {
  respond(request: Request, search: string): Promise<Answer>;
  requests(): readonly LoggedRequest[];
  forgetRequests(): void;
  dispose(): void;
};

const keptRequests = 100_000;

/** Answers requests, over sockets or not: applies faults and delays, keeps the log. */
export const createResponder = (options: {
  readonly clock: Clock;
  readonly quirks: Quirks;
  readonly faults: Faults;
  readonly answer: (request: Request) => Promise<Reply>;
}): Responder => {
  const { clock, quirks, faults, answer } = options;
  const delays = new Set<() => void>();
  const log: LogEntry[] = [];

  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.schedule(milliseconds, () => {
        delays.delete(cancel);
        resolve();
      });
      delays.add(cancel);
    });

  return {
    respond: async (request, search) => {
      const { method, path, headers } = request;
      const entry: LogEntry = {
        method,
        path,
        search,
        authorization: headers.authorization ?? null,
        at: clock.now(),
        status: null,
      };
      log.push(entry);
      if (log.length > keptRequests) log.splice(0, keptRequests / 10);
      const host = headers.host?.replace(/:\d+$/, '') ?? '';
      const spoiled = faults.next(method, path, search);
      if (spoiled?.kind === 'hang') return { kind: 'hang' };
      // A foreign name for this address means a page elsewhere that had its own name point here.
      const reply = !isLoopback(host)
        ? text(403, 'Only for this computer.')
        : spoiled?.kind === 'reply'
          ? spoiled.reply
          : await answer(request);
      const delay = quirks.latency + (spoiled?.kind === 'delay' ? spoiled.delay : 0);
      if (delay > 0) await wait(delay);
      if (spoiled?.kind === 'lost') return { kind: 'lost' };
      entry.status = reply.status;
      return { kind: 'reply', reply, isTruncated: spoiled?.kind === 'truncate' };
    },
    requests: () => log,
    forgetRequests: () => {
      log.length = 0;
    },
    dispose: () => {
      for (const cancel of delays) cancel();
      delays.clear();
    },
  };
};
