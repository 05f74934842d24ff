import type { Clock } from '../clock.ts';
import type { Fetch } from '../redbooth/client-port.ts';
import { exchange } from '../redbooth/exchange.ts';
import { userAgent } from '../version.ts';
import { type CheckWords, type Finding, type RunCheck, attention, broken, notApplicable, ok } from './finding.ts';

/**
 * The sign-in as it is kept, seen from outside the app. `renewable`: there is none in force, but the app can get one; it is
 * left to do so, as Redbooth may take a refresh token once only. `sealed`: only the app can read it.
 */
export type KeptSignIn =
  | { readonly kind: 'token'; readonly token: string; readonly source: string }
  | { readonly kind: 'renewable' | 'none' | 'expired' | 'sealed' | 'unreadable' };

const bodyLimit = 64 * 1024;

/** Whether Redbooth accepts the token in force. The source is shown, the token never. */
export const checkKeptAccount =
  (
    words: CheckWords['account'],
    ports: {
      readonly fetch: Fetch;
      readonly clock: Clock;
      readonly origin: string;
      readonly signIn: () => Promise<KeptSignIn>;
    },
  ): RunCheck =>
  async (signal): Promise<Finding> => {
    const kept = await ports.signIn();
    switch (kept.kind) {
      case 'none':
        return broken(words.signedOut);
      case 'expired':
        return broken(words.expired);
      case 'unreadable':
        return broken(words.unreadable);
      case 'sealed':
        return notApplicable(words.sealed);
      case 'renewable':
        return ok(words.kept);
      case 'token':
        break;
    }
    const headers = { Authorization: `Bearer ${kept.token}`, Accept: 'application/json', 'User-Agent': userAgent };
    const answer = await exchange({ ...ports, signal, bodyLimit }, `${ports.origin}/api/3/me`, { headers });
    if (answer.kind !== 'answered') return attention(words.unknown, kept.source);
    if (answer.status === 401) return broken(words.expired, kept.source);
    return answer.status === 200 ? ok(words.ok, kept.source) : attention(words.unknown, kept.source);
  };
