import { createRandom } from '../../electron/simulator/random.ts';
import type { TunnelState } from '../../electron/core/tunnel/tunnel-state.ts';
import { type Passage, outlast, step } from './passage.ts';
import type { Spell, StormPlan } from './plan.ts';
import { type PostOutcome, postHook } from './post.ts';
import { startWorld } from './world.ts';

/** One hook that was sent. Times in ms since the begin. */
export type Post = {
  readonly taskId: string;
  readonly sentAt: number;
  readonly endedAt: number;
  readonly outcome: PostOutcome;
  /** Whether the app said "reachable" when the hook was sent. */
  readonly wasOnline: boolean;
};

/** The tunnel's state from a moment on. */
export type StateAt = Pick<TunnelState, 'state' | 'cause'> & {
  readonly at: number;
  readonly provenAt: number | null;
};

/** What was seen in a storm. */
export type StormRecord = {
  readonly spells: readonly Spell[];
  readonly posts: readonly Post[];
  readonly states: readonly StateAt[];
  /** How many times each task is in the journal. */
  readonly journalled: ReadonlyMap<string, number>;
};

export type StormPorts = {
  readonly plan: StormPlan;
  readonly seed: number;
  readonly directory: string;
  readonly passage: Passage;
  readonly onAppending: (difference: 1 | -1) => void;
  /** Told once a minute what has been seen so far. */
  readonly onMinute: (minute: number, posts: readonly Post[], states: readonly StateAt[]) => void;
};

const calm = 40_000;

/** Lets the storm of `plan` pass over a relay and the app's real way in, while hooks are sent, and says what was seen. */
export const runStorm = async (ports: StormPorts): Promise<StormRecord> => {
  const { plan, passage } = ports;
  const { clock, pass } = passage;
  const random = createRandom(ports.seed);
  const begin = clock.now();
  const posts: Post[] = [];
  const states: StateAt[] = [];
  const open = new Set<Promise<void>>();
  const world = await startWorld({
    directory: ports.directory,
    clock,
    random: () => random.fraction(),
    onAppending: ports.onAppending,
    onState: ({ state, cause, provenAt }) =>
      states.push({ at: clock.now() - begin, state, cause, provenAt: provenAt === null ? null : provenAt - begin }),
  });

  const send = (taskId: string): void => {
    const sentAt = clock.now() - begin;
    const wasOnline = world.supervisor.current().state === 'online';
    const post = async (): Promise<void> => {
      const outcome = await postHook(world.hookUrl, taskId, clock);
      posts.push({ taskId, sentAt, endedAt: clock.now() - begin, outcome, wasOnline });
    };
    const going = post().finally(() => open.delete(going));
    open.add(going);
  };

  try {
    const moves = movesOf(plan);
    let nextMove = 0;
    let sent = 0;
    let minute = 0;
    for (let now = 0; now < plan.length; now = clock.now() - begin) {
      for (let move = moves[nextMove]; move && move.at <= now; move = moves[nextMove]) {
        world.relay.fault(move.fault);
        nextMove += 1;
      }
      for (; (plan.sendings[sent] ?? Number.POSITIVE_INFINITY) <= now; sent += 1) send(String(1000 + sent));
      if (now >= (minute + 1) * 60_000) ports.onMinute((minute += 1), posts, states);
      await pass(step);
    }
    world.relay.fault(null);
    for (
      let waited = 0;
      waited < calm && (open.size > 0 || world.supervisor.current().state !== 'online');
      waited += step
    )
      await pass(step);
    return { spells: plan.spells, posts, states, journalled: world.journalled() };
  } finally {
    await outlast(passage, world.dispose());
  }
};

const movesOf = ({ spells }: StormPlan) =>
  spells.flatMap(({ faults, until }) => [
    ...faults.map(({ kind, from }) => ({ at: from, fault: kind })),
    { at: until, fault: null },
  ]);
