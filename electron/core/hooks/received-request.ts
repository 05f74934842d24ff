import type { Clock } from '../clock.ts';
import type { MatchedHookUrl } from './hook-urls.ts';
import type { HookProblem } from './payload.ts';
import type { Ending } from './reception.ts';

/** How a request to the listener ended. */
export type RequestOutcome =
  'accepted' | 'ignored' | 'invalid' | 'works' | 'nonce' | 'not-found' | 'too-large' | 'encoded' | 'unwritable';

/** A request as a person may look at it later to see why a hook did or did not count. It holds no path. */
export type ReceivedRequest = {
  /** When its headers had arrived, in ms since 1970. */
  readonly at: number;
  readonly method: string;
  readonly status: number;
  /** Bytes of the body that were read. */
  readonly size: number;
  /** From `at` to the answer, in ms. */
  readonly duration: number;
  /** At most 200 characters. */
  readonly userAgent: string | null;
  /** The first 4 KiB of the body, as text. */
  readonly bodyStart: string;
  /** The hook URL it came by; null for all other paths. */
  readonly hookUrl: MatchedHookUrl | null;
  /** Whether a relay brought it, and not a connection to the port. */
  readonly isFromRelay: boolean;
  readonly outcome: RequestOutcome;
  /** What was wrong with it, as it was answered; null when nothing was. */
  readonly problem: HookProblem | null;
  readonly hookIds: readonly string[];
};

/** What only the reader of a request knows; asked for when somebody looks. */
export type RequestDetails = {
  readonly at: number;
  readonly method: string;
  readonly body: Buffer | null;
  readonly hookUrl: MatchedHookUrl | null;
  readonly isFromRelay: boolean;
  readonly userAgent: string | null;
};

export type NoteEnding = (ending: Ending, details: () => RequestDetails) => void;

const userAgentLength = 200;
export const bodyStartBytes = 4_096;

/** The start of a body as text; a character that the cut went through is left out. */
const startOf = (body: Buffer): string => {
  const text = body.toString('utf8', 0, bodyStartBytes);
  return body.length > bodyStartBytes ? text.replace(/\uFFFD+$/, '') : text;
};

/** What a person may see of a request that was answered: the start of its body as text, and nothing of its path. */
export const describeRequest = (
  { answer, outcome, hookIds, problem }: Ending,
  { at, method, body, hookUrl, isFromRelay, userAgent }: RequestDetails,
  clock: Clock,
): ReceivedRequest => ({
  at,
  method,
  status: answer.status,
  size: body?.length ?? 0,
  duration: Math.max(0, clock.now() - at),
  userAgent: userAgent?.slice(0, userAgentLength) ?? null,
  bodyStart: body === null ? '' : startOf(body),
  hookUrl,
  isFromRelay,
  outcome,
  problem: problem ?? null,
  hookIds,
});
