import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createRandom } from '../../electron/simulator/random.ts';
import type { RelayFault } from '../../electron/simulator/relay/fault.ts';
import { createFastPassage, outlast, step } from '../storm/passage.ts';
import { postHook } from '../storm/post.ts';
import { type World, startWorld } from '../storm/world.ts';

/** What the process holds at a moment of rest, when the tunnel is online. */
export type Holdings = {
  readonly sockets: number;
  readonly servers: number;
  /** Of the machine's clock and of the core's. */
  readonly timers: number;
  /** Bytes on the heap and outside it, after garbage collection. */
  readonly memory: number;
};

export type SoakPorts = {
  readonly directory: string;
  readonly warmUp: number;
  readonly reconnects: number;
  readonly onHundred: (reconnects: number, holdings: Holdings) => void;
};

/** What is held after the warm-up, and after the reconnects that followed it. */
export type SoakResult = { readonly before: Holdings; readonly after: Holdings };

/** Ways to lose all connections at once, each with how long it lasts in ms: past the relay's grace time, the name too. */
const losses: readonly (readonly [RelayFault, number])[] = [
  ['drop', 20],
  ['refuse', 1500],
  ['half-close', 20],
  ['refuse', 100],
];
const limit = 60_000;

/**
 * Takes the connection away from the tunnel again and again; each time it must be proven again within a minute and bring a hook
 * through, or this rejects. Time is simulated, sockets are real.
 */
export const soakReconnects = async (ports: SoakPorts): Promise<SoakResult> => {
  const collectGarbage = garbageCollector();
  const random = createRandom(1);
  let appending = 0;
  const passage = createFastPassage(() => appending > 0);
  const { clock, pass } = passage;
  const world = await startWorld({
    directory: ports.directory,
    clock,
    random: () => random.fraction(),
    onState: () => undefined,
    onAppending: (difference) => {
      appending += difference;
    },
  });
  const until = async (what: string, isSo: () => boolean): Promise<void> => {
    for (let waited = 0; !isSo(); waited += step) {
      if (waited > limit) throw new Error(`${what}: not within a minute`);
      await pass(step);
    }
  };
  const isProvenSince = (moment: number): boolean => {
    const { state, provenAt } = world.supervisor.current();
    return state === 'online' && (provenAt ?? 0) >= moment;
  };
  const reconnect = async (turn: number): Promise<void> => {
    const [kind, duration] = losses[turn % losses.length] ?? ['drop', step];
    world.relay.fault(kind);
    await pass(duration);
    world.relay.fault(null);
    const healedAt = clock.now();
    await until(`reconnect ${turn} after ${kind}`, () => isProvenSince(healedAt));
    await deliver(world, turn);
  };
  const deliver = async ({ hookUrl }: World, turn: number): Promise<void> => {
    const outcome = await outlast(passage, postHook(hookUrl, String(turn + 1), clock));
    if (outcome !== 'acknowledged') throw new Error(`hook ${turn} was ${outcome}`);
  };
  const rest = async (): Promise<Holdings> => {
    // Until every slot has its socket again and what was closed is gone.
    await pass(12_000);
    collectGarbage();
    return holdings(passage.waiting());
  };

  try {
    await until('the first connection', () => isProvenSince(0));
    let turn = 0;
    for (; turn < ports.warmUp; turn += 1) await reconnect(turn);
    const before = await rest();
    for (; turn < ports.warmUp + ports.reconnects; turn += 1) {
      await reconnect(turn);
      const done = turn + 1 - ports.warmUp;
      if (done % 100 === 0) ports.onHundred(done, await rest());
    }
    return { before, after: await rest() };
  } finally {
    await outlast(passage, world.dispose());
  }
};

const garbageCollector = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('there is no garbage collector to call');
  return () => {
    for (let round = 0; round < 3; round += 1) Reflect.apply(collect, undefined, []);
  };
};

const holdings = (waiting: number): Holdings => {
  const resources = process.getActiveResourcesInfo();
  const count = (...kinds: readonly string[]): number => resources.filter((kind) => kinds.includes(kind)).length;
  const { heapUsed, external } = process.memoryUsage();
  return {
    sockets: count('TCPSocketWrap', 'TCPWRAP', 'TCPConnectWrap'),
    servers: count('TCPServerWrap', 'TCPSERVERWRAP'),
    timers: count('Timeout') + waiting,
    memory: heapUsed + external,
  };
};
