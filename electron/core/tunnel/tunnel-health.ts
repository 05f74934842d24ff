import type { TunnelCause, TunnelTrouble } from './provider.ts';
import type { TunnelState } from './tunnel-state.ts';
import type { Proof } from './self-test.ts';

/** How long a name that is taken may still be held by ourselves: relays free it 1 to 60 s after our last socket. */
const nameGrace = 90_000;
/** The longest that two tries lie apart; a longer gap was sleep, in which the relay may have gone on holding the name. */
const longestGap = 45_000;

/** What the supervisor knows: what it shows, and what it counts to decide. */
export type TunnelHealth = {
  readonly shown: TunnelState;
  /** Openings in a row that came to nothing. */
  readonly failures: number;
  /** Proofs in a row that failed on the tunnel at hand. */
  readonly misses: number;
  /** Since the name was refused: when last, in ms since 1970, and for how long by now, in ms awake. */
  readonly nameTaken: { readonly lastAt: number; readonly duration: number } | null;
};

export type TunnelEvent =
  | { readonly kind: 'opened'; readonly url: string }
  /** The tunnel could not be opened, or has ended. */
  | { readonly kind: 'trouble'; readonly trouble: TunnelTrouble; readonly at: number }
  | { readonly kind: 'proof'; readonly proof: Proof }
  /** The tunnel seems not to work any more; the next proof will tell. */
  | { readonly kind: 'doubted' }
  | { readonly kind: 'woke' };

/** What is known of a tunnel before anything happened; without a provider there is none to open. */
export const firstHealth = (hasProvider: boolean): TunnelHealth => ({
  shown: { state: hasProvider ? 'connecting' : 'off', url: null, cause: null, provenAt: null },
  failures: 0,
  misses: 0,
  nameTaken: null,
});

/** The tunnel's state machine: what is known after an event. Pure. */
export const nextHealth = (health: TunnelHealth, event: TunnelEvent): TunnelHealth => {
  if (event.kind === 'opened') return opened(health, event.url);
  if (event.kind === 'trouble') return troubled(health, event.trouble, event.at);
  if (event.kind === 'proof')
    return event.proof.outcome === 'proven' ? proven(health, event.proof.at) : missed(health, event.proof.cause);
  if (event.kind === 'doubted') return doubted(health);
  // Woke. In sleep the relay went on holding the name for us: its time starts anew.
  return { ...health, failures: 0, nameTaken: null };
};

/** Open is not reachable yet: until the proof it stays what it was, but for a name that is ours again. */
const opened = (health: TunnelHealth, url: string): TunnelHealth => {
  const { shown } = health;
  const regained = shown.state === 'name-lost' ? ({ state: 'connecting', cause: null } as const) : {};
  return { ...health, shown: { ...shown, ...regained, url }, misses: 0, nameTaken: null };
};

const proven = (health: TunnelHealth, at: number): TunnelHealth => ({
  ...health,
  shown: { ...health.shown, state: 'online', cause: null, provenAt: at },
  failures: 0,
  misses: 0,
});

const doubted = (health: TunnelHealth): TunnelHealth =>
  health.shown.state === 'online'
    ? { ...health, shown: { ...health.shown, state: 'degraded', cause: 'relay-connections-lost' } }
    : health;

const troubled = (health: TunnelHealth, trouble: TunnelTrouble, at: number): TunnelHealth => {
  const failures = health.failures + 1;
  // Lost is lost until the relay grants the name again, even when it cannot be asked in between.
  if (health.shown.state === 'name-lost') return { ...health, failures };
  const nameTaken = trouble.cause === 'name-taken' ? takenLonger(health.nameTaken, at) : health.nameTaken;
  const isLost = trouble.cause === 'name-taken' && nameTaken !== null && nameTaken.duration >= nameGrace;
  return {
    shown: { ...health.shown, state: isLost ? 'name-lost' : 'offline', cause: trouble.cause },
    failures,
    misses: 0,
    nameTaken,
  };
};

const takenLonger = (before: TunnelHealth['nameTaken'], at: number): TunnelHealth['nameTaken'] => {
  if (!before) return { lastAt: at, duration: 0 };
  return { lastAt: at, duration: before.duration + Math.max(0, Math.min(longestGap, at - before.lastAt)) };
};

/** One miss puts a proven tunnel in doubt; one that was never proven goes on as it was. Two misses: not reachable. */
const missed = (health: TunnelHealth, cause: TunnelCause): TunnelHealth => {
  const misses = health.misses + 1;
  const { state } = health.shown;
  if (misses === 1)
    return { ...health, shown: { ...health.shown, state: state === 'online' ? 'degraded' : state, cause }, misses };
  return { ...health, shown: { ...health.shown, state: 'offline', cause }, misses, failures: health.failures + 1 };
};

/**
 * Whether the tunnel is to be closed and opened anew: two misses, unless it is this machine that cannot go out to ask.
 * Hooks may still come in then, and a name given up may not be had again; dead sockets end the tunnel by themselves.
 */
export const isSpent = ({ misses, shown }: TunnelHealth): boolean =>
  misses >= 2 && shown.cause !== 'dns' && shown.cause !== 'no-internet';
