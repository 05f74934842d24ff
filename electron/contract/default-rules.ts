import type { RuleLevel, RuleScope, RuleTable } from './rules.ts';

type Levels = Readonly<Record<RuleScope, RuleLevel>>;

const close: Levels = { mine: 'notify', watched: 'notify', chosen: 'notify', other: 'list' };
const everywhere: Levels = { mine: 'notify', watched: 'notify', chosen: 'notify', other: 'notify' };
/** Nothing is left to be done about it, so only whoever had something to do with the task is told. */
const mineOnly: Levels = { mine: 'notify', watched: 'list', chosen: 'list', other: 'list' };

/**
 * The rules of somebody who chose none; docs/notifications.md gives the reason for each. A new table at each call: nothing
 * anyone does to one reaches another.
 */
export const defaultRules = (): RuleTable => ({
  assigned: { ...everywhere },
  mention: { ...everywhere },
  comment: { ...close },
  status: { ...close },
  'due-date': { ...close },
  urgent: { ...close },
  created: { ...close },
  deleted: { ...mineOnly },
  other: { ...close },
});
