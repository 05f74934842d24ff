import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Dispatch } from '../contract/index.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { answerReply, refuse } from './answer.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import type { EventStreams } from './event-stream.ts';
import { readJsonBody } from './json-body.ts';
import type { PageLinks } from './page-links.ts';
import type { Sessions, createSessionCookie } from './sessions.ts';

export type ApiPorts = {
  readonly dispatch: Dispatch;
  readonly links: PageLinks;
  readonly sessions: Sessions;
  readonly cookie: ReturnType<typeof createSessionCookie>;
  readonly streams: EventStreams;
  readonly log: Log;
  readonly clock: Clock;
};

/** Answers what lies under `/api/`: `POST session`, `GET events`, and each request of the contract by POST. */
export type ApiRoutes = (request: IncomingMessage, response: ServerResponse, name: string) => Promise<void>;

const signedOut = {
  status: 401,
  message: 'This page is not signed in to the app. Open a fresh link: redbooth-notifier --ui-link prints one.',
};

const tokenOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string' ? body.token : '';

export const createApiRoutes = ({ dispatch, links, sessions, cookie, streams, log, clock }: ApiPorts): ApiRoutes => {
  const limit = createAttemptLimit({ clock, most: 10, window: 60_000 });

  const openSession = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readJsonBody(request);
    if (!body.ok) return refuse(response, body.failure);
    const wait = limit.wait();
    if (wait > 0) {
      response.setHeader('Retry-After', Math.ceil(wait / 1000));
      return refuse(response, { status: 429, message: 'Too many links were wrong. Try again in a minute.' });
    }
    if (!links.redeem(tokenOf(body.value))) {
      limit.failed();
      log.warn('The page’s server refused a link that is unknown, used or too old.');
      return refuse(response, signedOut);
    }
    response.writeHead(204, { 'Set-Cookie': cookie.set(sessions.open()) }).end();
  };

  const openEvents = (request: IncomingMessage, response: ServerResponse): void => {
    const session = sessions.find(cookie.read(request.headers.cookie));
    if (session === null) return refuse(response, signedOut);
    streams.open(response, session);
  };

  const callApp = async (request: IncomingMessage, response: ServerResponse, name: string): Promise<void> => {
    const session = sessions.find(cookie.read(request.headers.cookie));
    if (session === null) return refuse(response, signedOut);
    const body = await readJsonBody(request);
    if (!body.ok) return refuse(response, body.failure);
    streams.touch(session);
    // The time limits are for slow clients; how long the app takes to answer is its own business.
    request.socket.setTimeout(0);
    answerReply(response, 200, await dispatch(name, body.value));
  };

  return async (request, response, name) => {
    const method = name === 'events' ? 'GET' : 'POST';
    if (request.method !== method) {
      response.setHeader('Allow', method);
      return refuse(response, { status: 405, message: `Ask this by ${method}.` });
    }
    if (name === 'session') return openSession(request, response);
    if (name === 'events') return openEvents(request, response);
    return callApp(request, response, name);
  };
};
