import { type Log, createLog } from '../../electron/core/log.ts';

/** A log that keeps its lines, masked as they are everywhere. */
export const createFakeLog = (): Log & { readonly lines: readonly string[] } => {
  const lines: string[] = [];
  return { lines, ...createLog((level, message) => lines.push(`${level}: ${message}`)) };
};
