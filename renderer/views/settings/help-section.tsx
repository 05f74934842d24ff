import { CopyButton } from '../../components/copy-button.tsx';
import { usePage } from '../../components/page-context.ts';
import { SettingRow } from '../../components/setting-row.tsx';
import { SettingsSection } from './settings-section.tsx';

/** What helps somebody else to help. */
export const HelpSection = () => {
  const { store } = usePage();
  return (
    <SettingsSection place="help">
      <SettingRow
        label="Diagnostics"
        meaning="States, counts and error codes for a report. No names, titles, comments, addresses or secrets are in it."
      >
        {() => (
          <CopyButton what="Diagnostics" looks="button" copy={() => store.copy('copy-diagnostics', null)}>
            Copy diagnostics
          </CopyButton>
        )}
      </SettingRow>
    </SettingsSection>
  );
};
