import type { ChangeFilter, Overview } from '../../electron/contract/index.ts';
import type { ChangeList } from './change-list.ts';
import { needsSignIn } from './sign-in.ts';
import { lastArrival } from './welcome.ts';

/** Why the list has no rows; what stands first says most about what to do next. */
export type EmptyReason =
  | 'reading'
  | 'unreadable'
  | 'app-lost'
  | 'nothing-found'
  | 'all-read'
  | 'signed-out'
  | 'demo'
  | 'paused'
  | 'polling'
  | 'unreachable'
  | 'no-hook-yet'
  | 'quiet';

export type EmptySituation = {
  readonly state: ChangeList['state']['value'];
  readonly overview: Overview | null;
  readonly isLost: boolean;
  readonly filter: ChangeFilter;
  /** Whether the filter leaves out more than what is read. */
  readonly isNarrowed: boolean;
};

const unreachable: ReadonlySet<Overview['reachability']['state']> = new Set(['offline', 'name-lost', 'off']);

export const emptyReason = ({ state, overview, isLost, filter, isNarrowed }: EmptySituation): EmptyReason => {
  if (isLost && overview !== null) return 'app-lost';
  if (state === 'failed') return 'unreadable';
  if (state === 'loading' || overview === null) return 'reading';
  if (isNarrowed) return 'nothing-found';
  if (needsSignIn(overview.account)) return 'signed-out';
  if (filter.show === 'unread') return 'all-read';
  const isWaiting = overview.hookSource === 'tunnel' && lastArrival(overview) === null;
  if (overview.demo && overview.pause.state === 'running') return 'demo';
  if (isWaiting) return unreachable.has(overview.reachability.state) ? 'unreachable' : 'no-hook-yet';
  if (overview.pause.state === 'paused') return 'paused';
  if (overview.hookSource === 'polling') return 'polling';
  return unreachable.has(overview.reachability.state) ? 'unreachable' : 'quiet';
};
