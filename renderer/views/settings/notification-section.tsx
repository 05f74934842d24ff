import { Bell, Send, Volume2 } from 'lucide';
import { type OwnSound, type Preferences, ownSounds } from '../../../electron/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettingsMessages } from './use-settings-messages.ts';
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

const Looks = ({ preferences, playsSounds }: { preferences: Preferences; playsSounds: boolean }) => {
  const { store } = usePage();
  const { change, failureOf } = store.preferences;
  const { items, contents, sounds, playSound, playing } = useSettingsMessages().settings;
  const { notificationContent, notificationSound } = preferences;
  const choices = playsSounds ? (['system', 'none', ...ownSounds] as const) : (['system', 'none'] as const);
  // One that cannot be played here gives way to the system’s own.
  const sound = choices.find((choice) => choice === notificationSound) ?? 'system';
  const own = ownSounds.find((choice) => choice === sound);
  const play = async (which: OwnSound): Promise<void> => {
    const answer = await store.ask('play-sound', { sound: which });
    if (!answer.ok) store.failed(answer.failure);
  };
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
            <>
              <Select
                value={sound}
                choices={choices.map((value) => ({ value, words: sounds[value] }))}
                id={field}
                describedBy={meaning}
                choose={(value) => void change({ notificationSound: value })}
              />
              {own !== undefined && (
                <ActionButton icon={Volume2} words={playSound} busyWords={playing} act={() => play(own)} />
              )}
            </>
          )}
        </SettingRow>
      </Found>
    </>
  );
};

/** How notifications come and what they show, and a way to try. */
export const NotificationSection = ({
  preferences,
  playsSounds,
}: {
  preferences: Preferences | null;
  playsSounds: boolean;
}) => {
  const { store } = usePage();
  const { common, settings } = useSettingsMessages();
  const test = async (): Promise<void> => {
    await store.run('test-notification', null);
  };
  return (
    <SettingsSection place="notifications">
      {store.overview.value?.host === 'headless' && <InThisBrowser />}
      {preferences !== null && <Looks preferences={preferences} playsSounds={playsSounds} />}
      <Found item="test">
        <SettingRow {...settings.items.test}>
          {() => <ActionButton icon={Send} words={common.sendTestNotification} busyWords={common.sending} act={test} />}
        </SettingRow>
      </Found>
    </SettingsSection>
  );
};
