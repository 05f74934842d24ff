import type { Clock } from '../clock.ts';
import { dropBody } from '../redbooth/body.ts';
import type { Fetch } from '../redbooth/client-port.ts';
import { type NetworkFault, networkFault } from '../tunnel/network-fault.ts';
import { createDeadline } from '../tunnel/deadline.ts';
import { userAgent } from '../version.ts';

/** What a server answered: its status, and by how much this computer's clock is ahead of its own, in ms (null: it did not say). */
export type ProbeReply =
  | { readonly kind: 'answer'; readonly status: number; readonly ahead: number | null }
  | { readonly kind: 'silent'; readonly fault: NetworkFault };

/** Asks a server once, however many checks want to know. */
export type Probe = () => Promise<ProbeReply>;

const timeLimit = 10_000;

/** One GET to `url`, without a token and without following a redirect. Settles within 10 s; never rejects. */
export const createProbe = ({
  fetch,
  clock,
  url,
}: {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly url: string;
}): Probe => {
  let asked: Promise<ProbeReply> | null = null;
  const ask = async (): Promise<ProbeReply> => {
    const deadline = createDeadline(clock, timeLimit, new AbortController().signal);
    const late = deadline.over.then((): ProbeReply => ({ kind: 'silent', fault: 'timeout' }));
    try {
      return await Promise.race([send(fetch, clock, url, deadline.signal), late]);
    } finally {
      deadline.dispose();
    }
  };
  return () => {
    asked ??= ask();
    return asked;
  };
};

const send = async (fetch: Fetch, clock: Clock, url: string, signal: AbortSignal): Promise<ProbeReply> => {
  const sentAt = clock.now();
  try {
    const reply = await fetch(url, {
      headers: { 'User-Agent': userAgent, Accept: 'application/json' },
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      signal,
    });
    const answeredAt = clock.now();
    await dropBody(reply);
    const told = Date.parse(reply.headers.get('date') ?? '');
    return {
      kind: 'answer',
      status: reply.status,
      ahead: Number.isNaN(told) ? null : Math.round((sentAt + answeredAt) / 2 - told),
    };
  } catch (error) {
    return { kind: 'silent', fault: networkFault(error) };
  }
};
