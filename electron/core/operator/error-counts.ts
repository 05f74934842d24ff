import type { ErrorCode } from '../../contract/index.ts';
import type { OperatorLine } from './line.ts';

/** How often an error was told since the start, and when last (ms since 1970). */
export type ErrorCount = { readonly code: ErrorCode; readonly count: number; readonly lastAt: number };

/** Counts the errors among what is told to operators; their messages are not kept. */
export type ErrorCounts = {
  readonly note: (line: OperatorLine, at: number) => void;
  /** The latest first. */
  all(): readonly ErrorCount[];
};

/** Begins to count; at most one entry for each error code. */
export const createErrorCounts = (): ErrorCounts => {
  const counts = new Map<ErrorCode, ErrorCount>();
  return {
    note: (line, at) => {
      if (line.event !== 'error') return;
      counts.set(line.code, { code: line.code, count: (counts.get(line.code)?.count ?? 0) + 1, lastAt: at });
    },
    all: () => [...counts.values()].sort((a, b) => b.lastAt - a.lastAt),
  };
};
