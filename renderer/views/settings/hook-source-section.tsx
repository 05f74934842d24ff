import { SettingRow } from '../../components/setting-row.tsx';
import { usePage } from '../../components/page-context.ts';
import { HookSourceChoice } from '../hook-source-choice.tsx';
import type { ShowView } from '../view-name.ts';
import { SettingsSection } from './settings-section.tsx';

/** By hook or by asking, and the ways to what a hook needs. */
export const HookSourceSection = ({ show }: { show: ShowView }) => {
  const overview = usePage().store.overview.value;
  if (!overview) return null;
  return (
    <SettingsSection place="hook-source">
      <HookSourceChoice isTitled={false} />
      {overview.hookSource === 'tunnel' && (
        <>
          <SettingRow label="The way of hooks to this computer" meaning={overview.reachability.sentence}>
            {({ meaning }) => (
              <button type="button" class="button" aria-describedby={meaning} onClick={() => show('tunnel')}>
                Choose the way
              </button>
            )}
          </SettingRow>
          <SettingRow
            label="Hook URLs"
            meaning="What an administrator pastes into Redbooth, one for each organisation."
          >
            {({ meaning }) => (
              <button type="button" class="button" aria-describedby={meaning} onClick={() => show('connect')}>
                Show the hook URLs
              </button>
            )}
          </SettingRow>
        </>
      )}
    </SettingsSection>
  );
};
