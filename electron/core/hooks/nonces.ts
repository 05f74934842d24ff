import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** A question that only this app can answer: `path` is asked for through the public URL, `nonce` must come back. */
export type IssuedNonce = {
  readonly path: string;
  readonly nonce: string;
  /** Call once the answer came or nobody waits for it any more. */
  readonly forget: () => void;
};

/** Proofs of reachability. A nonce answers for 60 s; the answer cannot be worked out from the path. */
export type Nonces = {
  issue(): IssuedNonce;
  /** The nonce to answer `path` with, or null when the path is not one that is waited for. */
  answer(path: string): string | null;
};

const lifetime = 60_000;
const most = 64;

/** Makes the book of nonces; it holds the 64 newest at most. */
export const createNonces = ({ clock }: { readonly clock: Clock }): Nonces => {
  const issued = new Map<string, { readonly nonce: string; readonly issuedAt: number }>();
  const isLive = (issuedAt: number): boolean => {
    const age = clock.now() - issuedAt;
    // A clock that was set back must not make a nonce live for longer.
    return age >= 0 && age < lifetime;
  };
  return {
    issue: () => {
      for (const [path, { issuedAt }] of issued) if (!isLive(issuedAt) || issued.size >= most) issued.delete(path);
      const path = `/nonce/${randomBytes(16).toString('base64url')}`;
      const nonce = randomBytes(16).toString('base64url');
      issued.set(path, { nonce, issuedAt: clock.now() });
      return { path, nonce, forget: () => void issued.delete(path) };
    },
    answer: (path) => {
      const found = issued.get(path);
      return found && isLive(found.issuedAt) ? found.nonce : null;
    },
  };
};
