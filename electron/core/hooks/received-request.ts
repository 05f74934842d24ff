import type { Clock } from '../clock.ts';
import type { Ending } from './reception.ts';

/** How a request to the listener ended. */
export type RequestOutcome =
  'accepted' | 'ignored' | 'invalid' | 'works' | 'nonce' | 'not-found' | 'too-large' | 'encoded' | 'unwritable';

/** A request as a person may look at it later to see why a hook did or did not count. It holds no path. */
export type ReceivedRequest = {
  /** When its headers had arrived, in ms since 1970. */
  readonly at: number;
  readonly status: number;
  /** Bytes of the body that were read. */
  readonly size: number;
  /** From `at` to the answer, in ms. */
  readonly duration: number;
  /** At most 200 characters. */
  readonly userAgent: string | null;
  /** The first 4 KiB of the body, as text. */
  readonly bodyStart: string;
  readonly hookUrlId: string | null;
  readonly outcome: RequestOutcome;
  readonly hookIds: readonly string[];
};

/** What only the reader of a request knows; asked for when somebody looks. */
export type RequestDetails = {
  readonly at: number;
  readonly body: Buffer | null;
  readonly hookUrlId: string | null;
  readonly userAgent: string | null;
};

export type NoteEnding = (ending: Ending, details: () => RequestDetails) => void;

const userAgentLength = 200;
const bodyStartBytes = 4_096;

export const describeRequest = (
  { answer, outcome, hookIds }: Ending,
  { at, body, hookUrlId, userAgent }: RequestDetails,
  clock: Clock,
): ReceivedRequest => ({
  at,
  status: answer.status,
  size: body?.length ?? 0,
  duration: Math.max(0, clock.now() - at),
  userAgent: userAgent?.slice(0, userAgentLength) ?? null,
  bodyStart: body?.toString('utf8', 0, bodyStartBytes) ?? '',
  hookUrlId,
  outcome,
  hookIds,
});
