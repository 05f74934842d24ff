import type { Clock } from '../../../electron/core/clock.ts';
import type { OpenTunnel, TunnelCause, TunnelProvider, TunnelTrouble } from '../../../electron/core/tunnel/provider.ts';
import type { Proof, SelfTest } from '../../../electron/core/tunnel/self-test.ts';

export const trouble = (cause: TunnelCause, final = false): TunnelTrouble => ({ cause, message: cause, final });

export type FakeProvider = TunnelProvider & {
  /** What the next openings come to: a tunnel, trouble, or nothing until `settleOpening`. */
  next: 'open' | TunnelTrouble | 'wait';
  settleOpening(outcome: 'open' | TunnelTrouble): void;
  /** Ends the tunnel that is open. */
  end(reason: TunnelTrouble): void;
  /** How many tunnels were asked for, are open or being opened, and were so at most. */
  openings(): number;
  live(): number;
  mostLive(): number;
};

/** A provider that does what a test says, and counts. */
export const createFakeProvider = (url = 'https://name.relay.test'): FakeProvider => {
  let openings = 0;
  let live = 0;
  let mostLive = 0;
  let settle: ((outcome: 'open' | TunnelTrouble) => void) | null = null;
  let endOpen: ((reason: TunnelTrouble) => void) | null = null;
  const openTunnel = (): OpenTunnel => {
    let isOpen = true;
    const ended = new Promise<TunnelTrouble>((resolve) => {
      endOpen = resolve;
    });
    return {
      url,
      ended,
      dispose: async () => {
        if (isOpen) live -= 1;
        isOpen = false;
      },
    };
  };
  const provider: FakeProvider = {
    kind: 'localtunnel',
    next: 'open',
    open: (signal) =>
      new Promise((resolve) => {
        openings += 1;
        live += 1;
        mostLive = Math.max(mostLive, live);
        const finish = (outcome: 'open' | TunnelTrouble): void => {
          settle = null;
          if (outcome === 'open') {
            resolve({ ok: true, tunnel: openTunnel() });
            return;
          }
          live -= 1;
          resolve({ ok: false, trouble: outcome });
        };
        settle = finish;
        if (provider.next === 'wait') {
          signal.addEventListener('abort', () => settle?.(trouble('relay-hung')), { once: true });
          if (signal.aborted) settle(trouble('relay-hung'));
        } else finish(provider.next);
      }),
    settleOpening: (outcome) => settle?.(outcome),
    end: (reason) => endOpen?.(reason),
    openings: () => openings,
    live: () => live,
    mostLive: () => mostLive,
  };
  return provider;
};

export type FakeSelfTest = SelfTest & {
  /** What the next proofs come to: proven, a cause, or nothing until `settleProof`. */
  next: 'proven' | TunnelCause | 'wait';
  settleProof(outcome: 'proven' | TunnelCause): void;
  proofs(): number;
};

/** A self-test that comes out as a test says. */
export const createFakeSelfTest = (clock: Clock): FakeSelfTest => {
  let proofs = 0;
  let settle: ((outcome: 'proven' | TunnelCause) => void) | null = null;
  const selfTest: FakeSelfTest = {
    next: 'proven',
    prove: (_url, signal) =>
      new Promise<Proof>((resolve) => {
        proofs += 1;
        settle = (outcome) => {
          settle = null;
          resolve(outcome === 'proven' ? { outcome, at: clock.now() } : { outcome: 'failed', cause: outcome });
        };
        if (selfTest.next !== 'wait') settle(selfTest.next);
        else signal.addEventListener('abort', () => settle?.('no-answer'), { once: true });
      }),
    settleProof: (outcome) => settle?.(outcome),
    proofs: () => proofs,
  };
  return selfTest;
};
