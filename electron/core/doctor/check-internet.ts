import { type CheckWords, type RunCheck, attention, broken, ok } from './finding.ts';
import type { Probe } from './probe.ts';

/** Whether Redbooth answers; where it does not, another server tells whether anything does. `other`: null where there is none. */
export const checkInternet =
  (words: CheckWords['internet'], origin: string, redbooth: Probe, other: Probe | null): RunCheck =>
  async () => {
    const reply = await redbooth();
    if (reply.kind === 'answer')
      return reply.status >= 500 ? attention(words.redboothFails, origin) : ok(words.ok, origin);
    if (other !== null && (await other()).kind === 'answer') return broken(words.redboothSilent, origin);
    return broken(reply.fault === 'dns' ? words.unnamed : words.offline, origin);
  };
