import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { Failure, HistorySettings } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { SettingsSection } from './settings-section.tsx';

type Key = keyof HistorySettings;

const usual: Readonly<Record<Key, readonly number[]>> = {
  days: [7, 30, 90, 180, 365, 1_825],
  changes: [1_000, 10_000, 50_000, 200_000, 1_000_000],
};

const words = {
  days: (days: number) => (days % 365 === 0 ? (days === 365 ? '1 year' : `${days / 365} years`) : `${days} days`),
  changes: (changes: number) => `The newest ${changes.toLocaleString()}`,
} as const;

/** What is usual, and what is in force, which a settings file may have chosen. */
const choicesOf = (key: Key, inForce: number): readonly { readonly value: string; readonly words: string }[] =>
  [...new Set([...usual[key], inForce])]
    .sort((a, b) => a - b)
    .map((count) => ({ value: String(count), words: words[key](count) }));

const Kept = ({ initial }: { initial: HistorySettings }) => {
  const { store } = usePage();
  const [settings, setSettings] = useState(initial);
  const [failed, setFailed] = useState<{ key: Key; failure: Failure } | null>(null);
  const [shorter, setShorter] = useState<{ key: Key; count: number } | null>(null);
  const change = async (key: Key, count: number): Promise<void> => {
    setFailed(null);
    setSettings({ ...settings, [key]: count });
    const answer = await store.ask('change-history-settings', { [key]: count });
    if (answer.ok) return;
    setSettings(settings);
    setFailed({ key, failure: answer.failure });
  };
  const row = (key: Key, label: string, meaning: string) => (
    <SettingRow label={label} meaning={meaning} failure={failed?.key === key ? failed.failure.message : null} isField>
      {({ field, meaning }) => (
        <Select
          value={String(settings[key])}
          choices={choicesOf(key, settings[key])}
          id={field}
          describedBy={meaning}
          choose={(value) => {
            const count = Number(value);
            if (count < settings[key]) setShorter({ key, count });
            else void change(key, count);
          }}
        />
      )}
    </SettingRow>
  );
  return (
    <>
      {row('days', 'Keep changes for', 'What is older is deleted, whether you read it or not.')}
      {row('changes', 'Keep at most', 'Also within that time, so that the history does not grow without end.')}
      {shorter !== null && (
        <ConfirmDialog
          title="Keep less of the history?"
          act="Delete what is older"
          busy="Deleting…"
          keep="Keep it"
          close={() => setShorter(null)}
          confirm={() => change(shorter.key, shorter.count)}
        >
          <p>
            {shorter.key === 'days'
              ? `Changes older than ${words.days(shorter.count)} are deleted from this computer`
              : `All but ${words.changes(shorter.count).toLowerCase()} changes are deleted from this computer`}
            , and cannot be brought back. Nothing is deleted in Redbooth.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};

const DeleteNow = () => {
  const { store } = usePage();
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const deleteAll = async (): Promise<void> => {
    setFailure(null);
    const answer = await store.ask('delete-history-now', null);
    if (answer.ok) store.announcer.say('The history is deleted');
    else setFailure(answer.failure);
  };
  return (
    <SettingRow
      label="Delete the history"
      meaning="Every change, and what is known of the tasks. You stay signed in."
      failure={failure?.message ?? null}
    >
      {({ meaning }) => (
        <>
          <button type="button" class="button" aria-describedby={meaning} onClick={() => setAsking(true)}>
            <Icon icon={Trash2} size={14} />
            Delete history now
          </button>
          {isAsking && (
            <ConfirmDialog
              title="Delete the history?"
              act="Delete the history"
              busy="Deleting…"
              keep="Keep it"
              close={() => setAsking(false)}
              confirm={deleteAll}
            >
              <p>
                Every change in the list is deleted from this computer, and cannot be brought back. Your mutes are taken
                back, as they name tasks, projects and people. Nothing is deleted in Redbooth.
              </p>
            </ConfirmDialog>
          )}
        </>
      )}
    </SettingRow>
  );
};

/** How long changes are kept, and the way to be rid of them. */
export const HistorySection = () => {
  const { store } = usePage();
  const { answer, reload } = useAnswer(() => store.ask('history-settings', null));
  return (
    <SettingsSection place="history">
      {answer.state === 'ready' ? (
        <Kept initial={answer.value} />
      ) : (
        <Unanswered answer={answer} words="Reading the settings…" reload={reload} />
      )}
      <DeleteNow />
    </SettingsSection>
  );
};
