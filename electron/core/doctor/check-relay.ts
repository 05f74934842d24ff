import { type CheckWords, type RunCheck, broken, notApplicable, ok } from './finding.ts';
import type { Probe } from './probe.ts';

/** Whether the tunnel server answers at all; null where none is used. Any answer but a fault of its own will do. */
export const checkRelay =
  (words: CheckWords['relay'], host: string, relay: Probe | null): RunCheck =>
  async () => {
    if (relay === null) return notApplicable(words.notUsed);
    const reply = await relay();
    if (reply.kind === 'silent') return broken(words.silent, host);
    return reply.status >= 500 ? broken(words.fails, host) : ok(words.ok, host);
  };
