import type { Clock } from '../core/clock.ts';
import { type Reply, html, json, redirect, text } from './http.ts';
import type { Quirks } from './quirks.ts';

/** A way for one request to go wrong. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: number }
  /** No answer, ever. */
  | { readonly hang: true }
  /** Somebody's HTML page with this status. */
  | { readonly html: number }
  /** The true answer, cut off in the middle. */
  | { readonly truncated: true }
  | { readonly redirect: string };

/** What a fault does to a request: answers in its stead, or spoils the sending of the true answer. */
type Spoiled =
  { readonly kind: 'reply'; readonly reply: Reply } | { readonly kind: 'hang' } | { readonly kind: 'truncate' };

export type Faults = {
  /** The next `count` requests whose path begins with `path` go wrong. Faults planned earlier come first. */
  failNext(count: number, fault: Fault, path: string): void;
  /** Whether this request goes wrong, by plan or by a standing quirk (rate limit, 202 first). */
  next(method: string, path: string, search: string): Spoiled | null;
};

const retryAfterHeader = (seconds: number | null | undefined): Record<string, string> =>
  seconds === null || seconds === undefined ? {} : { 'retry-after': String(seconds) };

const spoil = (fault: Fault): Spoiled => {
  if ('hang' in fault) return { kind: 'hang' };
  if ('truncated' in fault) return { kind: 'truncate' };
  if ('redirect' in fault) return { kind: 'reply', reply: redirect(fault.redirect) };
  if ('html' in fault)
    return {
      kind: 'reply',
      reply: html(fault.html, '<!doctype html><title>Redbooth</title><h1>We will be back soon</h1>'),
    };
  const headers = retryAfterHeader(fault.retryAfter);
  return {
    kind: 'reply',
    reply:
      fault.status === 429
        ? text(429, 'Retry later\n', headers)
        : json(fault.status, { error: { message: `Scripted ${fault.status}` } }, headers),
  };
};

export const createFaults = (clock: Clock, quirks: Quirks): Faults => {
  const planned: { left: number; readonly fault: Fault; readonly path: string }[] = [];
  const enqueued = new Set<string>();
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
    if (!quirks.enqueuesFirst || enqueued.delete(key)) return null;
    enqueued.add(key);
    return json(
      202,
      { status: 'Enqueued', process_token: null, retry_after: 0 },
      retryAfterHeader(quirks.retryAfter ?? 1),
    );
  };

  return {
    failNext: (count, fault, path) => {
      planned.push({ left: count, fault, path });
    },
    next: (method, path, search) => {
      const plan = planned.find((candidate) => candidate.left > 0 && path.startsWith(candidate.path));
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
