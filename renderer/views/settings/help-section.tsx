import { CopyButton } from '../../components/copy-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { SettingRow } from '../../components/setting-row.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { useSettingsMessages } from './use-settings-messages.ts';
import { Found } from './found.tsx';
import { SettingsSection } from './settings-section.tsx';

/** What helps oneself, and somebody else to help. */
export const HelpSection = ({ show }: { show: ShowView }) => {
  const { store } = usePage();
  const { items, copyDiagnostics, openChecks } = useSettingsMessages().settings;
  return (
    <SettingsSection place="help">
      <Found item="checks">
        <SettingRow {...items.checks}>
          {({ meaning }) => (
            <button type="button" class="button" aria-describedby={meaning} onClick={() => show('checks')}>
              {openChecks}
            </button>
          )}
        </SettingRow>
      </Found>
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
