import { Bell, Send } from 'lucide';
import type { Preferences } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { Switch } from '../../components/switch.tsx';
import { SettingsSection } from './settings-section.tsx';

const permissionWords = {
  granted: 'They are shown here while this page is open.',
  default: 'They are not shown here yet.',
  denied: 'This browser does not let the page show any. Allow them for this page in the browser’s settings.',
  unsupported: 'This browser has none for this page. Changes appear in the list all the same.',
} as const;

const InThisBrowser = () => {
  const { notifications } = usePage();
  const permission = notifications.permission.value;
  return (
    <SettingRow label="Notifications in this browser" meaning={permissionWords[permission]}>
      {({ meaning }) =>
        permission === 'default' && (
          <button type="button" class="button" aria-describedby={meaning} onClick={() => void notifications.ask()}>
            <Icon icon={Bell} size={14} />
            Show them
          </button>
        )
      }
    </SettingRow>
  );
};

const contents = [
  { value: 'full', words: 'What changed' },
  { value: 'private', words: 'Only that something did' },
] as const;

const Looks = ({ preferences }: { preferences: Preferences }) => {
  const { change, failureOf } = usePage().store.preferences;
  const { notificationContent, notificationSound } = preferences;
  return (
    <>
      <SettingRow
        label="What they show"
        meaning="Keep to yourself what changed where others see your screen, or on a lock screen."
        failure={failureOf('notificationContent')?.message ?? null}
        isField
      >
        {({ field, meaning }) => (
          <Select
            value={notificationContent}
            choices={contents}
            id={field}
            describedBy={meaning}
            choose={(value) => void change({ notificationContent: value })}
          />
        )}
      </SettingRow>
      <SettingRow
        label="Sound"
        meaning="The sound that your system plays for notifications."
        failure={failureOf('notificationSound')?.message ?? null}
        isField
      >
        {({ field, meaning }) => (
          <Switch
            isOn={notificationSound === 'system'}
            id={field}
            describedBy={meaning}
            change={(isOn) => void change({ notificationSound: isOn ? 'system' : 'none' })}
          />
        )}
      </SettingRow>
    </>
  );
};

/** How notifications come and what they show, and a way to try. */
export const NotificationSection = ({ preferences }: { preferences: Preferences | null }) => {
  const { store } = usePage();
  const test = async (): Promise<void> => {
    await store.run('test-notification', null);
  };
  return (
    <SettingsSection place="notifications">
      {store.overview.value?.host === 'headless' && <InThisBrowser />}
      {preferences !== null && <Looks preferences={preferences} />}
      <SettingRow label="Test" meaning="Shows a notification that tells of nothing, to see that they reach you.">
        {() => <ActionButton icon={Send} words="Send a test notification" busyWords="Sending…" act={test} />}
      </SettingRow>
    </SettingsSection>
  );
};
