import * as v from 'valibot';
import { type Result, fail, succeed } from '../../../contract/index.ts';
import type { Clock } from '../../clock.ts';
import { BodyTooLong, readText } from '../../redbooth/body.ts';
import type { Fetch } from '../../redbooth/client-port.ts';
import { userAgent } from '../../version.ts';
import { createDeadline } from '../deadline.ts';
import { type NetworkFault, networkFault } from '../network-fault.ts';
import type { TunnelCause, TunnelTrouble } from '../provider.ts';
import { relayAddress } from './relay-address.ts';

/** A relay's promise to hold a port open for us. `address` and `port` are where its plain TCP sockets are dialled. */
export type Registration = {
  readonly url: string;
  readonly address: string;
  readonly port: number;
  readonly connectionLimit: number;
};

// A relay that hung and is well again is to be back within 5 s, though a try had just begun.
const timeLimit = 4000;
const replyLimit = 64 * 1024;
const mostConnections = 10;

// localtunnel/server, lib/ClientManager.js; `ip` comes from the public server only.
const replySchema = v.object({
  id: v.string(),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  url: v.pipe(v.string(), v.maxLength(2000), v.url()),
  max_conn_count: v.nullish(v.number(), 1),
  ip: v.nullish(v.string(), null),
});

const refusalSchema = v.object({ message: v.string() });

/**
 * Asks the relay at `host` for the tunnel `name` by `GET <host>/<name>`, localtunnel's whole protocol for it. Settles
 * within 4 s and never rejects. A name other than the wanted one is not taken up: the relay frees it by itself.
 */
export const register = async (
  ports: { readonly fetch: Fetch; readonly clock: Clock },
  { host, name }: { readonly host: string; readonly name: string },
  signal: AbortSignal,
): Promise<Result<Registration, TunnelTrouble>> => {
  const deadline = createDeadline(ports.clock, timeLimit, signal);
  try {
    return await Promise.race([ask(ports.fetch, host, name, deadline.signal), deadline.over.then(hung)]);
  } finally {
    deadline.dispose();
  }
};

const ask = async (
  fetch: Fetch,
  host: string,
  name: string,
  signal: AbortSignal,
): Promise<Result<Registration, TunnelTrouble>> => {
  try {
    const reply = await fetch(`${host.replace(/\/+$/, '')}/${name}`, {
      signal,
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      headers: { accept: 'application/json', 'user-agent': userAgent, 'bypass-tunnel-reminder': '1' },
    });
    const body = await readText(reply, replyLimit);
    return reply.ok ? granted(body, host, name) : refused(reply.status, body);
  } catch (error) {
    if (error instanceof BodyTooLong) return trouble('relay-reply-unusable', 'The tunnel server’s answer is too long.');
    return signal.aborted ? hung() : failed(error);
  }
};

const granted = (body: string, host: string, name: string): Result<Registration, TunnelTrouble> => {
  const reply = v.safeParse(v.pipe(v.string(), v.parseJson(), replySchema), body);
  if (!reply.success) return trouble('relay-reply-unusable', 'The tunnel server’s answer is not one of localtunnel’s.');
  const { id, port, url, max_conn_count: offered, ip } = reply.output;
  const { protocol, origin, username } = new URL(url);
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '')
    return trouble('relay-reply-unusable', 'The tunnel server gave an address that is not a web address.');
  if (id.toLowerCase() !== name.toLowerCase())
    return trouble('name-taken', 'The tunnel server has given the name to another, or still holds it.');
  return succeed({
    url: origin,
    address: relayAddress(new URL(host).hostname, ip),
    port,
    connectionLimit: Math.max(1, Math.min(mostConnections, Math.floor(offered))),
  });
};

const refused = (status: number, body: string): Result<never, TunnelTrouble> => {
  // Too busy or too slow now: everything else in the 400s says the same when asked again.
  const isFinal = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
  const words = v.safeParse(v.pipe(v.string(), v.parseJson(), refusalSchema), body);
  const reason = words.success ? `: ${words.output.message.replace(/\p{Cc}+/gu, ' ').slice(0, 200)}` : '';
  return trouble('relay-rejected', `The tunnel server answered ${status}${reason}`, isFinal);
};

const faultTroubles: { readonly [Fault in Exclude<NetworkFault, 'other'>]: readonly [TunnelCause, string] } = {
  'no-internet': ['no-internet', 'There is no way to the tunnel server.'],
  dns: ['dns', 'The tunnel server’s name could not be resolved.'],
  timeout: ['relay-hung', 'The tunnel server gave no answer in time.'],
  refused: ['relay-refused', 'The tunnel server does not take connections.'],
};

const failed = (error: unknown): Result<never, TunnelTrouble> => {
  const fault = networkFault(error);
  // Other: a redirect, a bad certificate, something that is no HTTP.
  return fault === 'other'
    ? trouble('relay-reply-unusable', `The tunnel server cannot be spoken to: ${reasonOf(error)}`)
    : trouble(...faultTroubles[fault]);
};

const hung = (): Result<never, TunnelTrouble> => trouble(...faultTroubles.timeout);

const reasonOf = (error: unknown): string => {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return reason instanceof Error ? reason.message : 'unknown';
};

const trouble = (cause: TunnelCause, message: string, final = false): Result<never, TunnelTrouble> =>
  fail({ cause, message, final });
