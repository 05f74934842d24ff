import type { OperatorLine } from './line.ts';

/** One line of `--json`: `event` and `at` first, then the fields. */
export const formatLine = ({ event, ...fields }: OperatorLine, at: number): string =>
  JSON.stringify({ event, at: new Date(at).toISOString(), ...fields });
