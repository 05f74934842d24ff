import { type CheckWords, type RunCheck, attention, notApplicable, ok } from './finding.ts';
import type { Probe } from './probe.ts';

const most = 60_000;

/** Compares the clock with what the first server that answers says in its `Date` (RFC 9110, whole seconds). More than 60 s apart is too much. */
export const checkClock =
  (words: CheckWords['clock'], servers: readonly Probe[]): RunCheck =>
  async () => {
    for (const server of servers) {
      const reply = await server();
      if (reply.kind === 'silent' || reply.ahead === null) continue;
      const apart = Math.abs(reply.ahead);
      const seconds = Math.ceil(apart / 1000);
      return apart > most ? attention(words.skewed(seconds)) : ok(words.ok(seconds));
    }
    return notApplicable(words.unknown);
  };
