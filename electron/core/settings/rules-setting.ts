import * as v from 'valibot';
import { type RuleTable, defaultRules, ruleLevels, ruleScopes, ruleSubjects } from '../../contract/index.ts';

const given = v.record(v.picklist(ruleSubjects), v.record(v.picklist(ruleScopes), v.picklist(ruleLevels)));

const laidOverDefaults = (part: v.InferOutput<typeof given>): RuleTable => {
  const rules = defaultRules();
  for (const subject of ruleSubjects) rules[subject] = { ...rules[subject], ...part[subject] };
  return rules;
};

/** The rules as settings hold them: cells that are not given are those of the defaults, so that each may be given by itself. */
export const rulesSetting = v.pipe(given, v.transform(laidOverDefaults));
