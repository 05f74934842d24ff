import type { Clock } from '../clock.ts';
import type { IssuedNonce } from '../hooks/nonces.ts';
import { createDeadline } from './deadline.ts';
import { networkFault } from './network-fault.ts';
import type { TunnelCause } from './provider.ts';
import { type PublicAnswer, askPublicUrl } from './public-request.ts';

const timeLimit = 10_000;

/** What came out of asking the public URL. `at` is when it was proven, in ms since 1970. */
export type Proof =
  { readonly outcome: 'proven'; readonly at: number } | { readonly outcome: 'failed'; readonly cause: TunnelCause };

/** Asks the public URL for a nonce from outside. Settles within 10 s, or soon after `signal` aborts; never rejects. */
export type SelfTest = { prove(publicUrl: string, signal: AbortSignal): Promise<Proof> };

/**
 * Proves that what answers at the public URL is our own listener, by a nonce that only it knows. Nothing secret is sent:
 * neither the hook path nor a token.
 */
export const createSelfTest = (ports: { readonly issueNonce: () => IssuedNonce; readonly clock: Clock }): SelfTest => ({
  prove: async (publicUrl, signal) => {
    const issued = ports.issueNonce();
    const deadline = createDeadline(ports.clock, timeLimit, signal);
    try {
      const answer = await askPublicUrl(new URL(`${publicUrl}${issued.path}`), deadline.signal);
      const cause = causeOf(answer, issued.nonce);
      return cause === null ? { outcome: 'proven', at: ports.clock.now() } : { outcome: 'failed', cause };
    } finally {
      deadline.dispose();
      issued.forget();
    }
  },
});

/** What an answer means; the meanings of status codes are those of the relays (localtunnel#595, #616, #673, #699). */
const causeOf = (answer: PublicAnswer, nonce: string): TunnelCause | null => {
  if (answer.kind === 'error') {
    const fault = networkFault(answer.error);
    return fault === 'no-internet' || fault === 'dns' ? fault : 'no-answer';
  }
  if (answer.status === 200) return answer.body.trim() === nonce ? null : 'foreign-answer';
  if (answer.status === 401) return 'reminder-page';
  // No client by that name, or its sockets are dead.
  if ([404, 408, 429].includes(answer.status) || answer.status >= 500) return 'no-answer';
  return 'foreign-answer';
};
