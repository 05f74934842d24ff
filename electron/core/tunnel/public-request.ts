import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';
import { userAgent } from '../version.ts';
import { isLoopbackHost, lookupFor } from './loopback.ts';

const bodyLimit = 4096;

/** An answer as far as it matters here: the body is read of a 200 only, and cut at 4 KiB. */
export type PublicAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'error'; readonly error: unknown };

/**
 * One GET as a visitor from outside would send it, over a connection of its own, following no redirect. Node's own
 * client, as names under `.localhost` need a lookup of ours. Never rejects; an abort is an error.
 */
export const askPublicUrl = (url: URL, signal: AbortSignal): Promise<PublicAnswer> =>
  new Promise((resolve) => {
    const get = url.protocol === 'https:' ? getSecure : getPlain;
    const request = get(url, {
      // Elsewhere than on this machine, by way of the host's agent, which may follow a proxy; it keeps no connection that says close.
      ...(isLoopbackHost(url.hostname) && { agent: false }),
      signal,
      // Each header alone passes the reminder page of loca.lt (localtunnel#366).
      headers: { 'user-agent': userAgent, 'bypass-tunnel-reminder': '1', connection: 'close' },
      ...lookupFor(url.hostname),
    });
    request.on('error', (error) => resolve({ kind: 'error', error }));
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const chunks: Buffer[] = [];
      let length = 0;
      const settle = (): void => {
        resolve({ kind: 'answer', status, body: Buffer.concat(chunks).subarray(0, bodyLimit).toString('utf8') });
        request.destroy();
      };
      response.on('error', (error) => resolve({ kind: 'error', error }));
      if (status !== 200) {
        settle();
        return;
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > bodyLimit) settle();
      });
      response.on('end', settle);
    });
  });
