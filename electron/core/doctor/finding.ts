import type { Check } from '../../contract/index.ts';
import type { HostMessages } from '../../messages/en/index.ts';

/** What a check says in the language of whoever reads it. */
export type CheckWords = HostMessages['checks'];

/** What came of one check; the contract's Check says what its parts promise. */
export type Finding = Omit<Check, 'name' | 'title' | 'state'>;

/** Looks at one thing. `signal` aborts when its time is over; what it rejects with is told as “could not be checked”. */
export type RunCheck = (signal: AbortSignal) => Finding | Promise<Finding>;

/** What is wrong, and what to do about it. */
export type Trouble = { readonly sentence: string; readonly advice: string };

/** All is well. */
export const ok = (sentence: string, subject: string | null = null): Finding => ({
  verdict: 'ok',
  sentence,
  advice: null,
  subject,
});

/** There is nothing to check, or not from here. */
export const notApplicable = (sentence: string, subject: string | null = null): Finding => ({
  verdict: 'not-applicable',
  sentence,
  advice: null,
  subject,
});

/** It works, or will, but a person should look. */
export const attention = ({ sentence, advice }: Trouble, subject: string | null = null): Finding => ({
  verdict: 'attention',
  sentence,
  advice,
  subject,
});

/** It does not work. */
export const broken = ({ sentence, advice }: Trouble, subject: string | null = null): Finding => ({
  verdict: 'broken',
  sentence,
  advice,
  subject,
});
