import type { Clock } from '../clock.ts';

/** What went wrong with one attempt, so that another may do better. `retryAfter` is what the server asks for, in ms. */
export type Setback =
  | { readonly kind: 'not-ready'; readonly retryAfter: number | null }
  | { readonly kind: 'too-many'; readonly retryAfter: number | null }
  | { readonly kind: 'server-trouble'; readonly status: number; readonly retryAfter: number | null }
  | { readonly kind: 'unreachable'; readonly cause: string | null }
  | { readonly kind: 'no-answer'; readonly seconds: number };

/** A call gives up after this many attempts, or before its waits would add up to more than `longestWaiting` ms. */
export const attemptLimit = 4;
export const longestWaiting = 20_000;

const second = 1000;
const longestBackoff = 120 * second;
/** No timer takes more than 24 days, and no server means it. */
const longestRetryAfter = 3600 * second;

/** Doubles `first` with each attempt (from 1), up to two minutes. */
export const backoff = (first: number, attempt: number): number =>
  Math.min(longestBackoff, first * 2 ** Math.min(attempt - 1, 20));

/**
 * How long to wait after the attempt of that number (from 1), in ms; 429 has its own count (slow-down.ts). What the server
 * asks for comes first; after trouble a random part of the backoff (full jitter), so that many apps do not come back together.
 */
export const waitAfter = (
  setback: Exclude<Setback, { kind: 'too-many' }>,
  attempt: number,
  random: () => number,
): number => {
  const asked = 'retryAfter' in setback ? setback.retryAfter : null;
  if (asked !== null) return Math.max(second, asked);
  if (setback.kind === 'not-ready') return second;
  return Math.floor(random() * backoff(second, attempt));
};

/** Whether a setback is Redbooth asking for a rest, which then is for all calls and not only for this one. */
export const asksForRest = (setback: Setback): boolean =>
  setback.kind === 'too-many' || ('retryAfter' in setback && setback.retryAfter !== null);

// Codes of Node's and of Chromium's, all from before there is a connection.
const unconnected =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$|^ERR_(?:CONNECTION_REFUSED|NAME_|DNS_)/;

/** Whether the request surely was not acted upon, so that even what must not be done twice may be sent again. */
export const neverArrived = (setback: Setback): boolean =>
  setback.kind === 'too-many' || (setback.kind === 'unreachable' && unconnected.test(setback.cause ?? ''));

/** Reads `Retry-After` (seconds or a date, RFC 9110) as ms from now, at most an hour; null when absent or unusable. */
export const readRetryAfter = (header: string | null, clock: Clock): number | null => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(longestRetryAfter, Number(text) * second);
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.min(longestRetryAfter, Math.max(0, date - clock.now()));
};
