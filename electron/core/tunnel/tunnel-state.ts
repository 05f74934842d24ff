import type { ReachabilityState } from '../../contract/index.ts';
import type { TunnelCause } from './provider.ts';

/** What is known of the tunnel now. `online` only when the public URL answered with our nonce, at `provenAt` (ms). */
export type TunnelState = {
  readonly state: Exclude<ReachabilityState, 'polling'>;
  /** The public base address, also while it does not answer; null before there was one. */
  readonly url: string | null;
  readonly cause: TunnelCause | null;
  readonly provenAt: number | null;
};

/** Keeps one tunnel up and proves it by asking its own public URL for a nonce. */
export type TunnelSupervisor = {
  start(): void;
  /** After wake, unlock or a network change: try and prove at once. */
  wake(): void;
  /** Proves reachability now and answers with what came out. */
  test(): Promise<TunnelState>;
  current(): TunnelState;
  dispose(): Promise<void>;
};
