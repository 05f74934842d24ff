import { RotateCcw } from 'lucide';
import {
  type Preferences,
  type RuleTable as Rules,
  defaultRules,
  ruleScopes,
  ruleSubjects,
} from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { ChosenProjects } from './chosen-projects.tsx';
import { RuleTable } from './rule-table.tsx';
import { SettingsSection } from './settings-section.tsx';

const areSame = (some: Rules, others: Rules): boolean =>
  ruleSubjects.every((subject) => ruleScopes.every((scope) => some[subject][scope] === others[subject][scope]));

/** Which changes notify, which are only listed, and which are neither. */
export const RulesSection = ({ preferences }: { preferences: Preferences }) => {
  const { store } = usePage();
  const { change, failureOf } = store.preferences;
  const { rules, chosenProjects } = preferences;
  const failure = failureOf('rules');
  const isDefault = areSame(rules, defaultRules());
  const reset = async (): Promise<void> => {
    if (await change({ rules: defaultRules() })) store.announcer.say('The rules are as they come again');
  };
  return (
    <SettingsSection place="rules">
      <div class="soft rules-words">
        <p>
          “Notify” is a notification and a row of the list, “List” only the row, “Ignore” neither. What you do yourself
          is only listed.
        </p>
        <p>
          The first column that fits decides: your tasks are those assigned to you or created by you; then those you
          watch; then those in the projects chosen below; then all others.
        </p>
      </div>
      <RuleTable
        rules={rules}
        choose={(subject, scope, level) =>
          void change({ rules: { ...rules, [subject]: { ...rules[subject], [scope]: level } } })
        }
      />
      {failure !== null && (
        <p class="field-failure" role="alert">
          {failure.message}
        </p>
      )}
      <div>
        <button
          type="button"
          class="button"
          aria-disabled={isDefault}
          onClick={() => {
            if (!isDefault) void reset();
          }}
        >
          <Icon icon={RotateCcw} size={14} />
          Reset the rules
        </button>
      </div>
      <ChosenProjects
        chosen={chosenProjects}
        failure={failureOf('chosenProjects')?.message ?? null}
        choose={(ids) => void change({ chosenProjects: [...ids] })}
      />
    </SettingsSection>
  );
};
