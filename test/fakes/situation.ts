import { defaultRules } from '../../electron/contract/default-rules.ts';
import type { RuleSituation } from '../../electron/core/notify/rules.ts';
import { createFakeClock } from './clock.ts';

/** What the rules look at when nobody has chosen anything, with whatever a test cares about. */
export const aSituation = (part: Partial<RuleSituation> = {}): RuleSituation => ({
  rules: defaultRules(),
  chosenProjects: new Set(),
  mutes: [],
  isPaused: false,
  isQuiet: false,
  isDoNotDisturb: false,
  now: createFakeClock().now(),
  ...part,
});
