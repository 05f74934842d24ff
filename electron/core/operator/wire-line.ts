import type { OperatorLine } from './line.ts';

/** One line of `--json` as it came over the pipe. */
export type WireLine = {
  readonly event: OperatorLine['event'];
  /** The field's text, made safe for a terminal; null when it has none. */
  text(field: string): string | null;
};

const events: Readonly<Record<OperatorLine['event'], true>> = {
  ready: true,
  tunnel: true,
  team: true,
  account: true,
  hook: true,
  change: true,
  settled: true,
  notification: true,
  skipped: true,
  error: true,
};

const isEvent = (name: unknown): name is OperatorLine['event'] =>
  typeof name === 'string' && Object.hasOwn(events, name);

/** Reads a line, or null when it is none of ours. Needs no packages, as it runs before anything else does. */
export const readWireLine = (line: string): WireLine | null => {
  const fields = readFields(line);
  const event = fields?.get('event');
  if (!fields || !isEvent(event)) return null;
  return {
    event,
    text: (field) => {
      const value = fields.get(field);
      return typeof value === 'string' && value !== '' ? safeForTerminal(value) : null;
    },
  };
};

const readFields = (line: string): ReadonlyMap<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
  } catch {
    return null;
  }
};

/**
 * Titles and comments are written by others: control characters could steer the terminal, and those that turn the
 * direction of text could dress a line up as another.
 */
const safeForTerminal = (text: string): string =>
  text
    .replace(/\s*[\n\r\u2028\u2029]+\s*/g, ' · ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
