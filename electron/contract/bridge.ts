import * as v from 'valibot';
import { type Failure, failureSchema } from './error-code.ts';
import type { PageEvent } from './page-event.ts';
import { type RequestAnswer, type RequestName, type RequestPayload, requests } from './requests.ts';
import { type Result, fail, succeed } from './result.ts';

/** How the page talks to the app on either host: Electron's IPC or HTTP with server-sent events. */
export type Bridge = {
  request<Name extends RequestName>(
    name: Name,
    payload: RequestPayload<Name>,
  ): Promise<Result<RequestAnswer<Name>, Failure>>;
  /** Listens until the returned function is called. `connected` tells the page when events may have been missed. */
  subscribe(listener: (event: PageEvent) => void, connected: (isConnected: boolean) => void): () => void;
};

/** The answer to a request as it crosses IPC or HTTP. */
export const replySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), failure: failureSchema }),
]);
export type Reply = v.InferOutput<typeof replySchema>;

/**
 * Reads a reply that came over the wire; anything that does not fit the contract is an `unexpected` failure, with `notUnderstood`
 * for its message.
 */
export const readReply = <Name extends RequestName>(
  name: Name,
  wire: unknown,
  notUnderstood = 'The app gave an answer that this page does not understand. Reload the page.',
): Result<RequestAnswer<Name>, Failure> => {
  const reply = v.safeParse(replySchema, wire);
  if (!reply.success) return fail({ code: 'unexpected', message: notUnderstood });
  if (!reply.output.ok) return fail(reply.output.failure);
  const value = v.safeParse(requests[name].answer, reply.output.value);
  if (!value.success) return fail({ code: 'unexpected', message: notUnderstood });
  return succeed(value.output);
};
