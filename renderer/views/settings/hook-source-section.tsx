import { SettingRow } from '../../components/setting-row.tsx';
import { usePage } from '../../components/page-context.ts';
import { useSettingsMessages } from './use-settings-messages.ts';
import { HookSourceChoice } from '../hook-urls/hook-source-choice.tsx';
import type { ShowView } from '../frame/view-name.ts';
import { Found } from './found.tsx';
import { SettingsSection } from './settings-section.tsx';

/** By hook or by asking, and the ways to what a hook needs. */
export const HookSourceSection = ({ show }: { show: ShowView }) => {
  const overview = usePage().store.overview.value;
  const { items, hooks } = useSettingsMessages().settings;
  if (!overview) return null;
  return (
    <SettingsSection place="hook-source">
      <Found item="hookSource">
        <HookSourceChoice isTitled={false} />
      </Found>
      {overview.hookSource === 'tunnel' && (
        <>
          <Found item="tunnel">
            <SettingRow label={items.tunnel.label} meaning={overview.reachability.sentence}>
              {({ meaning }) => (
                <button type="button" class="button" aria-describedby={meaning} onClick={() => show('tunnel')}>
                  {hooks.chooseWay}
                </button>
              )}
            </SettingRow>
          </Found>
          <Found item="hookUrls">
            <SettingRow {...items.hookUrls}>
              {({ meaning }) => (
                <button type="button" class="button" aria-describedby={meaning} onClick={() => show('connect')}>
                  {hooks.showUrls}
                </button>
              )}
            </SettingRow>
          </Found>
        </>
      )}
    </SettingsSection>
  );
};
