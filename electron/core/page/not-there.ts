import { type Failure, fail } from '../../contract/index.ts';

/** The answer to a page that asks for something that is gone. */
export const notThere = (what: string): { readonly ok: false; readonly failure: Failure } =>
  fail({ code: 'not-found', message: `There is no such ${what} any more.` });
