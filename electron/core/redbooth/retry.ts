import type { Clock } from '../clock.ts';

/** What went wrong with one attempt, so that another may do better. */
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

/** Doubles `first` with each attempt (from 1), up to two minutes. */
export const backoff = (first: number, attempt: number): number =>
  Math.min(longestBackoff, first * 2 ** Math.min(attempt - 1, 20));

/**
 * How long to wait after the attempt of that number (from 1), in ms. What the server asks for comes first. After 429 the
 * client in live use begins with 5 s (redbooth-api, rate limit); after trouble a random part of the backoff (full
 * jitter), so that many apps do not come back together.
 */
export const waitAfter = (setback: Setback, attempt: number, random: () => number): number => {
  const asked = 'retryAfter' in setback ? setback.retryAfter : null;
  if (asked !== null) return Math.max(second, asked);
  if (setback.kind === 'not-ready') return second;
  if (setback.kind === 'too-many') return backoff(5 * second, attempt);
  return Math.floor(random() * backoff(second, attempt));
};

/** How long the caller should leave it alone once this call has given up, in ms: the same, without the chance of 0. */
export const restAfter = (setback: Setback, attempt: number): number => waitAfter(setback, attempt, () => 1);

/** Reads `Retry-After` (seconds or a date, RFC 9110) as ms from now; null when absent or unusable. */
export const readRetryAfter = (header: string | null, clock: Clock): number | null => {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * second;
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - clock.now());
};

/** The setback in words, for whoever has to do without the answer. */
export const explainSetback = (setback: Setback): string => {
  if (setback.kind === 'not-ready') return 'Redbooth is still preparing its answer. The app asks again by itself.';
  if (setback.kind === 'too-many')
    return 'Redbooth asks the app to slow down, so news may come late. The app asks again by itself.';
  if (setback.kind === 'server-trouble')
    return `Redbooth has trouble answering (${setback.status}), so news may come late. The app asks again by itself.`;
  const what =
    setback.kind === 'no-answer'
      ? `Redbooth didn’t answer within ${setback.seconds} seconds`
      : `Redbooth can’t be reached${setback.cause === null ? '' : ` (${setback.cause})`}`;
  return `${what}, so news may come late. The app asks again by itself; if this stays, check your internet connection.`;
};
