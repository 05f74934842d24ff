import type { HookFate, HookFates } from '../changes/hook-fates.ts';
import type { KeptRequest } from '../hooks/request-ring.ts';
import { sentenceOf } from '../notify/sentence.ts';
import { whyOf } from '../notify/why.ts';
import type { Reading } from '../reading.ts';

/** Of a request with many hooks, this many are told of. */
const mostHooks = 10;

/** What became of a request, in a sentence. */
export const storyOf = (request: KeptRequest, fates: ReturnType<HookFates>, reading: Reading): string => {
  const { outcome, problem, hookIds, hookUrl } = request;
  const words = reading.messages.requests;
  if (outcome === 'invalid') return words.invalid[problem ?? 'unknown'];
  if (outcome === 'not-found' && hookUrl !== null) return words.notPost;
  if (outcome !== 'accepted') return words.outcomes[outcome];
  const stories = hookIds.slice(0, mostHooks).map((id) => storyOfHook(fates.get(id) ?? null, reading));
  const more = hookIds.length - mostHooks;
  return [...new Set(stories), ...(more > 0 ? [words.more(more)] : [])].join(' · ');
};

/** The hooks that `storyOf` looks up. */
export const hooksToldOf = (requests: readonly KeptRequest[]): readonly string[] =>
  requests.flatMap(({ hookIds }) => hookIds.slice(0, mostHooks));

const storyOfHook = (fate: HookFate | null, reading: Reading): string => {
  const words = reading.messages.requests;
  if (fate === null || fate.result === null) return words.waiting;
  const told = fate.changes.filter(({ decision }) => decision?.kind === 'notified');
  const [first] = told;
  if (first !== undefined) return words.told(sentenceOf(first, reading).title, told.length - 1);
  const [listed] = fate.changes;
  if (listed !== undefined) return listed.decision === null ? words.aboutToBeTold : whyOf(listed, reading);
  if (fate.result === 'not-visible') return words.notVisible;
  return fate.result === 'gone' ? words.gone : words.unchanged;
};
