import { useState } from 'preact/hooks';
import type { Failure, RequestPayload, SystemSettings } from '../../../electron/contract/index.ts';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { Switch } from '../../components/switch.tsx';
import { Unanswered } from '../../components/unanswered.tsx';
import type { Answer } from '../../components/use-answer.ts';
import { SettingsSection } from './settings-section.tsx';

const trayIcons = [
  { value: 'auto', words: 'As the system has it' },
  { value: 'light', words: 'Light, for a dark panel' },
  { value: 'dark', words: 'Dark, for a light panel' },
] as const;

const Rows = ({ initial }: { initial: SystemSettings }) => {
  const { store } = usePage();
  const [settings, setSettings] = useState(initial);
  const [failed, setFailed] = useState<{ about: keyof SystemSettings; failure: Failure } | null>(null);
  const { startsAtLogin, trayIcon } = settings;
  const change = async (about: keyof SystemSettings, part: RequestPayload<'change-system-settings'>): Promise<void> => {
    setFailed(null);
    setSettings({ startsAtLogin: part.startsAtLogin ?? startsAtLogin, trayIcon: part.trayIcon ?? trayIcon });
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
        <SettingRow
          label="Start when you log in"
          meaning="The app starts in the tray, without its window."
          failure={failureOf('startsAtLogin')}
          isField
        >
          {({ field, meaning }) => (
            <Switch
              isOn={startsAtLogin}
              id={field}
              describedBy={meaning}
              change={(isOn) => void change('startsAtLogin', { startsAtLogin: isOn })}
            />
          )}
        </SettingRow>
      )}
      {trayIcon !== null && (
        <SettingRow
          label="Icon in the tray"
          meaning="Choose the other one if you can hardly see it."
          failure={failureOf('trayIcon')}
          isField
        >
          {({ field, meaning }) => (
            <Select
              value={trayIcon}
              choices={trayIcons}
              id={field}
              describedBy={meaning}
              choose={(value) => void change('trayIcon', { trayIcon: value })}
            />
          )}
        </SettingRow>
      )}
    </>
  );
};

/** Whether the computer is known to do nothing for the app. */
export const hasNothingToChoose = (answer: Answer<SystemSettings>): boolean =>
  answer.state === 'ready' && answer.value.startsAtLogin === null && answer.value.trayIcon === null;

/** What the computer does for the app; nothing where it does nothing. */
export const SystemSection = ({ answer, reload }: { answer: Answer<SystemSettings>; reload: () => Promise<void> }) => {
  if (hasNothingToChoose(answer)) return null;
  return (
    <SettingsSection place="system">
      {answer.state === 'ready' ? (
        <Rows initial={answer.value} />
      ) : (
        <Unanswered answer={answer} words="Reading the settings…" reload={reload} />
      )}
    </SettingsSection>
  );
};
