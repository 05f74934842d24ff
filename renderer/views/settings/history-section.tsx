import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { Failure, HistorySettings } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { Select } from '../../components/select.tsx';
import { SettingRow } from '../../components/setting-row.tsx';
import { useSettingsMessages, useSettingsSpeech } from './use-settings-messages.ts';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import type { SettingsMessages } from '../../messages/en/settings.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Found } from './found.tsx';
import { SettingsSection } from './settings-section.tsx';

type Key = keyof HistorySettings;

const usual: Readonly<Record<Key, readonly number[]>> = {
  days: [7, 30, 90, 180, 365, 1_825],
  changes: [1_000, 10_000, 50_000, 200_000, 1_000_000],
};

const items = { days: 'historyDays', changes: 'historyChanges' } as const;

type Speech = { readonly messages: { readonly settings: SettingsMessages }; readonly locale: string };

const wordsOf = (key: Key, count: number, { messages: { settings }, locale }: Speech): string =>
  key === 'days' ? settings.history.days(count) : settings.history.newest(count.toLocaleString(locale));

/** What is usual, and what is in force, which a settings file may have chosen. */
const choicesOf = (
  key: Key,
  inForce: number,
  speech: Speech,
): readonly { readonly value: string; readonly words: string }[] =>
  [...new Set([...usual[key], inForce])]
    .sort((a, b) => a - b)
    .map((count) => ({ value: String(count), words: wordsOf(key, count, speech) }));

const Kept = ({ initial }: { initial: HistorySettings }) => {
  const { store } = usePage();
  const speech = useSettingsSpeech();
  const words = speech.messages.settings;
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
  const row = (key: Key) => (
    <Found item={items[key]}>
      <SettingRow {...words.items[items[key]]} failure={failed?.key === key ? failed.failure.message : null} isField>
        {({ field, meaning }) => (
          <Select
            value={String(settings[key])}
            choices={choicesOf(key, settings[key], speech)}
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
    </Found>
  );
  return (
    <>
      {row('days')}
      {row('changes')}
      {shorter !== null && (
        <ConfirmDialog
          title={words.history.shorter}
          act={words.history.deleteOlder}
          busy={words.history.deleting}
          keep={words.history.keep}
          close={() => setShorter(null)}
          confirm={() => change(shorter.key, shorter.count)}
        >
          <p>
            {shorter.key === 'days'
              ? words.history.olderThan(words.history.days(shorter.count))
              : words.history.allBut(shorter.count.toLocaleString(speech.locale))}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};

const DeleteNow = () => {
  const { store } = usePage();
  const { items, history } = useSettingsMessages().settings;
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const deleteAll = async (): Promise<void> => {
    setFailure(null);
    const answer = await store.ask('delete-history-now', null);
    if (answer.ok) store.announcer.say(history.deleted);
    else setFailure(answer.failure);
  };
  return (
    <Found item="deleteHistory">
      <SettingRow {...items.deleteHistory} failure={failure?.message ?? null}>
        {({ meaning }) => (
          <>
            <button type="button" class="button" aria-describedby={meaning} onClick={() => setAsking(true)}>
              <Icon icon={Trash2} size={14} />
              {history.deleteNow}
            </button>
            {isAsking && (
              <ConfirmDialog
                title={history.deleteTitle}
                act={history.delete}
                busy={history.deleting}
                keep={history.keep}
                close={() => setAsking(false)}
                confirm={deleteAll}
              >
                <p>{history.deleteMeans}</p>
              </ConfirmDialog>
            )}
          </>
        )}
      </SettingRow>
    </Found>
  );
};

/** How long changes are kept, and the way to be rid of them. */
export const HistorySection = () => {
  const { store } = usePage();
  const { reading } = useSettingsMessages().settings;
  const { answer, reload } = useAnswer(() => store.ask('history-settings', null));
  return (
    <SettingsSection place="history">
      {answer.state === 'ready' ? (
        <Kept initial={answer.value} />
      ) : (
        <Unanswered answer={answer} words={reading} reload={reload} />
      )}
      <DeleteNow />
    </SettingsSection>
  );
};
