import { type Preferences, languages } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettingsMessages } from './use-settings-messages.ts';
import { languageNames } from '../../messages/language-names.ts';
import { Found } from './found.tsx';
import { SettingsSection } from './settings-section.tsx';

/** How the window looks, and the language of the app. */
export const AppearanceSection = ({ preferences: { theme, language } }: { preferences: Preferences }) => {
  const { change, failureOf } = usePage().store.preferences;
  const { items, themes, systemLanguage } = useSettingsMessages().settings;
  return (
    <SettingsSection place="appearance">
      <Found item="theme">
        <SettingRow {...items.theme} failure={failureOf('theme')?.message ?? null} isField>
          {({ field, meaning }) => (
            <Select
              value={theme}
              choices={[
                { value: 'system', words: themes.system },
                { value: 'light', words: themes.light },
                { value: 'dark', words: themes.dark },
              ]}
              id={field}
              describedBy={meaning}
              choose={(value) => void change({ theme: value })}
            />
          )}
        </SettingRow>
      </Found>
      <Found item="language">
        <SettingRow {...items.language} failure={failureOf('language')?.message ?? null} isField>
          {({ field, meaning }) => (
            <Select
              value={language}
              choices={[
                { value: 'system', words: systemLanguage },
                ...languages.map((value) => ({ value, words: languageNames[value] })),
              ]}
              id={field}
              describedBy={meaning}
              choose={(value) => void change({ language: value })}
            />
          )}
        </SettingRow>
      </Found>
    </SettingsSection>
  );
};
