import type { ReceivedRequest } from './received-request.ts';

/** A request as it is kept for a look later. `id` names it for as long as the app runs; `order` counts up. */
export type KeptRequest = ReceivedRequest & { readonly id: string; readonly order: number };

/** The last requests. */
export type RequestRing = {
  readonly note: (request: ReceivedRequest) => void;
  /** Newest first. */
  readonly all: () => readonly KeptRequest[];
  readonly find: (id: string) => KeptRequest | null;
};

const mostRequests = 200;
const mostStrangers = 50;

/**
 * Keeps the last 200 requests in memory. Those by a path that is no hook URL take 50 of the places at most: whoever scans the
 * internet would otherwise push out what the user looks for. The app's own proofs are left out.
 */
export const createRequestRing = (startedAt: number): RequestRing => {
  // Not counted from 1 at every start: a page from before must not mean another request by the same id.
  const prefix = startedAt.toString(36);
  const hooks: KeptRequest[] = [];
  const strangers: KeptRequest[] = [];
  let noted = 0;
  return {
    note: (request) => {
      if (request.outcome === 'nonce') return;
      const isStranger = request.hookUrl === null;
      const kept = isStranger ? strangers : hooks;
      noted += 1;
      kept.push({ ...request, id: `${prefix}-${noted}`, order: noted });
      if (kept.length > (isStranger ? mostStrangers : mostRequests)) kept.shift();
    },
    all: () => [...hooks, ...strangers].sort((a, b) => b.order - a.order).slice(0, mostRequests),
    find: (id) => [...hooks, ...strangers].find((request) => request.id === id) ?? null,
  };
};
