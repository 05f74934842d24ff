import { SettingRow } from '../../components/setting-row.tsx';
import { usePage } from '../../components/page-context.ts';
import { needsSignIn } from '../../state/sign-in.ts';
import type { ShowView } from '../view-name.ts';
import { SettingsSection } from './settings-section.tsx';

/** Who is signed in, and the way to the view that changes it. */
export const AccountSection = ({ show }: { show: ShowView }) => {
  const account = usePage().store.overview.value?.account;
  if (!account) return null;
  return (
    <SettingsSection place="account">
      <SettingRow label="Redbooth account" meaning={account.sentence}>
        {({ meaning }) => (
          <button type="button" class="button" aria-describedby={meaning} onClick={() => show('account')}>
            {needsSignIn(account) ? 'Sign in' : 'Show the account'}
          </button>
        )}
      </SettingRow>
    </SettingsSection>
  );
};
