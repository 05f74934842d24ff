import type { Reply, Request } from './http.ts';
import type { Responder } from './responder.ts';

/** Where the simulation is for `fetch` in this process while it does not listen; nothing else ever answers there. */
export const inProcessOrigin = 'http://redbooth.localhost';

export type InProcess = {
  /** Asks the simulation without sockets, with the same answers and faults. Other addresses fail like unreachable ones. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Down: every request fails, also those waiting now. */
  setDown(isDown: boolean): void;
};

const redirects = new Set([301, 302, 303, 307, 308]);
const redirectLimit = 20;

const unreachable = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

const readRequest = async (url: URL, init: RequestInit): Promise<Request> => {
  const headers = new Headers(init.headers);
  let body = '';
  if (init.body !== undefined && init.body !== null) {
    const sent = new Response(init.body);
    const type = sent.headers.get('content-type');
    if (type !== null && !headers.has('content-type')) headers.set('content-type', type);
    body = await sent.text();
  }
  headers.set('host', url.host);
  const method = (init.method ?? 'GET').toUpperCase();
  return { method, path: url.pathname, query: url.searchParams, headers: Object.fromEntries(headers), body };
};

const writeResponse = (reply: Reply, isTruncated: boolean): Response => {
  const { status, headers, body } = reply;
  if (status === 204 || status === 304) return new Response(null, { status, headers });
  if (!isTruncated) return new Response(body, { status, headers });
  const bytes = new TextEncoder().encode(body);
  const half = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2))),
    // Only once the first half was read: an error at once would take it away.
    pull: (controller) => controller.error(unreachable('UND_ERR_SOCKET')),
  });
  return new Response(half, { status, headers });
};

/** `fetch` for tests on a fake clock, where real sockets would need real time. */
export const createInProcess = (responder: Responder, origin: () => string): InProcess => {
  const breaks = new Set<() => void>();
  let isDown = false;

  const ask = async (url: URL, init: RequestInit, hops: number): Promise<Response> => {
    if (isDown || url.origin !== origin()) throw unreachable('ECONNREFUSED');
    const answer = await responder.respond(await readRequest(url, init), url.search);
    // Nobody answers any more; the asker is let go by its signal, or when the simulation goes down.
    if (answer.kind === 'hang') return await new Promise<never>(() => undefined);
    if (answer.kind === 'lost') throw unreachable('ECONNRESET');
    const location = answer.reply.headers['location'];
    if (!redirects.has(answer.reply.status) || location === undefined || init.redirect === 'manual')
      return writeResponse(answer.reply, answer.isTruncated);
    if (init.redirect === 'error' || hops >= redirectLimit) throw new TypeError('unexpected redirect');
    const isRepeated = answer.reply.status === 307 || answer.reply.status === 308;
    const next: RequestInit = isRepeated ? init : { ...init, method: 'GET', body: null };
    return ask(new URL(location, url), next, hops + 1);
  };

  return {
    fetch: (url, init) =>
      new Promise((resolve, reject) => {
        const signal = init.signal ?? null;
        const end = (): void => {
          breaks.delete(breakOff);
          signal?.removeEventListener('abort', abort);
        };
        const breakOff = (): void => {
          end();
          reject(unreachable('ECONNRESET'));
        };
        const abort = (): void => {
          end();
          reject(signal?.reason ?? unreachable('ABORT_ERR'));
        };
        if (signal?.aborted === true) {
          abort();
          return;
        }
        breaks.add(breakOff);
        signal?.addEventListener('abort', abort, { once: true });
        ask(new URL(url), init, 0).finally(end).then(resolve, reject);
      }),
    setDown: (down) => {
      isDown = down;
      if (down) for (const breakOff of breaks) breakOff();
    },
  };
};
