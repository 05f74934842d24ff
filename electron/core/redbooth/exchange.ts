import type { Clock } from '../clock.ts';
import { BodyTooLong, dropBody, readText } from './body.ts';
import type { Fetch, FetchOptions, FetchReply, ReplyHeaders } from './client-port.ts';

/** How long one exchange may take, headers and body together, in ms. */
export const exchangeTimeout = 20_000;

/** What came of one HTTP exchange. `aborted`: the outer signal ended it. `cause` is a system error code such as ECONNREFUSED. */
export type Exchange =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: ReplyHeaders; readonly text: string }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'unreachable'; readonly cause: string | null }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'aborted' };

type ExchangeOptions = {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The longest body of a success, in bytes. Of any other status at most `refusalLimit` is read. */
  readonly bodyLimit: number;
};

const refusalLimit = 64 * 1024;

/**
 * Sends one request and reads its answer whole, within 20 s and the body limit. Follows no redirect: a redirect is an
 * `unreachable`, so that what the request carries never goes to another address. Never rejects.
 */
export const exchange = async (options: ExchangeOptions, url: string, init: FetchOptions): Promise<Exchange> => {
  const { fetch, clock, signal, bodyLimit } = options;
  if (signal.aborted) return { kind: 'aborted' };
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal.addEventListener('abort', abort, { once: true });
  const cancelTimeout = clock.schedule(exchangeTimeout, abort);
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: controller.signal });
    const { status, headers } = response;
    if (response.ok) return { kind: 'answered', status, headers, text: await readText(response, bodyLimit) };
    return { kind: 'answered', status, headers, text: await readRefusalText(response) };
  } catch (error) {
    if (error instanceof BodyTooLong) return { kind: 'too-long' };
    if (signal.aborted) return { kind: 'aborted' };
    if (controller.signal.aborted) return { kind: 'no-answer' };
    return { kind: 'unreachable', cause: systemCode(error) };
  } finally {
    cancelTimeout();
    signal.removeEventListener('abort', abort);
  }
};

/** The body of a refusal is only ever quoted in part, so one that is too long or breaks off is not worth a failure. */
const readRefusalText = async (response: FetchReply): Promise<string> => {
  try {
    return await readText(response, refusalLimit);
  } catch {
    await dropBody(response);
    return '';
  }
};

/**
 * Only the code of a network error is kept: messages may quote headers, and with them the token. Node's fetch hides the
 * code one or two causes deep; Electron's has a message that is nothing but a code of Chromium's.
 */
const systemCode = (error: unknown): string | null => {
  let current = error;
  for (let depth = 0; depth < 4 && typeof current === 'object' && current !== null; depth += 1) {
    if ('code' in current && typeof current.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(current.code))
      return current.code;
    const chromium =
      'message' in current &&
      typeof current.message === 'string' &&
      /^net::(ERR_[A-Z0-9_]{2,60})$/.exec(current.message);
    if (chromium) return chromium[1] ?? null;
    current = 'cause' in current ? current.cause : null;
  }
  return null;
};
