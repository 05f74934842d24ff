import { useState } from 'preact/hooks';
import type { Failure, RequestPayload, SystemSettings } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettingsMessages } from './use-settings-messages.ts';
import { Switch } from '../../components/switch.tsx';
import { Unanswered } from '../../components/unanswered.tsx';
import type { Answer } from '../../components/use-answer.ts';
import { Found } from './found.tsx';
import { SettingsSection } from './settings-section.tsx';

const Rows = ({ initial }: { initial: SystemSettings }) => {
  const { store } = usePage();
  const { items, trayIcons } = useSettingsMessages().settings;
  const [settings, setSettings] = useState(initial);
  const [failed, setFailed] = useState<{ about: keyof SystemSettings; failure: Failure } | null>(null);
  const { startsAtLogin, trayIcon } = settings;
  const change = async (about: keyof SystemSettings, part: RequestPayload<'change-system-settings'>): Promise<void> => {
    setFailed(null);
    setSettings({
      ...settings,
      startsAtLogin: part.startsAtLogin ?? startsAtLogin,
      trayIcon: part.trayIcon ?? trayIcon,
    });
    const answer = await store.ask('change-system-settings', part);
    // What the system made of it counts, not what was chosen.
    setSettings(answer.ok ? answer.value : settings);
    if (!answer.ok) setFailed({ about, failure: answer.failure });
  };
  const failureOf = (about: keyof SystemSettings): string | null =>
    failed?.about === about ? failed.failure.message : null;
  return (
    <>
      {startsAtLogin !== null && (
        <Found item="startAtLogin">
          <SettingRow {...items.startAtLogin} failure={failureOf('startsAtLogin')} isField>
            {({ field, meaning }) => (
              <Switch
                isOn={startsAtLogin}
                id={field}
                describedBy={meaning}
                change={(isOn) => void change('startsAtLogin', { startsAtLogin: isOn })}
              />
            )}
          </SettingRow>
        </Found>
      )}
      {trayIcon !== null && (
        <Found item="trayIcon">
          <SettingRow {...items.trayIcon} failure={failureOf('trayIcon')} isField>
            {({ field, meaning }) => (
              <Select
                value={trayIcon}
                choices={[
                  { value: 'auto', words: trayIcons.auto },
                  { value: 'light', words: trayIcons.light },
                  { value: 'dark', words: trayIcons.dark },
                ]}
                id={field}
                describedBy={meaning}
                choose={(value) => void change('trayIcon', { trayIcon: value })}
              />
            )}
          </SettingRow>
        </Found>
      )}
    </>
  );
};

/** Whether the computer is known to do nothing for the app. */
export const hasNothingToChoose = (answer: Answer<SystemSettings>): boolean =>
  answer.state === 'ready' && answer.value.startsAtLogin === null && answer.value.trayIcon === null;

/** What the computer does for the app; nothing where it does nothing. */
export const SystemSection = ({ answer, reload }: { answer: Answer<SystemSettings>; reload: () => Promise<void> }) => {
  const { reading } = useSettingsMessages().settings;
  if (hasNothingToChoose(answer)) return null;
  return (
    <SettingsSection place="system">
      {answer.state === 'ready' ? (
        <Rows initial={answer.value} />
      ) : (
        <Unanswered answer={answer} words={reading} reload={reload} />
      )}
    </SettingsSection>
  );
};
