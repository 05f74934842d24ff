/** Whether the user, or the system, asked us to stop: the signal that said so. */
export type StopRequest = {
  requested(): NodeJS.Signals | null;
  /** Called once, at once when a stop was requested before. */
  subscribe(listener: (signal: NodeJS.Signals) => void): () => void;
};

/** Keeps the first signal; those after it add nothing. */
export const createStopRequest = (): StopRequest & { request(signal: NodeJS.Signals): void } => {
  let requested: NodeJS.Signals | null = null;
  const listeners = new Set<(signal: NodeJS.Signals) => void>();
  return {
    requested: () => requested,
    subscribe: (listener) => {
      if (requested) listener(requested);
      else listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    request: (signal) => {
      if (requested) return;
      requested = signal;
      for (const listener of listeners) listener(signal);
      listeners.clear();
    },
  };
};
