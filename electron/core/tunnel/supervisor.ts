import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { backoff } from './backoff.ts';
import { createDriftWatch } from './drift-watch.ts';
import type { OpenTunnel, TunnelProvider, TunnelTrouble } from './provider.ts';
import { createRest } from './rest.ts';
import type { SelfTest } from './self-test.ts';
import { type TunnelEvent, type TunnelHealth, firstHealth, isSpent, nextHealth } from './tunnel-health.ts';
import type { TunnelState, TunnelSupervisor } from './tunnel-state.ts';

const proofInterval = 45_000;
const secondLook = 4000;
const lostNamePause = 30_000;
const finalPause = 5 * 60_000;
const patience = 10;
const shortestPause = 250;
const longestTry = 15_000;

export type TunnelSupervisorPorts = {
  /** Null: the tunnel is off. */
  readonly provider: TunnelProvider | null;
  readonly selfTest: SelfTest;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /**
   * Told once at the start and then at every difference, `provenAt` included. At `name-lost` the supervisor goes on
   * opening; a provider that has taken another name by then answers with another address.
   */
  readonly onState: (state: TunnelState) => void;
};

/**
 * Keeps one tunnel open, never two, and proves it after opening, every 45 s, after `wake` and on demand. After two
 * misses it is closed and opened anew, with backoff. Trouble that trying again cannot help is tried again at `wake`, at
 * `test`, and every 5 minutes: a 403 may come from something on the way that has nothing to do with the relay.
 */
export const createTunnelSupervisor = (ports: TunnelSupervisorPorts): TunnelSupervisor => {
  const { provider, selfTest, clock, log } = ports;
  const stop = new AbortController();
  const pause = createRest(clock);
  let health = firstHealth(provider !== null);
  let running: Promise<void> | null = null;
  let drift: { dispose(): void } | null = null;
  let isTrying = false;
  let askers: ((state: TunnelState) => void)[] = [];

  const note = (event: TunnelEvent): void => {
    const before = health.shown;
    health = nextHealth(health, event);
    const { shown } = health;
    if (isSame(before, shown)) return;
    if (before.state !== shown.state)
      log.info(`The tunnel is ${shown.state}${shown.cause === null ? '' : ` (${shown.cause})`}.`);
    ports.onState(shown);
  };
  const answerAskers = (): void => {
    const asking = askers;
    askers = [];
    for (const answer of asking) answer(health.shown);
  };
  const noteTrouble = (trouble: TunnelTrouble): void => {
    log.warn(`The tunnel failed: ${trouble.message}`);
    note({ kind: 'trouble', trouble, at: clock.now() });
    answerAskers();
  };
  const pauseLength = (trouble: TunnelTrouble | null): number => {
    if (trouble?.final && !mayPass(health)) return finalPause;
    return health.shown.state === 'name-lost' ? lostNamePause : backoff(health.failures, ports.random);
  };

  /** Opening or proving: what an interruption before it asked for. */
  const attempt = async <Outcome>(work: () => Promise<Outcome>): Promise<Outcome> => {
    pause.forget();
    isTrying = true;
    try {
      return await work();
    } finally {
      isTrying = false;
    }
  };

  /** Proves an open tunnel until it has ended, is spent, or all is to stop. */
  const attend = async (tunnel: OpenTunnel): Promise<void> => {
    const over = new AbortController();
    const endAttention = (): void => over.abort();
    stop.signal.addEventListener('abort', endAttention, { once: true });
    const noteEnd = async (): Promise<void> => {
      const trouble = await tunnel.ended;
      // It may come late, after the tunnel was closed as spent.
      if (over.signal.aborted) return;
      over.abort();
      noteTrouble(trouble);
    };
    void noteEnd();
    while (!over.signal.aborted) {
      const proof = await attempt(() => selfTest.prove(tunnel.url, over.signal));
      if (over.signal.aborted) break;
      note({ kind: 'proof', proof });
      answerAskers();
      if (isSpent(health)) break;
      await pause.rest(proof.outcome === 'proven' ? proofInterval : secondLook, over.signal);
    }
    stop.signal.removeEventListener('abort', endAttention);
    over.abort();
  };

  const doubt = (): void => {
    if (health.shown.state !== 'online') return;
    note({ kind: 'doubted' });
    // A proof under way answers as well.
    if (!isTrying) pause.interrupt();
  };

  const keepOpen = async (way: TunnelProvider): Promise<void> => {
    while (!stop.signal.aborted) {
      const beganAt = clock.now();
      const opening = await attempt(() => way.open(stop.signal, doubt));
      // Time spent on a relay that hangs is time waited: a pause is meant from try to try.
      const spent = opening.ok ? 0 : Math.min(longestTry, Math.max(0, clock.now() - beganAt));
      if (opening.ok) {
        if (!stop.signal.aborted) {
          note({ kind: 'opened', url: opening.tunnel.url });
          await attend(opening.tunnel);
        }
        await opening.tunnel.dispose();
      } else if (!stop.signal.aborted) noteTrouble(opening.trouble);
      await pause.rest(Math.max(shortestPause, pauseLength(opening.ok ? null : opening.trouble) - spent), stop.signal);
    }
  };

  const wake = (): void => {
    if (!running) return;
    note({ kind: 'woke' });
    pause.interrupt();
  };

  return {
    start: () => {
      if (running || stop.signal.aborted) return;
      ports.onState(health.shown);
      if (!provider) return;
      drift = createDriftWatch(clock, wake);
      running = keepOpen(provider);
    },
    wake,
    test: () =>
      new Promise((resolve) => {
        if (!running || stop.signal.aborted) {
          resolve(health.shown);
          return;
        }
        askers.push(resolve);
        // A try under way answers too.
        if (!isTrying) pause.interrupt();
      }),
    current: () => health.shown,
    dispose: async () => {
      stop.abort();
      drift?.dispose();
      await running;
      answerAskers();
    },
  };
};

/** A relay that has served us before and refuses now is out of order, until it has refused time and again. */
const mayPass = ({ shown, failures }: TunnelHealth): boolean => shown.provenAt !== null && failures <= patience;

const isSame = (a: TunnelState, b: TunnelState): boolean =>
  a.state === b.state && a.url === b.url && a.cause === b.cause && a.provenAt === b.provenAt;
