import { type Failure, fail } from '../../contract/index.ts';
import type { Reading } from '../reading.ts';

export type Gone = keyof Reading['messages']['answers']['gone'];

/** The answer to a page that asks for something that is gone. */
export const notThere = (what: Gone, { messages }: Reading): { readonly ok: false; readonly failure: Failure } =>
  fail({ code: 'not-found', message: messages.answers.gone[what] });
