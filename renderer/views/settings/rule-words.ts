import type { RuleScope, RuleSubject } from '../../../electron/contract/index.ts';

/** Whoever is given a task, or loses it, has it in their own: the other columns never apply. */
export const canApply = (subject: RuleSubject, scope: RuleScope): boolean => subject !== 'assigned' || scope === 'mine';
