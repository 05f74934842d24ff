import { CircleCheck, CircleDashed, CircleSlash, CircleX, Timer, TriangleAlert } from 'lucide';
import type { IconNode } from 'lucide';
import type { ReachabilityState } from '../../../electron/contract/index.ts';

export const reachabilityLooks: Readonly<
  Record<ReachabilityState, { tone: 'good' | 'quiet' | 'warn' | 'bad'; icon: IconNode }>
> = {
  connecting: { tone: 'quiet', icon: CircleDashed },
  online: { tone: 'good', icon: CircleCheck },
  degraded: { tone: 'warn', icon: TriangleAlert },
  offline: { tone: 'bad', icon: CircleX },
  'name-lost': { tone: 'warn', icon: TriangleAlert },
  polling: { tone: 'quiet', icon: Timer },
  off: { tone: 'quiet', icon: CircleSlash },
};
