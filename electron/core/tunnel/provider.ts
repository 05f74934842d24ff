import type { Socket } from 'node:net';

/** Stable words for what is wrong with a tunnel; docs/troubleshooting.md explains each. */
export type TunnelCause =
  | 'no-internet'
  | 'dns'
  | 'relay-refused'
  | 'relay-hung'
  | 'relay-rejected'
  | 'relay-reply-unusable'
  | 'relay-connections-lost'
  | 'name-taken'
  | 'foreign-answer'
  | 'no-answer'
  | 'reminder-page'
  | 'listener-dead'
  | 'public-url-missing';

/** Why a tunnel could not be opened or has ended. `final` means that trying the same again cannot help. */
export type TunnelTrouble = { readonly cause: TunnelCause; readonly message: string; readonly final: boolean };

/** A tunnel in operation. It says nothing about being reachable: only the nonce proves that. */
export type OpenTunnel = {
  /** The public base address, without a path, e.g. https://name.localtunnel.me */
  readonly url: string;
  /** Settles when the tunnel has ended for any reason but `dispose`. Never rejects. */
  readonly ended: Promise<TunnelTrouble>;
  dispose(): Promise<void>;
};

export type OpenResult =
  { readonly ok: true; readonly tunnel: OpenTunnel } | { readonly ok: false; readonly trouble: TunnelTrouble };

/**
 * A way to make the listener public: one file each. `open` settles within 15 s whatever the other side does, never
 * rejects, leaves nothing running when it fails or `signal` aborts, and does not retry: the supervisor does. A provider
 * that sees its open tunnel stop working, while it may yet come back by itself, calls `onDoubt`, as often as it likes.
 */
export type TunnelProvider = {
  readonly kind: 'localtunnel' | 'url';
  open(signal: AbortSignal, onDoubt?: () => void): Promise<OpenResult>;
};

/** Hands a relay's socket to the listener, which waits without limit for its first byte and then applies its limits. */
export type AcceptSocket = (socket: Socket) => void;
