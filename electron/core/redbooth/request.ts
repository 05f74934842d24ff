import { type Result, fail, succeed } from '../../contract/index.ts';
import { type Clock, pause } from '../clock.ts';
import type { Log } from '../log.ts';
import { userAgent } from '../version.ts';
import { type Question, apiUrl } from './api-url.ts';
import type { AccessTokens, ApiFailure, ApiResult, Fetch } from './client-port.ts';
import { type Exchange, exchange, exchangeTimeout } from './exchange.ts';
import {
  closing,
  noToken,
  refusedQuestion,
  refusedToken,
  tokenUnavailable,
  unavailable,
  unreadableReply,
} from './failures.ts';
import type { Limiter } from './limiter.ts';
import { readRefusal } from './reply.ts';
import {
  type Setback,
  attemptLimit,
  explainSetback,
  longestWaiting,
  readRetryAfter,
  restAfter,
  waitAfter,
} from './retry.ts';

/** A successful reply: its JSON, not yet checked, and its headers. */
export type ApiReply = { readonly body: unknown; readonly headers: Headers };

/** Asks the API one question. Rejects only when an id is not one (a bug of the caller). */
export type Ask = (question: Question) => ApiResult<ApiReply>;

export type AskPorts = {
  /** `https://host`, or `http://` on loopback, without a slash at the end (links.ts, parseOrigin). */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  /** From 0 up to 1, for the jitter. */
  readonly random: () => number;
  readonly limiter: Limiter;
  readonly log: Log;
};

const bodyLimit = 5 * 1024 * 1024;

type Refusal = { readonly token: string; readonly challenge: string | null };

/** What one attempt came to: an end, a refused token, or something that another attempt may overcome. */
type Attempt =
  | { readonly kind: 'ended'; readonly result: Result<ApiReply, ApiFailure> }
  | { readonly kind: 'token-refused'; readonly challenge: string | null }
  | { readonly kind: 'setback'; readonly setback: Setback };

/**
 * Makes the one way by which the app asks Redbooth's API: GET, a fixed origin, the token to that origin only, no
 * redirects, 20 s and 5 MiB an attempt. A call makes at most four attempts with at most 20 s of waiting between them;
 * a refused token is replaced once. `signal` ends every wait.
 */
export const createAsk = (ports: AskPorts, signal: AbortSignal): Ask => {
  const { origin, fetch, tokens, clock, random, limiter, log } = ports;

  const attempt = async (question: Question, url: string, token: string): Promise<Attempt> => {
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json', 'User-Agent': userAgent };
    const answer = await exchange({ fetch, clock, signal, bodyLimit }, url, { method: 'GET', headers });
    return weigh(question, answer, token, clock);
  };

  return async (question) => {
    const url = apiUrl(origin, question);
    const refusals: Refusal[] = [];
    let waited = 0;
    for (let number = 1; ; number += 1) {
      if (!(await limiter.take(signal))) return fail(closing);
      const current = await unlessAborted(tokens.current(), signal);
      if (signal.aborted || current === null) return fail(closing);
      if (current.kind === 'unavailable') return fail(tokenUnavailable(current.retryAfter));
      const [refusal] = refusals;
      const token = current.kind === 'token' ? current.token : null;
      if (token === null || token === refusal?.token) return fail(refusal ? refusedToken(refusal.challenge) : noToken);

      const outcome = await attempt(question, url, token);
      if (outcome.kind === 'ended') {
        if (outcome.result.ok) tokens.worked(token);
        return outcome.result;
      }
      if (outcome.kind === 'token-refused') {
        await unlessAborted(tokens.refused(token), signal);
        if (refusal) return fail(refusedToken(outcome.challenge));
        refusals.push({ token, challenge: outcome.challenge });
        // A new token is a new start: it does not use up an attempt.
        number -= 1;
        continue;
      }

      const { setback } = outcome;
      const wait = waitAfter(setback, number, random);
      if (number >= attemptLimit || waited + wait > longestWaiting)
        return fail(unavailable(explainSetback(setback), restAfter(setback, number)));
      log.info(`Redbooth, ${question.resource}: ${setback.kind}, asked again in ${wait} ms`);
      if (!(await pause(clock, wait, signal))) return fail(closing);
      waited += wait;
    }
  };
};

const ended = (result: Result<ApiReply, ApiFailure>): Attempt => ({ kind: 'ended', result });

const setBack = (setback: Setback): Attempt => ({ kind: 'setback', setback });

/** Decides what an exchange means (redbooth-api, Errors, and General on 202 and 429). */
const weigh = ({ resource }: Question, answer: Exchange, token: string, clock: Clock): Attempt => {
  if (answer.kind === 'aborted') return ended(fail(closing));
  if (answer.kind === 'too-long') return ended(fail(unreadableReply(resource, 'it is longer than 5 MiB')));
  if (answer.kind === 'no-answer') return setBack({ kind: 'no-answer', seconds: exchangeTimeout / 1000 });
  if (answer.kind === 'unreachable') return setBack(answer);

  const { status, headers, text } = answer;
  const retryAfter = readRetryAfter(headers.get('retry-after'), clock);
  if (status === 102 || status === 202) return setBack({ kind: 'not-ready', retryAfter });
  if (status >= 200 && status < 300) {
    const body = parseJson(text);
    return ended(body === undefined ? fail(unreadableReply(resource, 'it is not JSON')) : succeed({ body, headers }));
  }
  if (status === 401) return { kind: 'token-refused', challenge: headers.get('www-authenticate') };
  if (status === 403) return ended(fail({ kind: 'forbidden' }));
  if (status === 404) return ended(fail({ kind: 'missing' }));
  if (status === 429) return setBack({ kind: 'too-many', retryAfter });
  if (status >= 500 || status === 408) return setBack({ kind: 'server-trouble', status, retryAfter });
  return ended(fail(refusedQuestion(resource, status, readRefusal(text, token))));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Waits for `promise`, but not beyond an abort: then null, and whatever comes later is left alone. */
const unlessAborted = <Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value | null> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => resolve(null);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
