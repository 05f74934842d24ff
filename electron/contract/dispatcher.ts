import * as v from 'valibot';
import type { Reply } from './bridge.ts';
import type { Failure } from './error-code.ts';
import { type RequestAnswer, type RequestName, type RequestPayload, isRequestName, requests } from './requests.ts';
import { type Result, fail } from './result.ts';

/** The app's side of the contract: one handler for each request. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    payload: RequestPayload<Name>,
  ) => Result<RequestAnswer<Name>, Failure> | Promise<Result<RequestAnswer<Name>, Failure>>;
};

/** Answers a request that came over the wire. Never throws: what does not fit the contract is answered as a failure. */
export type Dispatch = (name: unknown, payload: unknown) => Promise<Reply>;

/**
 * Makes the one door through which both hosts let the page in: the name must be in the contract, the payload must
 * fit its schema, and what a handler throws is answered as `explain` says; null: it is a bug, answered as `unexpected`.
 */
export const createDispatch = (handlers: RequestHandlers, explain: (error: unknown) => Failure | null): Dispatch => {
  const call = async <Name extends RequestName>(
    name: Name,
    payload: unknown,
  ): Promise<Result<RequestAnswer<Name>, Failure>> => {
    const parsed = v.safeParse(requests[name].payload, payload);
    if (!parsed.success)
      return fail({
        code: 'bad-request',
        message: `The payload of “${name}” is not valid: ${v.summarize(parsed.issues)}`,
      });
    try {
      return await handlers[name](parsed.output);
    } catch (error) {
      return fail(
        explain(error) ?? { code: 'unexpected', message: 'Something went wrong inside the app. Its log says more.' },
      );
    }
  };
  return async (name, payload) =>
    isRequestName(name)
      ? call(name, payload)
      : fail({ code: 'bad-request', message: 'The app does not know this request.' });
};
