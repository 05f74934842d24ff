import { type CheckWords, type RunCheck, attention, notApplicable, ok } from './finding.ts';
import type { Probe } from './probe.ts';

/** Whether Redbooth pushes back. `restLeft`: how long the app's own requests rest, in ms; 0 where no app is asked. */
export const checkRate =
  (words: CheckWords['rate'], restLeft: () => number, redbooth: Probe): RunCheck =>
  async () => {
    const left = restLeft();
    if (left > 0) return attention(words.resting(Math.ceil(left / 1000)));
    const reply = await redbooth();
    if (reply.kind === 'silent') return notApplicable(words.unknown);
    return reply.status === 429 ? attention(words.refused) : ok(words.ok);
  };
