import { Download, RefreshCw, RotateCw } from 'lucide';
import type { IconNode } from 'lucide';
import { useState } from 'preact/hooks';
import type { Failure, UpdateStatus, UpdatesOverview } from '../../../electron/contract/index.ts';
import { Icon } from '../../components/icon.tsx';
import { usePage } from '../../components/page-context.ts';
import { SettingRow } from '../../components/setting-row.tsx';
import { useMessages } from '../../components/speech-context.ts';
import { Switch } from '../../components/switch.tsx';
import { Unanswered } from '../../components/unanswered.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import type { PageMessages } from '../../messages/en/index.ts';
import { timeAgo } from '../../state/time-words.ts';
import { Found } from './found.tsx';
import { SettingsSection } from './settings-section.tsx';

const meaningOf = ({ status, checkedAt }: UpdatesOverview, pageMessages: PageMessages, now: number): string | null => {
  const messages = pageMessages.updates;
  switch (status.state) {
    case 'unsupported':
      return messages.obstacles[status.obstacle];
    case 'idle':
      return checkedAt === null ? messages.never : messages.newest(timeAgo(checkedAt, now, { messages: pageMessages }));
    case 'checking':
      return messages.checking;
    case 'available':
      return messages.available(status.version);
    case 'downloading':
      return messages.downloading(status.version, status.percent);
    case 'ready':
      return messages.ready(status.version);
    case 'installing':
      return messages.installing(status.version);
    case 'failed':
      return null;
  }
};

type Step = { name: 'check-for-updates' | 'download-update' | 'install-update'; icon: IconNode; words: string };

/** What is to be done next; nothing while something is under way. */
const stepOf = (status: UpdateStatus, messages: PageMessages['updates']): Step | null => {
  switch (status.state) {
    case 'idle':
      return { name: 'check-for-updates', icon: RefreshCw, words: messages.check };
    case 'available':
      return { name: 'download-update', icon: Download, words: messages.download };
    case 'ready':
      return { name: 'install-update', icon: RotateCw, words: messages.restart };
    case 'failed':
      return {
        name: status.version === null ? 'check-for-updates' : 'download-update',
        icon: RefreshCw,
        words: messages.tryAgain,
      };
    case 'unsupported':
    case 'checking':
    case 'downloading':
    case 'installing':
      return null;
  }
};

const ReleaseNotes = ({ version }: { version: string }) => {
  const { store } = usePage();
  const messages = useMessages().updates;
  const { answer, reload } = useAnswer(() => store.ask('release-notes', null), version);
  return (
    <div class="release-notes" role="group" aria-label={messages.notesOf(version)}>
      <p class="setting-label">{messages.notesOf(version)}</p>
      {answer.state === 'ready' ? (
        // Text, whatever it looks like: it comes from outside.
        <p class="release-notes-text" tabIndex={0}>
          {answer.value === null || answer.value === '' ? messages.noNotes : answer.value}
        </p>
      ) : (
        <Unanswered answer={answer} words="…" reload={reload} />
      )}
    </div>
  );
};

const DailySwitch = ({ isOn }: { isOn: boolean }) => {
  const { store } = usePage();
  const messages = useMessages().updates;
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = async (checksDaily: boolean): Promise<void> => {
    const answer = await store.ask('change-updates', { checksDaily });
    setFailure(answer.ok ? null : answer.failure);
  };
  return (
    <SettingRow label={messages.daily} meaning={messages.dailyMeaning} failure={failure?.message ?? null} isField>
      {({ field, meaning }) => (
        <Switch isOn={isOn} id={field} describedBy={meaning} change={(checksDaily) => void change(checksDaily)} />
      )}
    </SettingRow>
  );
};

/** Newer versions of the app: what there is, what is new in it, and each step by a button of its own. */
export const UpdatesSection = () => {
  const { store, now } = usePage();
  const pageMessages = useMessages();
  const messages = pageMessages.updates;
  const overview = store.overview.value;
  if (overview === null) return null;
  const { version, updates } = overview;
  const { status } = updates;
  const step = stepOf(status, messages);
  return (
    <SettingsSection place="updates">
      <Found item="updates">
        <SettingRow
          label={messages.version(version)}
          meaning={meaningOf(updates, pageMessages, now.value)}
          failure={status.state === 'failed' ? status.failure.message : null}
        >
          {({ meaning }) =>
            step !== null && (
              <button
                type="button"
                class="button"
                aria-describedby={meaning}
                onClick={() => void store.run(step.name, null)}
              >
                <Icon icon={step.icon} size={14} />
                {step.words}
              </button>
            )
          }
        </SettingRow>
        {'version' in status && status.version !== null && <ReleaseNotes version={status.version} />}
        {status.state !== 'unsupported' && <DailySwitch isOn={updates.checksDaily} />}
      </Found>
    </SettingsSection>
  );
};
