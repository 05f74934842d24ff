import { Bell, Send } from 'lucide';
import type { Preferences } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettingsMessages } from './use-settings-messages.ts';
import { Switch } from '../../components/switch.tsx';
import { Found } from './found.tsx';
import { SettingsSection } from './settings-section.tsx';

const InThisBrowser = () => {
  const { notifications } = usePage();
  const { items, permission: words, showThem } = useSettingsMessages().settings;
  const permission = notifications.permission.value;
  return (
    <Found item="inThisBrowser">
      <SettingRow label={items.inThisBrowser.label} meaning={words[permission]}>
        {({ meaning }) =>
          permission === 'default' && (
            <button type="button" class="button" aria-describedby={meaning} onClick={() => void notifications.ask()}>
              <Icon icon={Bell} size={14} />
              {showThem}
            </button>
          )
        }
      </SettingRow>
    </Found>
  );
};

const Looks = ({ preferences }: { preferences: Preferences }) => {
  const { change, failureOf } = usePage().store.preferences;
  const { items, contents } = useSettingsMessages().settings;
  const { notificationContent, notificationSound } = preferences;
  return (
    <>
      <Found item="content">
        <SettingRow {...items.content} failure={failureOf('notificationContent')?.message ?? null} isField>
          {({ field, meaning }) => (
            <Select
              value={notificationContent}
              choices={[
                { value: 'full', words: contents.full },
                { value: 'private', words: contents.private },
              ]}
              id={field}
              describedBy={meaning}
              choose={(value) => void change({ notificationContent: value })}
            />
          )}
        </SettingRow>
      </Found>
      <Found item="sound">
        <SettingRow {...items.sound} failure={failureOf('notificationSound')?.message ?? null} isField>
          {({ field, meaning }) => (
            <Switch
              isOn={notificationSound === 'system'}
              id={field}
              describedBy={meaning}
              change={(isOn) => void change({ notificationSound: isOn ? 'system' : 'none' })}
            />
          )}
        </SettingRow>
      </Found>
    </>
  );
};

/** How notifications come and what they show, and a way to try. */
export const NotificationSection = ({ preferences }: { preferences: Preferences | null }) => {
  const { store } = usePage();
  const { common, settings } = useSettingsMessages();
  const test = async (): Promise<void> => {
    await store.run('test-notification', null);
  };
  return (
    <SettingsSection place="notifications">
      {store.overview.value?.host === 'headless' && <InThisBrowser />}
      {preferences !== null && <Looks preferences={preferences} />}
      <Found item="test">
        <SettingRow {...settings.items.test}>
          {() => <ActionButton icon={Send} words={common.sendTestNotification} busyWords={common.sending} act={test} />}
        </SettingRow>
      </Found>
    </SettingsSection>
  );
};
