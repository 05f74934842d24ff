import type { HookFate, HookFates } from '../changes/hook-fates.ts';
import type { RequestOutcome } from '../hooks/received-request.ts';
import type { KeptRequest } from '../hooks/request-ring.ts';
import { sentenceOf } from '../notify/sentence.ts';
import { type Reading, whyOf } from '../notify/why.ts';

/** Of a request with many hooks, this many are told of. */
const mostHooks = 10;

const outcomes: { readonly [Outcome in Exclude<RequestOutcome, 'accepted' | 'invalid'>]: string } = {
  ignored: 'Nothing to do: it was empty, or not about a task',
  works: 'The hook URL was opened, and works',
  nonce: 'The app asked itself whether it can be reached',
  'not-found': 'Turned away: not one of your hook URLs',
  'too-large': 'Turned away: more than 64 KiB',
  encoded: 'Turned away: its body was compressed',
  unwritable: 'Could not be stored, so the sender was asked to send it again later',
};

/** What became of a request, in a sentence. */
export const storyOf = (request: KeptRequest, fates: ReturnType<HookFates>, reading: Reading): string => {
  const { outcome, problem, hookIds, hookUrl } = request;
  if (outcome === 'invalid') return `Turned away: ${inside(problem ?? 'this is no hook')}`;
  if (outcome === 'not-found' && hookUrl !== null) return 'Turned away: a hook is a POST';
  if (outcome !== 'accepted') return outcomes[outcome];
  const stories = hookIds.slice(0, mostHooks).map((id) => storyOfHook(fates.get(id) ?? null, reading));
  const more = hookIds.length - mostHooks;
  return [...new Set(stories), ...(more > 0 ? [`and ${more} more`] : [])].join(' · ');
};

/** A sentence of its own as the end of another. */
const inside = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;

/** The hooks that `storyOf` looks up. */
export const hooksToldOf = (requests: readonly KeptRequest[]): readonly string[] =>
  requests.flatMap(({ hookIds }) => hookIds.slice(0, mostHooks));

const storyOfHook = (fate: HookFate | null, reading: Reading): string => {
  if (fate === null || fate.result === null) return 'Waiting for Redbooth’s answer';
  const told = fate.changes.filter(({ decision }) => decision?.kind === 'notified');
  const [first] = told;
  if (first !== undefined) {
    const more = told.length > 1 ? `, and ${told.length - 1} more` : '';
    return `Told you: ${sentenceOf(first, reading.now).title}${more}`;
  }
  const [listed] = fate.changes;
  if (listed !== undefined) return listed.decision === null ? 'About to be told' : whyOf(listed, reading);
  if (fate.result === 'not-visible') return 'You cannot see this task, or it is gone';
  return fate.result === 'gone' ? 'The task is gone' : 'Nothing had changed';
};
