// Apart from the rest of the contract, so that the preload is not loaded with all its schemas for each window.

/** What the preload exposes to the page as `window.notifier`: plain values only, checked on both sides. */
export type PreloadBridge = {
  request(name: string, payload: unknown): Promise<unknown>;
  subscribe(listener: (event: unknown) => void): () => void;
};

/** The names of the two IPC channels. */
export const channels = { request: 'redbooth-notifier:request', event: 'redbooth-notifier:event' } as const;
