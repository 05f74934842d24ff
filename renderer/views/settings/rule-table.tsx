import { useId } from 'preact/hooks';
import {
  type RuleLevel,
  type RuleScope,
  type RuleSubject,
  type RuleTable as Rules,
  ruleLevels,
  ruleScopes,
  ruleSubjects,
} from '../../../electron/contract/index.ts';
import { useSettingsMessages } from './use-settings-messages.ts';
import { canApply } from './rule-words.ts';

type Properties = { rules: Rules; choose: (subject: RuleSubject, scope: RuleScope, level: RuleLevel) => void };
type CellProperties = { level: RuleLevel; labelledBy: string; choose: (level: RuleLevel) => void };

const Cell = ({ level, labelledBy, choose }: CellProperties) => {
  const { levels } = useSettingsMessages().settings.rules;
  return (
    <select
      class={`rule rule-${level}`}
      value={level}
      aria-labelledby={labelledBy}
      onChange={(event) => {
        const chosen = ruleLevels.find((each) => each === event.currentTarget.value);
        if (chosen) choose(chosen);
      }}
    >
      {ruleLevels.map((each) => (
        <option key={each} value={each}>
          {levels[each]}
        </option>
      ))}
    </select>
  );
};

/** What becomes of a change: a line for what it is about, a column for whose task it is. Roles are said, as styles take them away. */
export const RuleTable = ({ rules, choose }: Properties) => {
  const { items, rules: words } = useSettingsMessages().settings;
  const id = useId();
  const rowId = (subject: RuleSubject): string => `${id}-row-${subject}`;
  const columnId = (scope: RuleScope): string => `${id}-column-${scope}`;
  return (
    <table class="rules" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="rules-corner">
            <span class="visually-hidden">{items.rules.label}</span>
          </th>
          {ruleScopes.map((scope) => (
            <th key={scope} role="columnheader" scope="col" id={columnId(scope)}>
              {words.scopes[scope]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {ruleSubjects.map((subject) => (
          <tr key={subject} role="row">
            <th role="rowheader" scope="row">
              <span class="rule-subject" id={rowId(subject)}>
                {words.subjects[subject].name}
              </span>
              <span class="rule-meaning">{words.subjects[subject].meaning}</span>
            </th>
            {ruleScopes.map((scope) => (
              <td key={scope} role="cell">
                {canApply(subject, scope) ? (
                  <Cell
                    level={rules[subject][scope]}
                    labelledBy={`${rowId(subject)} ${columnId(scope)}`}
                    choose={(level) => choose(subject, scope, level)}
                  />
                ) : (
                  <span class="rule-never">
                    <span aria-hidden="true">–</span>
                    <span class="visually-hidden">{words.cannotHappen}</span>
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
