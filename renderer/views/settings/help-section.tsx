import { CopyButton } from '../../components/copy-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettingsMessages } from './use-settings-messages.ts';
import { Found } from './found.tsx';
import { SettingsSection } from './settings-section.tsx';

/** What helps somebody else to help. */
export const HelpSection = () => {
  const { store } = usePage();
  const { items, copyDiagnostics } = useSettingsMessages().settings;
  return (
    <SettingsSection place="help">
      <Found item="diagnostics">
        <SettingRow {...items.diagnostics}>
          {() => (
            <CopyButton what={items.diagnostics.label} looks="button" copy={() => store.copy('copy-diagnostics', null)}>
              {copyDiagnostics}
            </CopyButton>
          )}
        </SettingRow>
      </Found>
    </SettingsSection>
  );
};
