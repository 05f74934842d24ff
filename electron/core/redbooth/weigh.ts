import { type Result, fail, succeed } from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Call } from './call.ts';
import type { ApiFailure, ReplyHeaders } from './client-port.ts';
import { type Exchange, exchangeTimeout } from './exchange.ts';
import { closing, refused, unreadableReply } from './failures.ts';
import { readRefusal } from './reply.ts';
import { type Setback, readRetryAfter } from './retry.ts';

/** A successful reply: its JSON, not yet checked (undefined when a write was taken without any), and its headers. */
export type ApiReply = { readonly body: unknown; readonly headers: ReplyHeaders };

/** What one attempt came to: an end, a refused token, or something that another attempt may overcome. */
export type Outcome =
  | { readonly kind: 'ended'; readonly result: Result<ApiReply, ApiFailure> }
  | { readonly kind: 'token-refused'; readonly challenge: string | null }
  | { readonly kind: 'setback'; readonly setback: Setback };

/** How long a body may be, in bytes. */
export const bodyLimit = 5 * 1024 * 1024;

/**
 * 202 is said to mean “repeat it later” (redbooth-api, General), but repeating a POST may do it twice: what has been queued
 * counts as done.
 */
const isTakenForLater = (method: Call['method'], status: number): boolean => method === 'POST' && status === 202;

const noHeaders: ReplyHeaders = { get: () => null };

const ended = (result: Result<ApiReply, ApiFailure>): Outcome => ({ kind: 'ended', result });

const setBack = (setback: Setback): Outcome => ({ kind: 'setback', setback });

/** Decides what an exchange means (redbooth-api, Errors, and General on 202 and 429). */
export const weigh = (call: Call, answer: Exchange, token: string, clock: Clock): Outcome => {
  const { method, question } = call;
  if (answer.kind === 'aborted') return ended(fail(closing));
  if (answer.kind === 'too-long') {
    if (method !== 'GET') return ended(succeed({ body: undefined, headers: noHeaders }));
    return ended(fail(unreadableReply(question.resource, 'it is longer than 5 MiB')));
  }
  if (answer.kind === 'no-answer') return setBack({ kind: 'no-answer', seconds: exchangeTimeout / 1000 });
  if (answer.kind === 'unreachable') return setBack(answer);

  const { status, headers, text } = answer;
  const retryAfter = readRetryAfter(headers.get('retry-after'), clock);
  if (status >= 200 && status < 300 && (status !== 202 || isTakenForLater(method, status))) {
    const body = parseJson(text);
    // A write is taken by its status; what else the reply says is of use, but not needed.
    if (body === undefined && method === 'GET')
      return ended(fail(unreadableReply(question.resource, 'it is not JSON')));
    return ended(succeed({ body, headers }));
  }
  if (status === 202) return setBack({ kind: 'not-ready', retryAfter });
  if (status === 401) return { kind: 'token-refused', challenge: headers.get('www-authenticate') };
  if (status === 403) return ended(fail({ kind: 'forbidden' }));
  if (status === 404) return ended(fail({ kind: 'missing' }));
  if (status === 429) return setBack({ kind: 'too-many', retryAfter });
  // 304 gets here only when nothing was asked with an ETag.
  if (status >= 500 || status === 408 || status === 304) return setBack({ kind: 'server-trouble', status, retryAfter });
  return ended(fail(refused(call, status, readRefusal(text, token))));
};

/** The JSON of a text; undefined when it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
