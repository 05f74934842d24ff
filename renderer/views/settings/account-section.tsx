import { SettingRow } from '../../components/setting-row.tsx';
import { usePage } from '../../components/page-context.ts';
import { useSettingsMessages } from './use-settings-messages.ts';
import { needsSignIn } from '../../state/sign-in.ts';
import type { ShowView } from '../frame/view-name.ts';
import { Found } from './found.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Who is signed in, and the way to the view that changes it. */
export const AccountSection = ({ show }: { show: ShowView }) => {
  const account = usePage().store.overview.value?.account;
  const { settings } = useSettingsMessages();
  if (!account) return null;
  return (
    <SettingsSection place="account">
      <Found item="account">
        <SettingRow label={settings.items.account.label} meaning={account.sentence}>
          {({ meaning }) => (
            <button type="button" class="button" aria-describedby={meaning} onClick={() => show('account')}>
              {needsSignIn(account) ? settings.account.signIn : settings.account.show}
            </button>
          )}
        </SettingRow>
      </Found>
    </SettingsSection>
  );
};
