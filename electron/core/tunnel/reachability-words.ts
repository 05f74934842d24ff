import type { HookSource, Reachability, ReachabilityState } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';
import type { TunnelCause } from './provider.ts';
import type { TeamState } from '../team/session.ts';
import type { TunnelState } from './tunnel-state.ts';

type Words = HostMessages['reachability'];
type Described = Pick<Reachability, 'state' | 'provenAt'> & Pick<TunnelState, 'cause'>;

const polling: Described = { state: 'polling', cause: null, provenAt: null };

/** What the state of the team's stream means for the user, in words. */
export const describeTeam = (
  { state, trouble }: TeamState,
  { team: words }: Pick<HostMessages, 'team'>,
): Reachability => ({
  state,
  sentence: words.states[state],
  detail: trouble === null ? null : words.troubles[trouble.code],
  cause: trouble?.code ?? null,
  provenAt: null,
});

/** What the tunnel's state means for the user, in words: what happened, what still works, what to do. Polling needs none. */
export const describeReachability = (
  tunnel: TunnelState,
  source: HookSource,
  { reachability: words }: Pick<HostMessages, 'reachability'>,
): Reachability => {
  const { state, cause, provenAt } = source === 'polling' ? polling : tunnel;
  return { state, sentence: words.states[state], detail: detailOf(state, cause, words), cause, provenAt };
};

const detailOf = (state: ReachabilityState, cause: TunnelCause | null, words: Words): string | null => {
  const trouble = cause === null ? null : words.causes[cause];
  switch (state) {
    case 'online':
      return null;
    case 'offline':
      return trouble === null ? words.catchUp : `${trouble.what} ${words.catchUp} ${trouble.next}`;
    case 'connecting':
      return trouble === null ? null : `${trouble.what} ${trouble.next}`;
    case 'degraded':
    case 'name-lost':
    case 'off':
    case 'polling':
      return words.details[state];
  }
};
