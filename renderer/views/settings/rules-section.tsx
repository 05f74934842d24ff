import type { Preferences } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { useSettingsMessages } from './use-settings-messages.ts';
import { ChosenProjects } from './chosen-projects.tsx';
import { Found } from './found.tsx';
import { RuleTable } from './rule-table.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Which changes notify, which are only listed, and which are neither. */
export const RulesSection = ({ preferences }: { preferences: Preferences }) => {
  const { change, failureOf } = usePage().store.preferences;
  const { items, rules: words } = useSettingsMessages().settings;
  const { rules, chosenProjects } = preferences;
  const failure = failureOf('rules');
  return (
    <SettingsSection place="rules">
      <Found item="rules">
        <div class="soft rules-words">
          <p>{words.levelsExplained}</p>
          <p>{items.rules.meaning}</p>
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
      </Found>
      <Found item="chosenProjects">
        <ChosenProjects
          chosen={chosenProjects}
          failure={failureOf('chosenProjects')?.message ?? null}
          choose={(ids) => void change({ chosenProjects: [...ids] })}
        />
      </Found>
    </SettingsSection>
  );
};
