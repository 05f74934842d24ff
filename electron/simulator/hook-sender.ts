import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { loopbackLookup } from './loopback.ts';

/** A request to a hook URL; `timeout` in ms. */
export type HookRequest = {
  readonly target: string;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly contentType: string;
  readonly body: string;
  readonly timeout: number;
};

/** How a request to a hook URL ended: `failure` says why there is no status. */
export type HookOutcome = { readonly status: number | null; readonly failure: string | null };

/** Sends one request. Calls `ended` once; the returned function cuts it short. */
export type SendHook = (request: HookRequest, ended: (outcome: HookOutcome) => void) => () => void;

/** Sends over real sockets, each request on its own. */
export const sendOverSockets: SendHook = ({ target, method, contentType, body, timeout }, ended) => {
  let hasEnded = false;
  const end = (status: number | null, failure: string | null): void => {
    if (hasEnded) return;
    hasEnded = true;
    ended({ status, failure });
  };
  const url = new URL(target);
  const onAnswer = (answer: IncomingMessage): void => {
    answer.resume();
    answer.on('end', () => end(answer.statusCode ?? null, null));
    answer.on('close', () => end(null, 'answer cut short'));
  };
  const headers = { 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
    url,
    { method, agent: false, lookup: loopbackLookup, timeout, headers },
    onAnswer,
  );
  request.on('timeout', () => request.destroy(new Error('no answer in time')));
  request.on('error', (error) => end(null, error.message));
  request.end(body);
  return () => request.destroy();
};
