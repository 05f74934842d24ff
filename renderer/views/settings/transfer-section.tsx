import { Download, RotateCcw, Upload } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../../../electron/contract/index.ts';
import { downloadText } from '../../browser/download-text.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettingsMessages } from './use-settings-messages.ts';
import { Found } from './found.tsx';
import { useSettings } from './settings-context.ts';
import { SettingsSection } from './settings-section.tsx';

const Export = () => {
  const { store } = usePage();
  const { items, export: words } = useSettingsMessages().settings;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setFailure(null);
    setSaved(null);
    const answer = await store.ask('export-settings', null);
    if (!answer.ok) return setFailure(answer.failure);
    if (answer.value.kind === 'saved') setSaved(words.saved(answer.value.file));
    if (answer.value.kind !== 'text') return;
    downloadText(answer.value.name, answer.value.text);
    setSaved(words.downloaded);
  };
  return (
    <>
      <SettingRow {...items.export} failure={failure?.message ?? null}>
        {() => <ActionButton icon={Download} words={words.act} busyWords={words.busy} act={save} />}
      </SettingRow>
      <p class="soft" role="status">
        {saved}
      </p>
    </>
  );
};

const Import = () => {
  const { items, import: words } = useSettingsMessages().settings;
  const { useFile } = useSettings();
  const field = useRef<HTMLInputElement>(null);
  return (
    <SettingRow {...items.import}>
      {({ meaning }) => (
        <>
          <input
            type="file"
            hidden
            ref={field}
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void useFile(file);
              // The same file can be chosen again once it was corrected.
              event.currentTarget.value = '';
            }}
          />
          <button type="button" class="button" aria-describedby={meaning} onClick={() => field.current?.click()}>
            <Icon icon={Upload} size={14} />
            {words.act}
          </button>
        </>
      )}
    </SettingRow>
  );
};

/** The settings as a whole: to another computer, from a file, and as they come. */
export const TransferSection = () => {
  const { items, reset: words } = useSettingsMessages().settings;
  const { reset } = useSettings();
  return (
    <SettingsSection place="transfer">
      <Found item="export">
        <Export />
      </Found>
      <Found item="import">
        <Import />
      </Found>
      <Found item="resetAll">
        <SettingRow {...items.resetAll}>
          {({ meaning }) => (
            <button type="button" class="button" aria-describedby={meaning} onClick={() => reset(null)}>
              <Icon icon={RotateCcw} size={14} />
              {words.all}
            </button>
          )}
        </SettingRow>
      </Found>
    </SettingsSection>
  );
};
