import type { Log } from '../../electron/core/log.ts';

/** A log that keeps its lines. */
export const createMemoryLog = (): Log & { readonly lines: string[] } => {
  const lines: string[] = [];
  const keep = (message: string): void => void lines.push(message);
  return { lines, info: keep, warn: keep, error: keep };
};
