import { type Result, succeed } from '../../contract/index.ts';
import type { Log } from '../log.ts';
import * as answers from './answers.ts';
import type { Hook } from './hook.ts';
import type { AppendHook, JournalFailure } from './journal-port.ts';
import type { AppendHooks } from './journal.ts';
import { type HookProblem, readPayload } from './payload.ts';
import type { RequestOutcome } from './received-request.ts';

/** How a request ends. */
export type Ending = {
  readonly answer: answers.Answer;
  readonly outcome: RequestOutcome;
  readonly hookIds: readonly string[];
  /** What is wrong with the request, when that is why. */
  readonly problem?: HookProblem;
};

/** Takes the body of a POST to a hook URL, and calls `end` once with how to answer: after the commit, never before. */
export type Receive = (body: Buffer, hookUrlId: string, end: (ending: Ending) => void) => void;

type ReceptionPorts = { readonly append: AppendHook; readonly appendMany: AppendHooks; readonly log: Log };

const ignored: Ending = { answer: answers.taken, outcome: 'ignored', hookIds: [] };
const unwritable: Ending = { answer: answers.unwritable, outcome: 'unwritable', hookIds: [] };

/** Makes the reception: it reads the payload, appends its hooks to the journal, and never answers 200 before that is committed. */
export const createReception = ({ append, appendMany, log }: ReceptionPorts): Receive => {
  let isJournalDown = false;

  /** One line when the journal stops taking hooks and one when it does again, not one for each hook. */
  const noteJournal = (trouble: string | null): void => {
    if (trouble !== null && !isJournalDown) log.error(trouble);
    if (trouble === null && isJournalDown) log.info('Hooks can be stored again.');
    isJournalDown = trouble !== null;
  };

  const endingOf = (stored: Result<readonly Hook[], JournalFailure>): Ending => {
    noteJournal(stored.ok ? null : stored.failure.message);
    return stored.ok
      ? { answer: answers.taken, outcome: 'accepted', hookIds: stored.value.map(({ id }) => id) }
      : unwritable;
  };

  return (body, hookUrlId, end) => {
    const payload = readPayload(body);
    if (payload.kind === 'ignored') {
      end(ignored);
      return;
    }
    if (payload.kind === 'invalid') {
      end({ answer: answers.invalidHook(payload.message), outcome: 'invalid', hookIds: [], problem: payload.problem });
      return;
    }
    const [first] = payload.hooks;
    // Nearly always it is one.
    if (first && payload.hooks.length === 1)
      void append({ taskId: first.taskId, action: first.action, source: 'listener', hookUrlId }).then((stored) =>
        end(endingOf(stored.ok ? succeed([stored.value]) : stored)),
      );
    else
      void appendMany(
        payload.hooks.map(({ taskId, action }) => ({ taskId, action, source: 'listener', hookUrlId })),
      ).then((stored) => end(endingOf(stored)));
  };
};
