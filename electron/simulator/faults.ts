import type { Clock } from '../core/clock.ts';
import { type Reply, html, json, redirect, text } from './http.ts';
import type { Quirks } from './quirks.ts';

/** A way for one request to go wrong. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: number }
  /** A refusal as the OAuth server words it (`invalid_grant`, `invalid_client`, ...): 401 for the client, else 400. */
  | { readonly oauth: string }
  /** No answer, ever; nothing is done. */
  | { readonly hang: true }
  /** It is done, but the connection breaks before the answer. */
  | { readonly lost: true }
  /** It is done, and the true answer comes after so many ms. */
  | { readonly delay: number }
  /** Somebody's HTML page with this status. */
  | { readonly html: number }
  /** The true answer, cut off in the middle. */
  | { readonly truncated: true }
  | { readonly redirect: string };

/** What a fault does to a request: answers in its stead, or spoils the sending of the true answer. */
type Spoiled =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'delay'; readonly delay: number }
  | { readonly kind: 'hang' | 'lost' | 'truncate' };

export type Faults = {
  /** The next `count` requests whose path begins with `path` go wrong. Faults planned earlier come first. */
  failNext(count: number, fault: Fault, path: string, method: string | null): void;
  /** Whether this request goes wrong, by plan or by a standing quirk (rate limit, 202 first). */
  next(method: string, path: string, search: string): Spoiled | null;
};

const retryAfterHeader = (seconds: number | null | undefined): Record<string, string> =>
  seconds === null || seconds === undefined ? {} : { 'retry-after': String(seconds) };

const spoil = (fault: Fault): Spoiled => {
  if ('hang' in fault) return { kind: 'hang' };
  if ('lost' in fault) return { kind: 'lost' };
  if ('delay' in fault) return { kind: 'delay', delay: fault.delay };
  if ('truncated' in fault) return { kind: 'truncate' };
  if ('redirect' in fault) return { kind: 'reply', reply: redirect(fault.redirect) };
  if ('oauth' in fault) {
    const status = fault.oauth === 'invalid_client' ? 401 : 400;
    return { kind: 'reply', reply: json(status, { error: fault.oauth, error_description: `Scripted ${fault.oauth}` }) };
  }
  if ('html' in fault)
    return {
      kind: 'reply',
      reply: html(fault.html, '<!doctype html><title>Redbooth</title><h1>We will be back soon</h1>'),
    };
  const headers = retryAfterHeader(fault.retryAfter);
  if (fault.status === 429) return { kind: 'reply', reply: text(429, 'Retry later\n', headers) };
  if (fault.status === 202) return { kind: 'reply', reply: enqueued(fault.retryAfter) };
  return { kind: 'reply', reply: json(fault.status, { error: { message: `Scripted ${fault.status}` } }, headers) };
};

/** The recorded answer to a slow call (redbooth-api, General). */
const enqueued = (retryAfter: number | null | undefined): Reply =>
  json(202, { status: 'Enqueued', process_token: null, retry_after: 0 }, retryAfterHeader(retryAfter));

export const createFaults = (clock: Clock, quirks: Quirks): Faults => {
  const planned: { left: number; readonly fault: Fault; readonly path: string; readonly method: string | null }[] = [];
  const asked = new Set<string>();
  let recent: number[] = [];

  const limited = (): Reply | null => {
    if (quirks.requestsPerSecond === null) return null;
    recent = recent.filter((at) => at > clock.now() - 1000);
    if (recent.length >= quirks.requestsPerSecond)
      return text(429, 'Retry later\n', retryAfterHeader(quirks.retryAfter));
    recent.push(clock.now());
    return null;
  };
  const enqueuedFirst = (key: string): Reply | null => {
    if (!quirks.enqueuesFirst || asked.delete(key)) return null;
    asked.add(key);
    return enqueued(quirks.retryAfter ?? 1);
  };

  return {
    failNext: (count, fault, path, method) => {
      planned.push({ left: count, fault, path, method });
    },
    next: (method, path, search) => {
      const plan = planned.find(
        (candidate) =>
          candidate.left > 0 &&
          path.startsWith(candidate.path) &&
          (candidate.method === null || candidate.method === method),
      );
      if (plan) {
        plan.left -= 1;
        if (plan.left === 0) planned.splice(planned.indexOf(plan), 1);
        return spoil(plan.fault);
      }
      if (!path.startsWith('/api/')) return null;
      const reply = limited() ?? enqueuedFirst(`${method} ${path}${search}`);
      return reply ? { kind: 'reply', reply } : null;
    },
  };
};
