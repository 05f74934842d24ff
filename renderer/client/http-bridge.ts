import {
  type Bridge,
  type Failure,
  type RequestAnswer,
  type RequestName,
  type RequestPayload,
  type Result,
  fail,
  readReply,
} from '../../electron/contract/index.ts';
import type { PageMessages } from '../messages/en/index.ts';
import { readPageEventLine } from './read-page-event.ts';

/** An open stream of server-sent events, as the bridge hears of it. */
export type StreamListener = {
  readonly opened: () => void;
  readonly message: (line: string) => void;
  readonly failed: () => void;
};

export type HttpBridgePorts = {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Opens the stream at `path` and returns what closes it. */
  readonly openStream: (path: string, listener: StreamListener) => () => void;
  /** Runs `task` once after `milliseconds`; returns what cancels it. */
  readonly schedule: (milliseconds: number, task: () => void) => () => void;
  /** The app does not know this browser, or not any more. */
  readonly unauthorized: () => void;
  readonly words: () => PageMessages['connection'];
};

/** The bridge to the headless host, which alone asks the page for a sign-in. */
export type HttpBridge = Bridge & {
  /** Trades the one-time token of a link for a session. A refusal shows at the next request. */
  signIn(token: string): Promise<void>;
};

type Wire = { kind: 'reply'; wire: unknown } | { kind: 'unauthorized' } | { kind: 'unreachable' };

/** How long to wait before trying again, in ms: quick at first, for a restart; never longer than 10 s. */
const retryDelay = (attempt: number): number => Math.min(10_000, 1_000 * 2 ** attempt);

/**
 * The bridge over HTTP: requests are POSTed to `/api/<name>`, events come from `/api/events`. A lost stream is opened
 * again by itself; before that a request finds out whether the app is away or wants a fresh sign-in.
 */
export const createHttpBridge = ({ fetch, openStream, schedule, unauthorized, words }: HttpBridgePorts): HttpBridge => {
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const send = async (name: RequestName, payload: unknown): Promise<Wire> => {
    try {
      const response = await post(`/api/${name}`, payload);
      if (response.status === 401) return { kind: 'unauthorized' };
      return { kind: 'reply', wire: await response.json() };
    } catch {
      return { kind: 'unreachable' };
    }
  };

  const request = async <Name extends RequestName>(
    name: Name,
    payload: RequestPayload<Name>,
  ): Promise<Result<RequestAnswer<Name>, Failure>> => {
    const answer = await send(name, payload);
    if (answer.kind === 'reply') return readReply(name, answer.wire, words().notUnderstood);
    if (answer.kind === 'unreachable') return fail({ code: 'unexpected', message: words().appStopped });
    unauthorized();
    return fail({ code: 'unexpected', message: words().signedOut });
  };

  const subscribe: Bridge['subscribe'] = (listener, connected) => {
    let attempt = 0;
    let stopped = false;
    let close = (): void => undefined;
    let cancel = (): void => undefined;

    const open = (): void => {
      let failed = false;
      close = openStream('/api/events', {
        opened: () => {
          attempt = 0;
          connected(true);
        },
        message: (line) => {
          const event = readPageEventLine(line);
          if (event) listener(event);
        },
        failed: () => {
          if (failed || stopped) return;
          failed = true;
          close();
          close = () => undefined;
          connected(false);
          retry();
        },
      });
    };
    const probe = async (): Promise<void> => {
      const answer = await send('overview', null);
      if (stopped) return;
      if (answer.kind === 'reply') open();
      else if (answer.kind === 'unreachable') retry();
      else unauthorized();
    };
    const retry = (): void => {
      cancel = schedule(retryDelay(attempt), () => void probe());
      attempt += 1;
    };

    open();
    return () => {
      stopped = true;
      cancel();
      close();
    };
  };

  return {
    request,
    subscribe,
    signIn: async (token) => {
      try {
        await post('/api/session', { token });
      } catch {
        // The first request finds the same and says so.
      }
    },
  };
};
