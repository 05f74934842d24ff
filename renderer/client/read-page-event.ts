import * as v from 'valibot';
import { type PageEvent, pageEventSchema } from '../../electron/contract/index.ts';

/** Reads an event that came over the wire; null when it does not fit the contract. */
export const readPageEvent = (wire: unknown): PageEvent | null => {
  const event = v.safeParse(pageEventSchema, wire);
  return event.success ? event.output : null;
};

/** The same for an event that came as a line of JSON. */
export const readPageEventLine = (line: string): PageEvent | null => {
  try {
    return readPageEvent(JSON.parse(line));
  } catch {
    return null;
  }
};
