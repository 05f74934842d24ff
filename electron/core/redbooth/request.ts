import { type Result, fail, succeed } from '../../contract/index.ts';
import { type Clock, pause } from '../clock.ts';
import type { Log } from '../log.ts';
import { userAgent } from '../version.ts';
import { apiUrl } from './api-url.ts';
import type { Call } from './call.ts';
import type { AccessTokens, ApiFailure, ApiResult, Fetch, TokenAnswer } from './client-port.ts';
import { exchange } from './exchange.ts';
import { closing, gaveUp, noToken, refusedToken, tokenUnavailable } from './failures.ts';
import type { Limiter } from './limiter.ts';
import { createReplyCache } from './reply-cache.ts';
import { asksForRest, attemptLimit, longestWaiting, neverArrived, waitAfter } from './retry.ts';
import { createSlowDown } from './slow-down.ts';
import { type ApiReply, type Outcome, bodyLimit, parseJson, weigh } from './weigh.ts';

/** Makes one call. Rejects only when an id is not one (a bug of the caller). */
export type Send = (call: Call) => ApiResult<ApiReply>;

export type SendPorts = {
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

/** A turn is for now, not for later. In ms. */
const turnLife = 1_000;

type Refusal = { readonly token: string; readonly challenge: string | null };

/**
 * Makes the one way by which the app calls Redbooth's API: a fixed origin, the token to that origin only, no redirects,
 * 20 s and 5 MiB an attempt. A call makes at most four attempts with at most 20 s of waiting between them; a refused token is
 * replaced once. A rest that Redbooth asks for is one for all calls. Single things that have not changed since are not
 * transferred again (ETag); lists are, as their Last-Modified could hide a change within the same second. `signal` ends
 * every wait.
 */
export const createSend = (ports: SendPorts, signal: AbortSignal): Send => {
  const { origin, fetch, tokens, clock, random, limiter, log } = ports;
  const slowDown = createSlowDown();
  const replies = createReplyCache(clock);

  const attempt = async (call: Call, url: string, token: string): Promise<Outcome> => {
    const { method, question, content } = call;
    // Who am I holds private tokens of the user's, which nothing keeps (redbooth-api, GET /me).
    const isKeepable = method === 'GET' && question.id !== undefined;
    const kept = isKeepable ? replies.find(token, url) : null;
    if (method !== 'GET') replies.forget(url);
    const headers = {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      'User-Agent': userAgent,
      ...(kept && { 'If-None-Match': kept.etag }),
      ...(content && { 'Content-Type': 'application/json' }),
    };
    const body = content && JSON.stringify(content);
    const answer = await exchange({ fetch, clock, signal, bodyLimit }, url, { method, headers, ...(body && { body }) });
    if (kept && answer.kind === 'answered' && answer.status === 304)
      return { kind: 'ended', result: succeed({ body: parseJson(kept.text), headers: answer.headers }) };
    const outcome = weigh(call, answer, token, clock);
    if (isKeepable && answer.kind === 'answered' && outcome.kind === 'ended' && outcome.result.ok)
      replies.keep(token, url, answer.headers, answer.text, outcome.result.value.body);
    return outcome;
  };

  /** Waits for a turn and for what is known of the token then; a failure when there will be no turn. */
  const takeTurn = async (call: Call): Promise<Result<TokenAnswer, ApiFailure>> => {
    for (;;) {
      const turn = await limiter.take(signal, call.priority);
      if (turn.kind === 'closed') return fail(closing);
      if (turn.kind === 'resting') return fail(gaveUp(call, { kind: 'too-many', retryAfter: turn.left }, turn.left));
      const takenAt = clock.now();
      const current = await unlessAborted(tokens.current(), signal);
      if (signal.aborted || current === null) return fail(closing);
      // While a token is renewed others come to wait for it too, and must not all go at once when it is there.
      if (current.kind !== 'token' || clock.now() - takenAt < turnLife) return succeed(current);
    }
  };

  return async (call) => {
    const url = apiUrl(origin, call.question);
    const refusals: Refusal[] = [];
    let waited = 0;
    for (let number = 1; ; number += 1) {
      const taken = await takeTurn(call);
      if (!taken.ok) return taken;
      const current = taken.value;
      if (current.kind === 'unavailable') return fail(tokenUnavailable(call, current.retryAfter));
      const [refusal] = refusals;
      const token = current.kind === 'token' ? current.token : null;
      if (token === null || token === refusal?.token) return fail(refusal ? refusedToken(refusal.challenge) : noToken);

      const mark = slowDown.mark();
      const outcome = await attempt(call, url, token);
      if (outcome.kind === 'ended') {
        slowDown.answered(mark);
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
      const isTooMany = setback.kind === 'too-many';
      const wait = isTooMany ? slowDown.refused(mark, setback.retryAfter) : waitAfter(setback, number, random);
      if (asksForRest(setback)) limiter.rest(wait);
      const mayRepeat = call.method !== 'POST' || neverArrived(setback);
      if (!mayRepeat || number >= attemptLimit || waited + wait > longestWaiting)
        return fail(gaveUp(call, setback, isTooMany ? wait : waitAfter(setback, number, () => 1)));
      log.info(`Redbooth, ${call.question.resource}: ${setback.kind}, asked again in ${wait} ms`);
      waited += wait;
      // The limiter sees to a rest that is for all.
      if (!asksForRest(setback) && !(await pause(clock, wait, signal))) return fail(closing);
    }
  };
};

/** Waits for `promise`, but not beyond an abort: then null, and whatever comes later is left alone. */
const unlessAborted = <Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value | null> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => resolve(null);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
